using System.Globalization;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Gvhd;
using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Grading.Tests.Cases;
using CarNkMonitor.Grading.Tests.Courses;
using CarNkMonitor.Grading.Tests.Crs;
using CarNkMonitor.Grading.Tests.Cytopenia;
using CarNkMonitor.Grading.Tests.Gvhd;
using CarNkMonitor.Grading.Tests.Icans;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Tests.Toxicity;

/// <summary>A worked case as a nurse or physician would have recorded it, and what its table must say at a moment.</summary>
/// <param name="Table">The table that the case is of.</param>
/// <param name="Expected">Level or bounds; empty where the case expects none.</param>
sealed record RecordedCase(string Id, SubjectFacts Facts, DateTime Moment, TablePart Table, string Expected)
{
    public static IEnumerable<RecordedCase> Of(string file) => file switch
    {
        "crs" => WorkedCases.Read(file).Select(row => new RecordedCase(
            row["case_id"], CrsSteps.CourseOf(row).Facts, Course.Hour(0), TablePart.Crs, Bounds(row, "expected_grade_min", "expected_grade_max"))),
        "icans_adult" or "icans_pediatric" => WorkedCases.Read(file).Where(IcansCaseSteps.IsInTheRecord).Select(row => new RecordedCase(
            row["case_id"], IcansCaseSteps.CourseOf(row).Facts, Course.Hour(24), new(AstctIcans.Criteria, ""), Bounds(row, "expected_grade_min", "expected_grade_max"))),
        "magic" => WorkedCases.Read(file).Select(row => new RecordedCase(
            row["case_id"], MagicSteps.FactsOf(row), Course.Hour(MagicSteps.Now), new(MagicAcuteGvhd.Criteria, "signal"), Bounds(row, "expected_signal_min", "expected_signal_max"))),
        "mas_signal" => WorkedCases.Read(file).Where(MasSteps.IsInTheRecord).Select(row => new RecordedCase(
            row["case_id"], MasSteps.FactsOf(row), Course.Hour(0), new(MasSignal.Criteria, ""), Bounds(row, "expected_level_min", "expected_level_max"))),
        "icaht" => WorkedCases.Read(file).Select(row => OfDay(row, "end_day", RecoverySteps.Icaht(row), new(Icaht.Criteria, "early"), "expected_early_grade")),
        "ticaht" => WorkedCases.Read(file).Select(row => OfDay(row, "end_day", RecoverySteps.Ticaht(row), new(Ticaht.Criteria, "early"), "expected_early_grade")),
        "phenotype" => WorkedCases.Read(file).Select(row => OfDay(row, "end_day", RecoverySteps.Phenotype(row), new(AncPhenotype.Criteria, ""), "expected_phenotype")),
        "cytopenia-window" => WorkedCases.Read(file).Select(row => OfDay(
            row, "eval_day", RecoverySteps.Window(row), new(CnkCytopenia.Criteria, RecoverySteps.Code(row)), "expected_category")),
        _ => throw new ArgumentException(file),
    };

    /// <summary>What was observed at each instant, as it is typed; the first is the infusion or comes before it.</summary>
    public IEnumerable<(DateTime At, CheckItem[] Items)> Checks
    {
        get
        {
            var infusions = Facts.InfusionStarts.Select(start => (At: start, Item: new CheckItem("infusion", "complete")));
            // A moment at which nothing was observed is graded because something without meaning for the table was.
            var nothing = (At: Moment, Item: new CheckItem("height", "170", "cm", IsConfirmed: true));
            return Facts.Facts.Select(fact => (At: fact.ObservedAt, Item: ItemOf(fact))).Concat(infusions).Append(nothing)
                .GroupBy(typed => typed.At).OrderBy(check => check.Key).Select(check => (check.Key, check.Select(typed => typed.Item).Distinct().ToArray()));
        }
    }

    static RecordedCase OfDay(CaseRow row, string day, Course course, TablePart table, string expected) =>
        new(row["case_id"], course.Facts, RecoverySteps.Moment((int)row.Number(day)!.Value), table, row[expected]);

    static string Bounds(CaseRow row, string low, string high) => row[low] == row[high] ? row[low] : $"{row[low]}–{row[high]}";

    static CheckItem ItemOf(Fact fact)
    {
        var unit = ObservationCatalog.Default[fact.Code].Quantity?.Unit;
        var number = fact.Reported?.Value ?? (fact.Value is { } value ? new Measured(value, fact.Comparator) : (Measured?)null);
        return new CheckItem(
            fact.Code, number is { } typed ? Typed(typed) : fact.Coded ?? (fact.Flag == true ? "true" : "false"), fact.Reported?.Unit ?? unit, IsConfirmed: true,
            Note: fact.Code.EndsWith("_attribution", StringComparison.Ordinal) ? "known cause" : null, EndedAt: fact.EndedAt,
            Text(fact.Reported?.Limits?.Lower), Text(fact.Reported?.Limits?.Upper));
    }

    static string Typed(Measured number) =>
        (number.Comparator switch { Comparator.Below => "<", Comparator.Above => ">", Comparator.Equal => "" }) + Text(number.Value);

    static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
