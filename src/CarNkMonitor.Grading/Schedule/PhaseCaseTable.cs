using System.Globalization;
using CarNkMonitor.Grading.Cases;

namespace CarNkMonitor.Grading.Schedule;

/// <summary>The sheet of phase cases (specification of observations and schedule, 6.2 and 6.3).</summary>
public sealed class PhaseCaseTable : CaseTable
{
    /// <summary>A course counted in days never comes near it; further away the sums could overflow.</summary>
    const int Furthest = 100_000;

    static readonly Column<IReadOnlyList<int>> Infusions = Columns.Text(
        "infusion_days", "RecoveryDays of the infusions given or planned, separated by a semicolon, such as 0;7;14.", Days, required: true);
    static readonly Column<int> From = Day("cond_first_day", "RecoveryDay of the first conditioning dose; empty counts as the plan's own, -4.");
    static readonly Column<int> To = Day("cond_last_day", "RecoveryDay of the last conditioning dose; empty counts as the plan's own, -2.");
    static readonly Column<int> Asked = Columns.Integer("study_day", -Furthest, Furthest, "d", "RecoveryDay of the day asked for; day 0 exists.", required: true);
    static readonly Column<int> Home = Day("home_day", "RecoveryDay of the discharge home; empty when not discharged.");

    /// <inheritdoc/>
    public override string Name => "phase";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [PhaseOfCourse.Criteria];

    /// <inheritdoc/>
    public override string Citation => "Our own proposal: monitoring schedule of the CarNkMonitor specification, 6.2 and 6.3";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } = [Infusions, From, To, Asked, Home];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["phase", "cycle_day", "crs_checks"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var course = new CourseDays(row.Entry(Infusions)!) { HomeDay = row.Value(Home) };
        course = course with { ConditioningFrom = row.Value(From) ?? course.ConditioningFrom, ConditioningTo = row.Value(To) ?? course.ConditioningTo };
        if (course.ConditioningTo < course.ConditioningFrom)
        {
            throw new CaseInputException(To.Name, $"lies before {From.Name}.");
        }

        var day = row.Value(Asked)!.Value;
        var result = PhaseGrader.Grade(new PhaseInputs(course, day));
        return new CaseResult([result], [CaseText.Low(result), CaseText.Of(course.CycleDay(day)), CaseText.Of(course.CrsChecks(day))]);
    }

    static Column<int> Day(string name, string meaning) => Columns.Integer(name, -Furthest, Furthest, "d", meaning);

    static IReadOnlyList<int> Days(string cell) => [.. cell.Split(';', StringSplitOptions.TrimEntries).Select(OneDay)];

    static int OneDay(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var day) && int.Abs(day) <= Furthest ? day
        : throw new FormatException($"'{text}' is not a day; write whole days with semicolons between them, such as 0;7;14.");
}
