using CarNkMonitor.Grading;
using CarNkMonitor.Web.Pages.Shared;
using Xunit;

namespace CarNkMonitor.Web.Tests.Pages;

public class GradeBadgeTests
{
    [Theory]
    [InlineData(0, "none")]
    [InlineData(1, "mild")]
    [InlineData(2, "moderate")]
    [InlineData(3, "severe")]
    [InlineData(4, "life-threatening")]
    [InlineData(5, "death")]
    public void A_determined_grade_has_its_word(int grade, string word) =>
        Assert.Equal(word, new GradeBadge("CRS", grade, grade, GradeState.Determined).Word);

    [Fact]
    public void A_range_says_at_least_and_what_it_cannot_exclude()
    {
        var badge = new GradeBadge("CRS", 2, 4, GradeState.CannotExclude);
        Assert.True(badge.IsRange);
        Assert.Equal("at least moderate", badge.Word);
        Assert.Equal("cannot exclude 4, life-threatening", badge.Doubt);
        Assert.Equal("none known", new GradeBadge("CRS", 0, 4, GradeState.CannotExclude).Word);
    }

    [Theory]
    [InlineData(GradeState.NotAssessed, "not assessed")]
    [InlineData(GradeState.NotApplicable, "not applicable")]
    public void Without_a_grade_the_badge_shows_no_number(GradeState state, string word)
    {
        var badge = new GradeBadge("CRS", 0, 0, state);
        Assert.False(badge.HasGrade);
        Assert.Equal(word, badge.Word);
    }
}
