using System.Globalization;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Tests.Cases;
using Timeline = CarNkMonitor.Grading.Tests.Crs.Course;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

/// <summary>Rows of the case files of blood counts as raw timed counts.</summary>
static class RecoverySteps
{
    static readonly CultureInfo Inv = CultureInfo.InvariantCulture;

    public static Timeline Icaht(CaseRow row)
    {
        var (end, course) = ((int)row.Number("end_day")!.Value, Counts(new Timeline(), "anc", row["anc_series"], 1000));
        return row.Flag("closed") == true && end < 30 ? course.Word(At(end) + 3, "progression", "progression") : course;
    }

    public static Timeline Ticaht(CaseRow row) => Counts(new Timeline(), "platelets", row["plt_series"]);

    public static Timeline Phenotype(CaseRow row) => Counts(new Timeline(), "anc", row["anc_series"], 1000);

    public static Timeline Window(CaseRow row)
    {
        var (code, product) = (Code(row), row["lineage"] switch { "anc" => "none", "plt" => "platelet_transfusion", _ => "rbc_transfusion" });
        var first = (int)row.Number("ld1_day")!.Value;
        var course = Counts(new Timeline(), code, row["series"]).Word(At(first) - 0.5, "conditioning_dose", "fludarabine")
            .Number(At(first) - 10, code, row.Number("baseline")!.Value);
        return row["transfusion_days"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(course, (all, day) => all.Number(At(int.Parse(day, Inv)) + 2, product, 1));
    }

    public static string Code(CaseRow row) => row["lineage"] switch { "anc" => "anc", "plt" => "platelets", _ => "hgb" };

    public static BloodLineage Lineage(CaseRow row) =>
        row["lineage"] switch { "anc" => BloodLineage.Neutrophils, "plt" => BloodLineage.Platelets, _ => BloodLineage.Hemoglobin };

    /// <summary>A series written day:value.</summary>
    public static Timeline Counts(Timeline course, string code, string series, decimal divisor = 1) => series.Split(' ').Select(one => one.Split(':')).Aggregate(course, (all, one) =>
        all.Number(At(int.Parse(one[0], Inv)), code, decimal.Parse(one[1], Inv) / divisor));

    /// <summary>Ten o'clock of a RecoveryDay, an hour after the infusion of day 0.</summary>
    public static double At(int day) => (day * 24) + 1;

    /// <summary>When a RecoveryDay is graded.</summary>
    public static DateTime Moment(int day) => Timeline.Hour(At(day) + 9);
}
