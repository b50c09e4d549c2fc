using CarNkMonitor.Grading;
using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Tests.Decisions;

/// <summary>
/// One line for each course: <c>hour:grade</c>, where a grade is <c>2</c>, <c>1-3</c> or <c>?</c> for not assessed, and for tables that count episodes
/// <c>@episode</c> follows while one is open and <c>#episode</c> while none is. Expected: <c>onset|maximum|at|end|state</c>, the latest onset first.
/// </summary>
public class AdverseEpisodesTests
{
    static readonly DateTime Start = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("0:0 4:0", "")]
    [InlineData("0:0 4:1 8:2 12:1", "4|2-2|8|-|Ongoing")]
    [InlineData("0:1 4:3 8:3 12:0", "0|3-3|4|12|Resolved")]
    [InlineData("0:1 4:0 8:2 12:0", "8|2-2|8|12|Resolved 0|1-1|0|4|Resolved")]
    [InlineData("0:0-3 4:0-2", "")]
    [InlineData("0:1 4:0-2 8:2", "0|2-2|8|-|Ongoing")]
    [InlineData("0:1-2 4:1-4 8:2", "0|2-4|8|-|Ongoing")]
    [InlineData("0:2 4:?", "0|2-2|0|-|NotAssessed")]
    [InlineData("0:2 4:? 8:0", "0|2-2|0|8|Resolved")]
    [InlineData("0:? 4:0", "")]
    public void A_table_without_episodes_has_one_from_the_first_grade_of_1_to_the_first_0_after_it(string course, string expected) =>
        Assert.Equal(expected, Episodes("CTCAE-5.0", "anemia", course));

    [Theory]
    [InlineData("0:0#1 4:1@1 8:2@1", "4|2-2|8|-|Ongoing")]
    [InlineData("4:1@1 8:0@1 12:0@1", "4|1-1|4|8|Subsiding")]
    [InlineData("4:1@1 8:0@1 12:2@1", "4|2-2|12|-|Ongoing")]
    [InlineData("4:1@1 8:0@1 32:0#2", "4|1-1|4|8|Resolved")]
    [InlineData("4:1@1 8:0@1 32:0#2 40:3@2", "40|3-3|40|-|Ongoing 4|1-1|4|8|Resolved")]
    [InlineData("4:2@1 8:0-2@1", "4|2-2|4|-|Ongoing")]
    [InlineData("4:0-1@1 8:0@1", "4|0-1|4|8|Subsiding")]
    public void A_table_that_counts_episodes_says_itself_which_is_open(string course, string expected) =>
        Assert.Equal(expected, Episodes("ASTCT-CRS-2019", "", course));

    [Fact]
    public void Each_table_and_part_has_its_own_episodes()
    {
        var rows = Rows("CTCAE-5.0", "anemia", "0:2 8:0").Concat(Rows("CTCAE-5.0", "platelet count decreased", "4:3"));
        Assert.Equal([("platelet count decreased", 3), ("anemia", 2)], AdverseEpisodes.Of(rows).Select(episode => (episode.Table.Part, episode.MaximumLow)));
    }

    [Fact]
    public void An_open_episode_of_a_table_that_left_force_is_graded_no_more_and_a_closed_one_stays_as_it_was()
    {
        var settings = StudySettings.Default with { Criteria = [.. StudySettings.Default.Criteria.Except(["CTCAE-5.0"])] };
        var open = Assert.Single(AdverseEpisodes.Of(Rows("CTCAE-5.0", "platelet count decreased", "0:3")));
        var closed = Assert.Single(AdverseEpisodes.Of(Rows("CTCAE-5.0", "anemia", "0:2 8:0")));

        Assert.Equal(EpisodeState.NoLongerGraded, open.Under(settings).State);
        Assert.Equal(EpisodeState.Ongoing, open.Under(StudySettings.Default).State);
        Assert.Equal(closed, closed.Under(settings));
    }

    [Fact]
    public void The_order_of_the_rows_does_not_matter_and_the_maximum_names_its_assessment()
    {
        var rows = Rows("CTCAE-5.0", "anemia", "0:1 4:3 8:3 12:1");
        var episode = Assert.Single(AdverseEpisodes.Of(rows.Reverse()));
        Assert.Equal((rows[1].Id, 1), (episode.MaximumId, episode.Number));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void A_resolved_episode_covers_its_moments_with_both_ends(int hour, bool isCovered) =>
        Assert.Equal(isCovered, AdverseEpisodes.Of(Rows("CTCAE-5.0", "anemia", "0:2 8:0")).Single().Covers(Start.AddHours(hour)));

    static string Episodes(string criteria, string part, string course) => string.Join(' ', AdverseEpisodes.Of(Rows(criteria, part, course)).Select(one =>
        $"{Hour(one.OnsetAt)}|{one.MaximumLow}-{one.MaximumHigh}|{Hour(one.MaximumAt)}|{(one.EndedAt is { } end ? Hour(end) : "-")}|{one.State}"));

    static string Hour(DateTime at) => $"{(at - Start).TotalHours}";

    static Assessment[] Rows(string criteria, string part, string course)
    {
        Dictionary<int, DateTime> onsets = [];
        return [.. course.Split(' ').Select(cell => Row(criteria, part, cell, onsets))];
    }

    static Assessment Row(string criteria, string part, string cell, Dictionary<int, DateTime> onsets)
    {
        var (hour, rest) = cell.Split(':') is [var at, var text] ? (int.Parse(at, System.Globalization.CultureInfo.InvariantCulture), text) : throw new FormatException(cell);
        var isOpen = rest.Contains('@', StringComparison.Ordinal);
        var parts = rest.Split('@', '#');
        var episode = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 1;
        var moment = Start.AddHours(hour);
        if (isOpen)
        {
            onsets.TryAdd(episode, moment);
        }

        int?[] range = parts[0] == "?" ? [null, null] : [.. parts[0].Split('-').Select(grade => (int?)int.Parse(grade, System.Globalization.CultureInfo.InvariantCulture))];
        return new Assessment
        {
            SubjectId = Guid.Empty, Criteria = criteria, Part = part, Moment = moment, Version = 1, Low = range[0], High = range[^1],
            State = range[0] is null ? GradeState.NotAssessed : range[0] == range[^1] ? GradeState.Determined : GradeState.CannotExclude,
            Episode = episode, OnsetAt = isOpen ? onsets[episode] : null, SettingsVersion = 1, ResultJson = "{}", AssessedAt = moment,
        };
    }
}
