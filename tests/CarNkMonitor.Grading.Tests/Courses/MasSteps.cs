using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Tests.Cases;
using CarNkMonitor.Grading.Tests.Crs;

namespace CarNkMonitor.Grading.Tests.Courses;

/// <summary>A row of mas_signal.csv as raw timed observations. The moment graded is hour 0; the infusion lies the row's days before it.</summary>
static class MasSteps
{
    /// <summary>Rows that contradict the derivations cannot come from a record: half a temperature record, a baseline that is no previous sample.</summary>
    public static bool IsInTheRecord(CaseRow row) =>
        row["fever_windows_ge_38_5"].Length == 0 == (row["fever_recrudescent"].Length == 0)
        && row.Number("days_since_infusion__d") is not null && row.Flag("second_fall") is not null
        && (row.Number("ferritin_now__ug/L") is null || row.Number("ferritin_prev__ug/L") is not null || row.Number("ferritin_baseline__ug/L") is null
            || row.Number("ferritin_now__ug/L") < 1000);

    static readonly string[] Enzymes = ["ast", "alt"];

    public static SubjectFacts FactsOf(CaseRow row)
    {
        var days = row.Number("days_since_infusion__d")!.Value;
        var (course, infusion) = (new Course(), (double)-days * 24);
        course.Infusions.Clear();
        course.Infusions.Add(Course.Hour(infusion));
        AddFever(row, course);
        AddFerritin(row, course, infusion);
        AddCounts(row, course, infusion);
        foreach (var (column, code) in new[] { ("fibrinogen__g/L", "fibrinogen"), ("triglycerides__mmol/L", "triglycerides") })
        {
            _ = row.Number(column) is { } value ? course.Number(-1, code, value) : course;
        }

        _ = row.Flag("tg_fasting") is { } fasting ? course.Yes(-1, "fasting_sample", fasting) : course;
        return Enzymes.Aggregate(course.Facts, (facts, code) => row.Number($"{code}__U/L") is not { } value ? facts
            : facts.Reported(-1, code, value, new ReportedValue(value, "U/L", new ReferenceRange(null, row.Number($"{code}_uln__U/L")))));
    }

    static void AddFever(CaseRow row, Course course)
    {
        _ = row.Flag("fever_masked_24h") switch { true => course.Paracetamol(-5), false => course.Reviewed(-1), null => course };
        if (row.Flag("fever_recrudescent") == true)
        {
            course.Temperature(-80, 39).Temperature(-60, 37).Temperature(-40, 37).Temperature(-30, 37).Temperature(-20, 37).Temperature(-1, 38.9m);
        }
        else if (row.Number("fever_windows_ge_38_5") is { } windows)
        {
            for (var window = 0; window <= windows; window++)
            {
                course.Temperature(-1 - (window * 24), window < windows ? 38.5m : 38.4m);
            }
        }
    }

    static void AddFerritin(CaseRow row, Course course, double infusion)
    {
        var now = row.Number("ferritin_now__ug/L");
        _ = row.Number("ferritin_baseline__ug/L") is { } baseline ? course.Number(infusion - 1, "ferritin", baseline) : course;
        _ = now is { } value ? course.Number(-1, "ferritin", value) : course;
        if (now is not null && row.Number("ferritin_prev__ug/L") is { } previous && row.Number("ferritin_interval__h") is { } hours)
        {
            course.Number(-1 - (double)hours, "ferritin", previous);
        }
    }

    static void AddCounts(CaseRow row, Course course, double infusion)
    {
        foreach (var (column, code, limit) in new[] { ("anc__10*9/L", "anc", 1.0m), ("platelets__10*9/L", "platelets", 100m), ("hemoglobin__g/L", "hgb", 90m) })
        {
            if (row.Number(column) is { } now)
            {
                _ = row.Flag("second_fall") == true ? course.Number(infusion + 20, code, limit - 0.5m).Number(infusion + 40, code, limit) : course;
                course.Number(-1, code, now);
            }
        }
    }
}
