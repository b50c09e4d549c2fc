using CarNkMonitor.Grading.Tests.Cases;
using CarNkMonitor.Grading.Tests.Crs;

namespace CarNkMonitor.Grading.Tests.Icans;

/// <summary>A row of icans_adult.csv or icans_pediatric.csv as raw timed observations.</summary>
static class IcansCaseSteps
{
    static readonly (string Column, string Code)[] Words =
    [
        ("loc", "consciousness"), ("loc_attribution", "consciousness_attribution"), ("seizure", "seizure"), ("seizure_attribution", "seizure_attribution"),
        ("motor", "motor_weakness"), ("motor_attribution", "motor_attribution"), ("icp_attribution", "icp_attribution"),
    ];

    static readonly string[] IceColumns = ["ice_orientation", "ice_naming", "ice_commands", "ice_writing", "ice_attention", "ice_total"];
    static readonly string[] Frequencies = ["never", "rarely", "sometimes", "often", "always"];

    /// <summary>A row without any score on the wrong sheet: only the sheet is wrong, and the record has no sheets.</summary>
    public static bool IsInTheRecord(CaseRow row) => row["expected_state"] != "WRONG_INSTRUMENT"
        || row.Cells.Any(cell => cell.Value.Length > 0 && (cell.Key.StartsWith("ice_", StringComparison.Ordinal) || cell.Key.StartsWith("capd_q", StringComparison.Ordinal)));

    /// <summary>The moment graded is hour 24: what the row gives was observed then, the baseline the day before the infusion.</summary>
    public static Course CourseOf(CaseRow row)
    {
        var course = new Course { AgeInDays = row.Number("age__a") is { } years ? DaysOf(years) : null };
        if (row.Flag("dev_delay") is { } delay)
        {
            course.Yes(-48, "developmental_delay", delay);
        }

        if (row.Cells.ContainsKey("ice_total"))
        {
            AddIce(row, course);
        }
        else
        {
            AddCapd(row, course);
        }

        AddFindings(row, course);
        return course;
    }

    static int DaysOf(decimal years) => (int)(years < 21 ? decimal.Ceiling(years * 365.25m) : decimal.Floor(years * 365.25m));

    static void AddIce(CaseRow row, Course course)
    {
        foreach (var code in IceColumns)
        {
            Add(row, code, code, course, 24);
        }

        Add(row, "ice_baseline_total", "ice_total", course, -24);
        AddWord(row, "ice_not_done_reason", "ice_not_done_reason", course);
    }

    static void AddCapd(CaseRow row, Course course)
    {
        for (var item = 1; item <= 8; item++)
        {
            if (row.Text($"capd_q{item}") is { } answer)
            {
                var rank = Array.IndexOf(Frequencies, answer);
                course.Number(24, $"capd_{item}", item <= 4 ? 4 - rank : rank);
            }
        }

        Add(row, "capd_baseline_total", "capd_total", course, -24);
        AddWord(row, "capd_not_done_reason", "capd_not_done_reason", course);
    }

    static void AddFindings(CaseRow row, Course course)
    {
        Array.ForEach(Words, word => AddWord(row, word.Column, word.Code, course));
        Add(row, "seizure_duration__min", "seizure_duration", course, 24);
        foreach (var sign in row.List("icp") ?? [])
        {
            _ = sign is "focal_edema" or "diffuse_edema" ? course.Word(24, "cerebral_oedema_imaging", sign.Split('_')[0]) : course.Word(24, "icp_sign", sign);
        }

        if (row.Flag("intracranial_hemorrhage") is { } bleeding)
        {
            course.Yes(24, "intracranial_hemorrhage", bleeding);
        }

        if (row.Flag("died") == true)
        {
            course.Word(24, "death", row.Text("death_principal_cause") ?? "unknown");
        }
    }

    static void Add(CaseRow row, string column, string code, Course course, double hour)
    {
        if (row.Number(column) is { } value)
        {
            course.Number(hour, code, value);
        }
    }

    static void AddWord(CaseRow row, string column, string code, Course course)
    {
        if (row.Text(column) is { } word)
        {
            course.Word(24, code, word);
        }
    }
}
