using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Tests.Cases;
using CarNkMonitor.Grading.Tests.Courses;
using CarNkMonitor.Grading.Tests.Crs;
using CarNkMonitor.Grading.Tests.Icans;

namespace CarNkMonitor.Grading.Tests.IecHs;

/// <summary>A row of iec_hs.csv as raw timed observations; what the row gives as derived is made of readings, counts and doses.</summary>
static class IecHsSteps
{
    /// <summary>The moment graded: the evening of RecoveryDay 20, when a count may be worsening.</summary>
    public const double Now = (20 * 24) + 10;

    static readonly string[] Events =
    [
        "iechs_directed_therapy", "transfusion_for_asymptomatic_hypofibrinogenemia", "bleeding_requiring_transfusion",
        "hospitalized_for_aki_hypotension_or_respiratory_distress", "life_threatening_bleeding_or_hypotension", "intubated_for_respiratory_distress", "dialysis_for_aki",
    ];

    public static SubjectFacts FactsOf(CaseRow row)
    {
        var course = new Course().Word(-100, "conditioning_dose", "fludarabine");
        AddCrs(row, course);
        AddCounts(row, course);
        AddStatements(row, course);
        return Laboratory(row, course.WithFallback());
    }

    /// <summary>An episode with oxygen that resolved; or one that began outside the window of 72 h and goes on unchanged, its fever hidden by a drug.</summary>
    public static Course AddCrs(this Course course, string timing) => timing switch
    {
        "resolving_or_resolved_crs" => course.Check(24, 38.6m).Device(24.5, "nasal_cannula", 2).Quiet(32, 120),
        "during_initial_crs" => Oxygen(course.Temperature(Now - 81, 38.6m).Paracetamol(Now - 80.5), Now - 81, Now - 1),
        "no_crs_documented" => course.Quiet(4, Now - 1),
        _ => course,
    };

    static Course Oxygen(Course course, double from, double to)
    {
        for (var hour = from; hour <= to; hour += 4)
        {
            course.Systolic(hour, 118).Pressors(hour, "none").Device(hour, "nasal_cannula", 2).Temperature(hour + 0.1, 36.8m);
        }

        return course;
    }

    static void AddCrs(CaseRow row, Course course)
    {
        course.AddCrs(row["timing"]);
        _ = row.Flag("fever_new_or_persistent") switch { true => course.Check(Now - 1, 38.6m), false => course.Temperature(Now - 1, 36.8m), null => course };
        _ = row.Flag("neurotoxicity") switch { true => course.Neuro(Now - 1, 5), false => course.Neuro(Now - 1), null => course };
    }

    static void AddCounts(CaseRow row, Course course)
    {
        foreach (var (column, code) in new[] { ("anc__10*9/L", "anc"), ("platelets__10*9/L", "platelets") })
        {
            if (row.Number(column) is { } count)
            {
                _ = row["cytopenia_course"] == "worsening" ? course.Number(Now - 30, code, count + 0.1m) : course;
                course.Number(Now - 1, code, count);
            }
        }
    }

    static void AddStatements(CaseRow row, Course course)
    {
        foreach (var code in new[] { "pulmonary_manifestation", "renal_insufficiency_new", "ferritin_rapid_rise_clinical", "alternative_sole_cause" })
        {
            _ = row.Flag(code) is { } flag ? course.Yes(Now - 1, code, flag) : course;
        }

        _ = row.Flag("tg_fasting") is { } fasting ? course.Yes(Now - 1, "fasting_sample", fasting) : course;
        _ = row.Flag("new_splenomegaly") is { } spleen ? course.Yes(-20, "splenomegaly", false).Yes(Now - 1, "splenomegaly", spleen) : course;
        _ = row.Flag("hemophagocytosis") is { } histology ? course.Word(Now - 2, "hemophagocytosis", histology ? "present" : "absent") : course;
        _ = row.Number("triglycerides__mmol/L") is { } lipids ? course.Number(Now - 1, "triglycerides", lipids) : course;
        foreach (var code in Events.Where(code => row.Flag(code) == true))
        {
            course.Yes(Now - 0.5, code);
        }

        _ = row.Flag("died") == true ? course.Word(Now - 0.4, "death", row.Text("death_principal_cause") ?? "unknown") : course;
        foreach (var (column, code, high, normal) in new[]
        {
            ("ldh_gt_uln", "ldh", 300m, 200m), ("pt_or_aptt_prolonged", "aptt", 40m, 30m), ("direct_hyperbilirubinemia", "bilirubin_direct", 0.5m, 0.2m),
        })
        {
            _ = row.Flag(column) is { } isHigh ? course.Number(Now - 1, code, isHigh ? high : normal) : course;
        }

        _ = row.Flag("pt_or_aptt_prolonged") is not null ? course.Number(Now - 1, "pt", 12) : course;
    }

    static SubjectFacts Laboratory(CaseRow row, SubjectFacts facts)
    {
        foreach (var (name, unit) in new[] { ("ferritin", "ug/L"), ("ast", "U/L"), ("alt", "U/L"), ("fibrinogen", "g/L") })
        {
            var limits = name == "fibrinogen" ? new ReferenceRange(row.Number("fibrinogen_lln__g/L"), null) : new ReferenceRange(null, row.Number($"{name}_uln__{unit}"));
            facts = row.Number($"{name}__{unit}") is { } value ? facts.Reported(Now - 1, name, value, new ReportedValue(value, unit, limits)) : facts;
            facts = name != "fibrinogen" && row.Number($"{name}_baseline__{unit}") is { } before ? facts.Reported(-3, name, before, new ReportedValue(before, unit)) : facts;
        }

        return facts;
    }
}
