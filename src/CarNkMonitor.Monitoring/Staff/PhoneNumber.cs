using System.Diagnostics.CodeAnalysis;
using PhoneNumbers;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>What a person types as a phone number, made into E.164 at the door.</summary>
public static class PhoneNumber
{
    static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>
    /// Reads a number with its country code, such as <c>+49 1511 2345678</c>. <c>0049</c> is not accepted: what it means depends on the
    /// country one dials from.
    /// </summary>
    /// <param name="entered">As typed; spaces, brackets and hyphens are tolerated.</param>
    /// <param name="phone">E.164, when the answer is true.</param>
    /// <param name="refusal">The sentence to show, when the answer is false.</param>
    public static bool TryRead(string entered, [NotNullWhen(true)] out string? phone, [NotNullWhen(false)] out string? refusal)
    {
        (phone, refusal) = Read(entered.Trim());
        return phone is not null;
    }

    static (string? Phone, string? Refusal) Read(string entered)
    {
        if (!entered.StartsWith('+'))
            return (null, "Begin the number with + and the country code, for example +49 1511 2345678.");
        try
        {
            var number = Numbers.Parse(entered, defaultRegion: null);
            return Numbers.IsValidNumber(number) ? Textable(number) : (null, "No phone has this number: check its digits.");
        }
        catch (NumberParseException)
        {
            return (null, "This is not a phone number.");
        }
    }

    static (string? Phone, string? Refusal) Textable(PhoneNumbers.PhoneNumber number) =>
        Numbers.GetNumberType(number) is PhoneNumberType.FIXED_LINE
            ? (null, "This is a landline: it cannot receive texts.")
            : (Numbers.Format(number, PhoneNumberFormat.E164), null);
}
