using System.Globalization;
using System.Text;
using CarNkMonitor.Web.Access;

namespace CarNkMonitor.Web.Tests.Access;

public class TotpTests
{
    static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, SHA-1 rows; the last six of the eight digits printed there.
    [Theory]
    [InlineData("1970-01-01T00:00:59Z", "287082")]
    [InlineData("2005-03-18T01:58:29Z", "081804")]
    [InlineData("2005-03-18T01:58:31Z", "050471")]
    [InlineData("2009-02-13T23:31:30Z", "005924")]
    [InlineData("2033-05-18T03:33:20Z", "279037")]
    [InlineData("2603-10-11T11:33:20Z", "353130")]
    public void The_codes_are_those_printed_in_the_standard(string at, string code) =>
        Assert.Equal(code, Totp.Code(Secret, Totp.StepOf(Utc(at))));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void One_step_to_either_side_is_accepted(int secondsOff, bool isAccepted)
    {
        var now = Utc("2026-05-24T09:00:10Z");
        var code = Totp.Code(Secret, Totp.StepOf(now.AddSeconds(secondsOff)));
        Assert.Equal(isAccepted, Totp.StepMatching(Secret, code, now) is not null);
    }

    // RFC 4648, section 10.
    [Theory]
    [InlineData("", "")]
    [InlineData("MY", "f")]
    [InlineData("MZXQ", "fo")]
    [InlineData("MZXW6", "foo")]
    [InlineData("MZXW6YQ", "foob")]
    [InlineData("MZXW6YTB", "fooba")]
    [InlineData("mzxw 6ytb oi", "foobar")]
    public void Base_32_reads_as_the_standard_prints_it(string text, string decoded) =>
        Assert.Equal(decoded, Encoding.ASCII.GetString(Base32.Decode(text)));

    static DateTime Utc(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
