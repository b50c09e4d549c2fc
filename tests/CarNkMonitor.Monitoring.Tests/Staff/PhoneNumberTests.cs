using CarNkMonitor.Monitoring.Staff;

namespace CarNkMonitor.Monitoring.Tests.Staff;

public class PhoneNumberTests
{
    [Theory]
    [InlineData("+49 1511 2345678", "+4915112345678")]
    [InlineData(" +1 (202) 555-0123 ", "+12025550123")]
    [InlineData("+86 139 1234 5678", "+8613912345678")]
    public void A_number_with_country_code_becomes_E164(string entered, string expected)
    {
        Assert.True(PhoneNumber.TryRead(entered, out var phone, out _));
        Assert.Equal(expected, phone);
    }

    [Theory]
    [InlineData("0151 12345678", "Begin the number with +")]
    [InlineData("004915112345678", "Begin the number with +")]
    [InlineData("", "Begin the number with +")]
    [InlineData("+49 1511 23", "No phone has this number")]
    [InlineData("+999 1511 2345678", "This is not a phone number")]
    [InlineData("+ward phone", "This is not a phone number")]
    [InlineData("+49 30 901820", "This is a landline")]
    public void Anything_else_is_refused_with_a_reason(string entered, string reason)
    {
        Assert.False(PhoneNumber.TryRead(entered, out _, out var refusal));
        Assert.StartsWith(reason, refusal);
    }
}
