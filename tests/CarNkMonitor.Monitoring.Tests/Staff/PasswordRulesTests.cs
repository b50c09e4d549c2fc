using CarNkMonitor.Monitoring.Staff;

namespace CarNkMonitor.Monitoring.Tests.Staff;

public class PasswordRulesTests
{
    [Theory]
    [InlineData("violet tractor umbrella")]
    [InlineData("lantern orchid bicycle")]
    [InlineData("наше утро над рекой тихо")]
    [InlineData("窗外的松鼠在数雨滴今天很安静啊")]
    [InlineData("qx7f kd02 pw9z mm4t")]
    public void Uncommon_words_in_any_script_are_taken(string password) => Assert.Null(PasswordRules.Refusal(password, ["chen", "yu"]));

    [Theory]
    [InlineData("short but odd")]
    [InlineData("fourteen chars")]
    public void Less_than_fifteen_characters_are_refused(string password) =>
        Assert.Contains("at least 15", PasswordRules.Refusal(password, []), StringComparison.Ordinal);

    [Fact]
    public void More_than_256_characters_are_refused() =>
        Assert.Contains("at most 256", PasswordRules.Refusal(new string('a', 257), []), StringComparison.Ordinal);

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("Password1234567890!")]
    [InlineData("qwertyuiopasdfghjkl")]
    [InlineData("correct horse battery staple")]
    [InlineData("CarNkMonitor2026!")]
    [InlineData("Shanghai-Hospital-2026")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("abababababababababab")]
    [InlineData("Chen.Yu.Chen.Yu.Chen")]
    public void What_is_guessed_first_is_refused(string password) =>
        Assert.Contains("guessed first", PasswordRules.Refusal(password, ["chen", "yu"]), StringComparison.Ordinal);

    [Fact]
    public void A_temporary_password_is_one_that_the_rules_take()
    {
        for (var times = 0; times < 200; times++)
        {
            Assert.Null(PasswordRules.Refusal(TemporaryPassword.New(), []));
        }
    }
}
