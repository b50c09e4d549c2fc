using CarNkMonitor.Grading.Tests.Cases;

namespace CarNkMonitor.Grading.Tests.Crs;

/// <summary>A row of crs.csv as raw timed observations.</summary>
static class CrsSteps
{
    static readonly string[] Attributions = ["fever_attribution", "hypotension_attribution", "hypoxia_attribution"];

    /// <summary>The moment graded is hour 0; the infusion lies the row's days before it, and everything measured was observed at that moment.</summary>
    public static Course CourseOf(CaseRow row)
    {
        var course = new Course { AgeInDays = row.Number("age__a") is { } years ? (int)Math.Round(years * 365.25m) : null };
        course.Infusions.Clear();
        course.Infusions.Add(Course.Infusion.AddDays(-(int)row.Number("days_since_infusion__d")!.Value));
        var isEstablished = row.Flag("crs_established") == true;
        if (isEstablished)
        {
            course.Check(-25, 38.6m);
        }

        AddMeasured(row, course);
        AddTherapy(row, course, isEstablished);
        foreach (var code in Attributions.Where(code => row[code] == "other_cause"))
        {
            course.Word(0, code, code == "fever_attribution" ? "infection" : "other_cause");
        }

        return row.Flag("died") == true ? course.Word(0, "death", row.Text("death_principal_cause") ?? "unknown") : course;
    }

    static void AddMeasured(CaseRow row, Course course)
    {
        foreach (var (column, code) in new[]
        {
            ("temp_max__Cel", "temperature"), ("sbp_min__mm[Hg]", "sbp"), ("o2_flow__L/min", "oxygen_flow"), ("spo2_min__%", "spo2"),
        })
        {
            if (row.Number(column) is { } value)
            {
                course.Number(0, code, value);
            }
        }

        course.Pressors(0, row.List("vasopressors") ?? []);
        if (row.Text("o2_device") is { } device)
        {
            course.Device(0, device);
        }

        if (row.Flag("hypotension_clinician") is { } seen)
        {
            course.Yes(0, "hypotension_clinician", seen);
        }

        if (row.Flag("fluid_bolus_for_hypotension") == true)
        {
            course.Yes(0, "fluid_bolus_for_hypotension");
        }
    }

    static void AddTherapy(CaseRow row, Course course, bool isEstablished)
    {
        var hour = isEstablished ? -20 : -1;
        foreach (var drug in row.List("masking_therapy") ?? [])
        {
            _ = drug switch
            {
                "none" => course.Reviewed(0),
                "antipyretic" => course.Paracetamol(hour),
                "tocilizumab" => course.Tocilizumab(hour),
                "corticosteroid" => course.Word(hour, "steroid_dose", "dexamethasone"),
                "other_anticytokine" => course.Word(hour, "anticytokine_dose", "anakinra"),
                _ => throw new ArgumentException(drug),
            };
        }
    }
}
