using System.Text;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

/// <summary>All cells of the two tables and both sides of every limit, as approved text and in the page for clinicians.</summary>
public sealed class IcahtTruthTableTests
{
    static readonly int[] Lengths = [0, 1, 5, 6, 7, 8, 12, 13, 14, 15];
    static readonly decimal[] EarlyValues = [99.9m, 100, 100.1m, 499.9m, 500, 500.1m];
    static readonly decimal[] LateValues = [99.9m, 100, 100.1m, 499.9m, 500, 500.1m, 999.9m, 1000, 1000.1m, 1499.9m, 1500, 1500.1m];

    [Fact]
    public void Every_cell_is_the_approved_one() => Approved.File("icaht/table.txt", Cells("{0,-16} {1,-16} {2}\n") + LateCells("{0,-16} {1}\n"));

    [Fact]
    public void The_page_shows_the_same_cells()
    {
        Approved.Block("criteria/icaht.md", "early", "| longest run <= 500 | longest run <= 100 | grade |\n| --- | --- | --- |\n" + Cells("| {0} | {1} | {2} |\n"));
        Approved.Block("criteria/icaht.md", "late", "| lowest count after day 30 | grade |\n| --- | --- |\n" + LateCells("| {0} | {1} |\n"));
    }

    [Fact]
    public void Both_sides_of_every_limit_are_the_approved_ones() => Approved.File("icaht/limits.txt", Limits());

    [Fact]
    public void Every_sentence_is_the_approved_one() => Approved.File("icaht/sentences.txt", Sentences());

    static string Cells(string line)
    {
        var text = new StringBuilder();
        foreach (var profound in Enum.GetValues<ProfoundDays>())
        {
            foreach (var severe in Enum.GetValues<SevereDays>())
            {
                text.AppendFormat(null, line, severe, profound, (int)Icaht.Early(severe, profound));
            }
        }

        return text.ToString();
    }

    static string LateCells(string line)
    {
        var text = new StringBuilder();
        foreach (var neutrophils in Enum.GetValues<LateNeutrophils>())
        {
            text.AppendFormat(null, line, neutrophils, (int)Icaht.Late(neutrophils));
        }

        return text.ToString();
    }

    static string Limits()
    {
        var text = new StringBuilder();
        foreach (var (value, days) in from value in EarlyValues from days in Lengths select (value, days))
        {
            Line(text, $"{days} days at {value}", Course.Neutrophils(Course.Run(5, days, value)));
        }

        foreach (var gap in (int[])[1, 2, 3])
        {
            Line(text, $"4 and 4 days at 500 with {gap} days at 501 between", Course.Neutrophils(
                $"4:2000 {Course.Days(5, 8, 500)} {Course.Days(9, 8 + gap, 501)} {Course.Days(9 + gap, 12 + gap, 500)} {Course.Days(13 + gap, 30, 2000)}"));
        }

        foreach (var missing in (int[])[6, 7, 8])
        {
            Line(text, $"{missing} missing days between two days at 500", Course.Neutrophils($"4:2000 5:500 {6 + missing}:500 {Course.Days(7 + missing, 30, 2000)}"));
        }

        foreach (var between in (decimal[])[509.9m, 510, 510.1m])
        {
            Line(text, $"one missing day between 500 and {between}", Course.Neutrophils(FormattableString.Invariant(
                $"{Course.Days(0, 4, 2000)} 5:500 7:{between} {Course.Days(8, 30, 2000)}")));
        }

        foreach (var (from, closed) in from first in (int[])[2, 3, 4] from closed in (bool[])[false, true] select (first, closed))
        {
            Line(text, $"at 500 from day {from} to day 16, window {(closed ? "closed" : "open")}", Course.Neutrophils(Course.Run(from, 30, 500), 16, closed));
        }

        foreach (var (lowest, second) in from one in LateValues from other in LateValues.Append(0) where other >= one || other == 0 select (one, other))
        {
            Line(text, second == 0 ? (FormattableString)$"late, only count {lowest}" : $"late, lowest {lowest}, second {second}",
                IcahtGrader.Late(Course.Neutrophils(FormattableString.Invariant(second == 0 ? (FormattableString)$"40:{lowest}" : $"40:{lowest} 50:{second}"), 60)));
        }

        return text.ToString();
    }

    static void Line(StringBuilder text, FormattableString what, IcahtInputs inputs)
    {
        var (days, result) = (EarlyNeutropenia.Of(inputs), IcahtGrader.Early(inputs));
        Line(text, $"early, {FormattableString.Invariant(what),-64} {days.Longest500,2} {days.Longest100,2}", result);
    }

    static void Line(StringBuilder text, FormattableString what, GradeResult result) =>
        text.Append(null, $"{FormattableString.Invariant(what),-50} grade {result.Low}{(result.Flags.Count > 0 ? " " : "")}{string.Join(' ', result.Flags.Order())}\n");

    static string Sentences()
    {
        var text = new StringBuilder();
        var dose = new GcsfDose(9, GcsfAgent.Filgrastim);
        var rise = "0:2000 4:400 5:300 10:1500 11:1800 12:2000 " + Course.Days(13, 30, 2000);
        foreach (var result in (GradeResult[])
        [
            IcahtGrader.NotAssessed,
            .. Early(("", -1, false), ("", 12, false), ("0:2000 1:<501 2:2000", 2, false)),
            .. Early((Course.Run(0, 0, 0), 30, false), (Course.Run(0, 0, 0), 12, false), ("0:2000 20:2000 30:2000", 30, false), ("0:2000 9:2000", 9, false)),
            .. Early((Course.Run(5, 14, 90), 30, false), (Course.Run(5, 8, 90), 12, false), ("0:2000 5:400 20:2000 30:2000", 30, false), ("0:400 9:2000", 9, false)),
            IcahtGrader.Early(Course.Neutrophils(rise) with { GcsfDoses = [dose] }),
            IcahtGrader.Early(Course.Neutrophils(rise, 12) with { GcsfDoses = [dose] }),
            .. Early((Course.Run(2, 30, 300), 16, true)),
            .. UnderGcsf.Select(IcahtGrader.Early),
            .. Late("", 30), .. Late("", 40), .. Late("40:<600", 40), .. Late("40:1600.50", 40), .. Late("40:900 50:1600", 60),
            .. Late("40:900 50:800", 60), .. Late("40:900 50:1200", 60), .. Late("40:900", 60), .. Late("40:100 50:<600", 60), .. Late("40:<100", 60), .. Late("40:>1600", 60),
        ])
        {
            text.Append(null, $"{result.Sentence.English}\n{result.Sentence.In(Sentence.Chinese)}\n");
        }

        return text.ToString();
    }

    /// <summary>A rise under a growth factor beside a gap, after the never-above row, and beside a bound.</summary>
    static IEnumerable<IcahtInputs> UnderGcsf =>
        from course in new[] { ("0:2000 4:400 5:300 10:1500 30:2000", 30, 9), ("0:2000 4:400 5:300 10:1500 20:2000", 20, 9), (Course.Days(0, 30, 300) + " 33:1500", 40, 32), ("0:<501 " + Course.Days(1, 6, 300) + " 8:1500", 8, 7) }
        select Course.Neutrophils(course.Item1, course.Item2) with { GcsfDoses = [new(course.Item3, GcsfAgent.Filgrastim)] };

    [Fact]
    public void No_remark_hides_that_a_rise_under_gcsf_asks_for_a_count() => Assert.All(UnderGcsf.Select(IcahtGrader.Early), result =>
    {
        Assert.Contains("GCSF_SUPPORTED", result.Flags);
        Assert.EndsWith("count again 3 to 5 days after the last dose.", result.Sentence.English, StringComparison.Ordinal);
        Assert.EndsWith("请在末次给药后 3–5 天复查。", result.Sentence.In(Sentence.Chinese), StringComparison.Ordinal);
    });

    static IEnumerable<GradeResult> Early(params (string Series, int EndDay, bool Closed)[] courses) =>
        courses.Select(course => IcahtGrader.Early(Course.Neutrophils(course.Series, course.EndDay, course.Closed)));

    static IEnumerable<GradeResult> Late(string series, int endDay) => [IcahtGrader.Late(Course.Neutrophils(series, endDay))];
}
