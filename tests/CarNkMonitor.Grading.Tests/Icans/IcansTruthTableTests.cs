using System.Text;
using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;
using static CarNkMonitor.Grading.Tests.Icans.SomeIcans;
using static System.FormattableString;

namespace CarNkMonitor.Grading.Tests.Icans;

/// <summary>All cells of both tables and every numeric limit, as approved text; the short form of the same in the page for clinicians.</summary>
public sealed class IcansTruthTableTests
{
    [Fact, Rule("ICANS-2.3", "crs-icans-mas 2.3; Lee 2019 Table 5")]
    public void The_cells_of_adults_are_the_approved_ones() => Approved.File("icans/adult.txt", Lines(
        from cells in AstctIcansTests.AllCells()
        let grade = AstctIcans.Grade(cells.Item1, cells.Item2, cells.Item3, cells.Item4, cells.Item5)
        select $"{cells.Item1,-12} {cells.Item2,-22} {cells.Item3,-22} {cells.Item4,-18} {cells.Item5,-19} {(int)grade}"));

    [Fact, Rule("ICANS-2.7", "crs-icans-mas 2.7; Lee 2019 Table 7")]
    public void The_cells_of_children_are_the_approved_ones() => Approved.File("icans/pediatric.txt", Lines(
        from capd in Enum.GetValues<Capd>()
        from cells in AstctIcansTests.AllCells()
        where cells.Item1 == Ice.NotReduced
        let grade = AstctPediatricIcans.Grade(capd, cells.Item2, cells.Item3, cells.Item4, cells.Item5)
        select $"{capd,-15} {cells.Item2,-22} {cells.Item3,-22} {cells.Item4,-18} {cells.Item5,-19} {(int)grade}"));

    [Fact]
    public void The_page_shows_the_same_cells_of_adults() => Approved.Block("criteria/icans.md", "adult", Matrix<Ice>(
        (ice, level) => AstctIcans.Grade(ice, level, Seizure.Absent, MotorWeakness.None, RaisedPressure.Absent)));

    [Fact]
    public void The_page_shows_the_same_cells_of_children() => Approved.Block("criteria/icans.md", "pediatric", Matrix<Capd>(
        (capd, level) => AstctPediatricIcans.Grade(capd, level, Seizure.Absent, MotorWeakness.None, RaisedPressure.Absent)));

    [Fact]
    public void The_page_shows_what_the_other_rows_say_alone() => Approved.Block("criteria/icans.md", "rows", "| finding | grade at least |\n| --- | --- |\n" + Lines(
    [
        .. Enum.GetValues<Seizure>().Select(cell => Row(cell, AstctIcans.Grade(default, default, cell, default, default))),
        .. Enum.GetValues<MotorWeakness>().Select(cell => Row(cell, AstctIcans.Grade(default, default, default, cell, default))),
        .. Enum.GetValues<RaisedPressure>().Select(cell => Row(cell, AstctIcans.Grade(default, default, default, default, cell))),
    ]));

    [Fact, Rule("ICANS-limits", "crs-icans-mas 2.1 to 2.8: every number, one step below, at it and one step above")]
    public void Every_limit_is_the_approved_one() => Approved.File("icans/limits.txt", Lines(Limits()));

    [Fact]
    public void The_page_shows_the_same_limits() => Approved.Block("criteria/icans.md", "limits", "| limit | result |\n| --- | --- |\n" + Lines(
        Limits().Select(line => $"| {line[..line.LastIndexOf(": ", StringComparison.Ordinal)]} | {line[(line.LastIndexOf(": ", StringComparison.Ordinal) + 2)..]} |")));

    static IEnumerable<string> Limits() =>
    [
        .. from years in Around(12m, 0.01m) select Invariant($"no delay, {years} years: {IcansInstrument.For(years, false)}"),
        .. from years in (decimal[])[.. Around(12m, 0.01m), .. Around(21m, 0.01m)]
           select Invariant($"developmental delay, {years} years: {IcansInstrument.For(years, true)}"),
        .. from ice in Enumerable.Range(0, 11) select $"ICE {ice}, baseline 10, alert: {Grade(Adult.WithIce(ice))}",
        .. from ice in Around(8, 1) select $"ICE {ice}, baseline 8, alert: {Grade((Adult with { IceBaseline = 8 }).WithIce((int)ice))}",
        .. from ice in Around(3, 1) select $"ICE {ice}, baseline 3, alert: {Grade((Adult with { IceBaseline = 3 }).WithIce((int)ice))}",
        .. from ice in Enumerable.Range(0, 2) select $"ICE {ice}, unarousable: {Grade(Adult.WithIce(ice) with { IceNotDone = NotDoneReason.Unarousable })}",
        .. from capd in Enumerable.Range(0, 33) select $"CAPD {capd}, baseline 0, alert: {Grade(Child.WithCapd(capd))}",
        .. from capd in Around(10, 1) select $"CAPD {capd}, baseline 10, alert: {Grade((Child with { CapdBaseline = 10 }).WithCapd((int)capd))}",
        .. from seizure in Enum.GetValues<SeizureReport>()
           from minutes in Around(5.0m, 0.1m)
           select Invariant($"seizure {seizure}, {minutes} min: {Grade(Adult with { Seizure = seizure, SeizureMinutes = minutes })}"),
        .. from day in (decimal[])[.. Around(0, 1), .. Around(28, 1)] select $"ICE 8, day {day}: {Flagged(Adult.WithIce(8) with { Day = (int)day })}",
    ];

    /// <summary>One step below, at the limit, one step above.</summary>
    static decimal[] Around(decimal limit, decimal step) => [limit - step, limit, limit + step];

    static string Flagged(IcansInputs inputs) => $"{Grade(inputs)} {string.Join(" ", IcansGrader.Grade(inputs).Flags.Where(flag => flag != IcansFlag.Ice))}".TrimEnd();

    static string Row<T>(T finding, ToxicityGrade grade) => $"| {typeof(T).Name}: {finding} | {(int)grade} |";

    static string Matrix<T>(Func<T, Consciousness, ToxicityGrade> grade) where T : struct, Enum
    {
        var levels = Enum.GetValues<Consciousness>();
        var head = $"| {typeof(T).Name} | {string.Join(" | ", levels)} |\n| --- |{string.Concat(levels.Select(_ => " --- |"))}\n";
        return head + Lines(Enum.GetValues<T>().Select(row => $"| {row} | {string.Join(" | ", levels.Select(level => (int)grade(row, level)))} |"));
    }

    static string Lines(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }
}
