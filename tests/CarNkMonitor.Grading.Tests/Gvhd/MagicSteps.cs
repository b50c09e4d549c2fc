using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;
using CarNkMonitor.Grading.Tests.Cases;
using CarNkMonitor.Grading.Tests.Courses;
using CarNkMonitor.Grading.Tests.Crs;

namespace CarNkMonitor.Grading.Tests.Gvhd;

/// <summary>A row of magic.csv as raw timed observations.</summary>
static class MagicSteps
{
    /// <summary>The hour that is graded.</summary>
    public const double Now = 240;

    public static SubjectFacts FactsOf(CaseRow row)
    {
        var course = new Course { AgeInDays = row.Number("age_years") is { } years ? (int)(years * 365.25m) + 1 : null };
        foreach (var (column, code) in new[]
        {
            ("rash_bsa_pct", "rash_bsa_pct"), ("desquamation_bsa_pct", "desquamation_bsa_pct"), ("nausea_days", "nausea_days"), ("vomit_eps_per_day", "vomiting_episodes"),
            ("vomit_days", "vomiting_days"), ("stool_measured_ml", "stool_volume"), ("stool_unquantified_episodes", "stool_unquantified_episodes"), ("weight_kg", "weight"),
        })
        {
            _ = row.Number(column) is { } value ? course.Number(Now - 2, code, value) : course;
        }

        foreach (var (column, code) in new[]
        {
            ("erythroderma", "erythroderma"), ("bullae", "bullae"), ("anorexia_with_weight_loss", "anorexia_with_weight_loss"), ("severe_abd_pain", "severe_abdominal_pain"),
            ("ileus", "ileus"), ("gross_blood", "gross_blood_stool"),
        })
        {
            _ = row.Flag(column) is { } flag ? course.Yes(Now - 2, code, flag) : course;
        }

        foreach (var organ in new[] { "skin", "liver", "ugi", "lgi" })
        {
            _ = row.Text($"conf_{organ}") is { } word ? course.Word(Now - 1, $"gvhd_confidence_{organ}", word) : course;
        }

        return row.Number("bilirubin") is { } bilirubin
            ? course.Facts.Reported(Now - 2, "bilirubin_total", QuantityRules.Find("bilirubin_total")!.ToCanonical(bilirubin, row["bilirubin_unit"])!.Value, new ReportedValue(bilirubin, row["bilirubin_unit"]))
            : course.Facts;
    }
}
