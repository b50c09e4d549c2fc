using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Data;

public class StoredTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("12345", null)]
    [InlineData("  12345  ", null)]
    [InlineData("123456", "A text has up to 5 characters; this one has 6. Shorten it.")]
    [InlineData("1\0", "A text cannot hold the character 0. Type it again.")]
    public void A_text_that_cannot_be_kept_says_why(string? text, string? problem) => Assert.Equal(problem, StoredText.Problem(text, 5));

    [Theory]
    [InlineData(null, 0, "Say why.")]
    [InlineData("", 0, "Say why.")]
    [InlineData(" ", 3, "Say why.")]
    [InlineData("x", 1, null)]
    [InlineData("x", 500, null)]
    [InlineData("x", 501, "A text has up to 500 characters; this one has 501. Shorten it.")]
    public void A_reason_is_given_and_can_be_kept_or_it_is_said_why_not(string? letter, int times, string? problem) =>
        Assert.Equal(problem, StoredText.ProblemOfReason(letter is null ? null : string.Concat(Enumerable.Repeat(letter, times)), "Say why."));

    /// <summary>SQLite keeps no limit: a column whose door does not know its limit is found first by PostgreSQL, at the bedside.</summary>
    [Fact]
    public void Every_column_with_a_limit_is_known_to_its_door()
    {
        using var db = MonitorTemplate.Open(DatabaseProvider.Postgres, "Host=nowhere", TimeProvider.System);
        var limited = from type in db.Model.GetEntityTypes()
                      where type.ClrType.Namespace!.StartsWith("CarNkMonitor", StringComparison.Ordinal)
                      from property in type.GetProperties()
                      where property.ClrType == typeof(string) && property.GetMaxLength() is not null
                      select $"{type.ClrType.Name}.{property.Name} {property.GetMaxLength()}";

        Assert.Equal(
            [
                "AlertReview.Reason 500", "BedsideCheck.IncompleteReason 500", "InvestigatorGrade.ContentHash 64", "InvestigatorGrade.Reason 500", "NotDone.Because 500", "Observation.Note 2000", "Observation.Reason 500",
                "StaffMember.Email 256", "StaffMember.NormalizedEmail 256", "StaffMember.NormalizedUserName 256", "StaffMember.PhoneNumber 256", "StaffMember.UserName 256", "Subject.LeftBecause 500",
            ],
            limited.Order(StringComparer.Ordinal));
    }
}
