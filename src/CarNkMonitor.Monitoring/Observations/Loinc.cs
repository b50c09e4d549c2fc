namespace CarNkMonitor.Monitoring.Observations;

/// <summary>LOINC codes carry a check digit (Luhn, mod 10, over the digits before the hyphen).</summary>
public static class Loinc
{
    public static bool IsValid(string code)
    {
        var parts = code.Split('-');
        return parts is [{ Length: > 0 } number, { Length: 1 } check] && (number + check).All(char.IsAsciiDigit)
            && check[0] - '0' == CheckDigitOf(number);
    }

    static int CheckDigitOf(string number)
    {
        var sum = number.Reverse().Select((digit, place) => place % 2 == 0 ? Doubled(digit - '0') : digit - '0').Sum();
        return (10 - sum % 10) % 10;
    }

    static int Doubled(int digit) => digit * 2 / 10 + digit * 2 % 10;
}
