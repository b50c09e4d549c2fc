using CarNkMonitor.Grading.Icans;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Icans;

public sealed class IceScoreTests
{
    static readonly IceScore Full = new() { Orientation = 4, Naming = 3, Commands = 1, Writing = 1, Attention = 1 };

    [Fact, Rule("ICANS-2.2a", "crs-icans-mas 2.2; Lee 2019 Table 4")]
    public void The_items_of_the_printed_table_add_up_to_10()
    {
        Assert.Equal(new ScoreRange(10, 10), Full.Range);
        Assert.Equal(new ScoreRange(0, 0), new IceScore { Orientation = 0, Naming = 0, Commands = 0, Writing = 0, Attention = 0 }.Range);
    }

    public static TheoryData<IceScore, int> OneMissing => new()
    {
        { Full with { Orientation = null }, 6 }, { Full with { Naming = null }, 7 }, { Full with { Commands = null }, 9 },
        { Full with { Writing = null }, 9 }, { Full with { Attention = null }, 9 },
    };

    [Theory, MemberData(nameof(OneMissing)), Rule("ICANS-2.2b", "crs-icans-mas 2.2: sum of known items up to that sum plus the maxima of the missing ones")]
    public void A_missing_item_has_between_none_and_all_of_its_points(IceScore score, int low) => Assert.Equal(new ScoreRange(low, 10), score.Range);

    [Fact, Rule("ICANS-2.2c", "crs-icans-mas 2.2: if no item but a total was charted, use the total")]
    public void A_charted_total_counts_only_without_any_item()
    {
        Assert.Equal(new ScoreRange(6, 6), new IceScore { Total = 6 }.Range);
        Assert.Equal(new ScoreRange(4, 10), new IceScore { Total = 6, Orientation = 4 }.Range);
        Assert.Null(new IceScore().Range);
    }

    [Fact, Rule("ICANS-5.3a", "crs-icans-mas 5 item 3: an ICE item above its maximum is rejected")]
    public void Points_outside_the_item_are_refused()
    {
        Assert.Contains("0 to 4", Assert.Throws<ArgumentOutOfRangeException>(() => new IceScore { Orientation = 5 }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new IceScore { Naming = 4 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new IceScore { Commands = 2 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new IceScore { Writing = 2 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new IceScore { Attention = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new IceScore { Total = 11 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new IcansInputs { IceBaseline = 11 });
    }
}
