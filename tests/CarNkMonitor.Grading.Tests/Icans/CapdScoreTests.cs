using CarNkMonitor.Grading.Icans;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Icans;

public sealed class CapdScoreTests
{
    [Theory, Rule("ICANS-2.6a", "crs-icans-mas 2.6; Traube 2014; Lee 2019 Table 6")]
    [InlineData(1, 4, 3, 2, 1, 0)]
    [InlineData(2, 4, 3, 2, 1, 0)]
    [InlineData(3, 4, 3, 2, 1, 0)]
    [InlineData(4, 4, 3, 2, 1, 0)]
    [InlineData(5, 0, 1, 2, 3, 4)]
    [InlineData(6, 0, 1, 2, 3, 4)]
    [InlineData(7, 0, 1, 2, 3, 4)]
    [InlineData(8, 0, 1, 2, 3, 4)]
    public void Points_of_never_rarely_sometimes_often_always(int item, params int[] points) =>
        Assert.Equal(points, Enum.GetValues<CapdAnswer>().Select(answer => CapdScore.Points(item, answer)));

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void There_are_eight_questions(int item) => Assert.Throws<ArgumentOutOfRangeException>(() => CapdScore.Points(item, CapdAnswer.Never));

    [Fact, Rule("ICANS-9.5", "crs-icans-mas 9 item 5")]
    public void All_best_answers_are_0_and_all_worst_32()
    {
        Assert.Equal(new ScoreRange(0, 0), Same(0).Range);
        Assert.Equal(new ScoreRange(32, 32), Same(4).Range);
    }

    public static TheoryData<CapdScore> OneMissing =>
    [
        Same(1) with { EyeContact = null }, Same(1) with { Purposeful = null }, Same(1) with { Aware = null }, Same(1) with { Communicates = null },
        Same(1) with { Restless = null }, Same(1) with { Inconsolable = null }, Same(1) with { Underactive = null }, Same(1) with { SlowToRespond = null },
    ];

    [Theory, MemberData(nameof(OneMissing)), Rule("ICANS-2.7d", "crs-icans-mas 2.7: sum known up to that sum plus 4 for each missing item")]
    public void A_missing_item_has_0_to_4_points(CapdScore score) => Assert.Equal(new ScoreRange(7, 11), score.Range);

    [Fact]
    public void Nothing_observed_is_no_score() => Assert.Null(new CapdScore().Range);

    [Fact]
    public void Points_outside_0_to_4_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CapdScore { EyeContact = 5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CapdScore { Purposeful = 5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CapdScore { Aware = 5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CapdScore { Communicates = 5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CapdScore { Restless = 5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CapdScore { Inconsolable = 5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CapdScore { Underactive = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CapdScore { SlowToRespond = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new IcansInputs { CapdBaseline = 33 });
    }

    internal static CapdScore Same(int points) => new()
    {
        EyeContact = points, Purposeful = points, Aware = points, Communicates = points,
        Restless = points, Inconsolable = points, Underactive = points, SlowToRespond = points,
    };
}
