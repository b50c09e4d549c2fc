using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;
using CarNkMonitor.Grading.Tests.Crs;
using CsCheck;

namespace CarNkMonitor.Grading.Tests.Courses;

/// <summary>Random but possible records: readings, doses, statements and events of every table, some known only as bounds, several at one instant.</summary>
static class RandomRecord
{
    static readonly (string Code, decimal From, decimal Step)[] Numbers =
    [
        ("temperature", 36, 0.1m), ("temperature", 36.5m, 0.1m), ("sbp", 70, 2), ("spo2", 85, 0.2m), ("resp_rate", 10, 0.5m), ("heart_rate", 50, 2), ("oxygen_flow", 0, 0.2m),
        ("anc", 0, 0.05m), ("anc", 0, 0.02m), ("platelets", 5, 3), ("hgb", 60, 1), ("wbc", 0, 0.1m), ("ferritin", 100, 300), ("ferritin", 100, 50), ("ast", 20, 10), ("alt", 20, 10),
        ("fibrinogen", 0.5m, 0.05m), ("triglycerides", 1, 0.1m), ("ldh", 100, 20), ("creatinine", 0.5m, 0.1m), ("bilirubin_total", 0.2m, 0.2m), ("aptt", 25, 1), ("inr", 0.8m, 0.05m),
        ("ice_total", 0, 0.1m), ("rash_bsa_pct", 0, 1), ("stool_volume", 0, 30), ("stool_unquantified_episodes", 0, 0.1m), ("nausea_days", 0, 0.1m), ("weight", 30, 1),
        ("platelet_transfusion", 1, 0), ("rbc_transfusion", 1, 0), ("tocilizumab_dose", 600, 0), ("gcs_total", 8, 0.1m), ("crp", 1, 2), ("bleeding", 0, 0.04m),
    ];

    static readonly (string Code, string[] Words)[] Coded =
    [
        ("oxygen_device", ["room_air", "room_air", "nasal_cannula", "hfnc", "bipap"]), ("vasopressor_agent", ["none", "none", "norepinephrine", "vasopressin"]),
        ("consciousness", ["alert", "alert", "voice", "tactile"]), ("acvpu", ["A", "A", "C", "V"]), ("seizure", ["none", "brief_resolved"]), ("motor_weakness", ["none", "deep_focal_weakness"]),
        ("fever_attribution", ["unattributed", "infection", "crs"]), ("hypotension_attribution", ["attributable", "other_cause"]), ("hypoxia_attribution", ["attributable", "other_cause"]),
        ("gvhd_confidence_skin", ["possible", "probable", "negative"]), ("gcsf_dose", ["filgrastim"]), ("antipyretic_dose", ["paracetamol"]), ("steroid_dose", ["dexamethasone"]),
        ("hemophagocytosis", ["not_done", "absent", "present"]), ("conditioning_dose", ["fludarabine", "cyclophosphamide"]), ("anticoagulant", ["start", "stop"]),
        ("life_threatening_judgement", ["none", "anemia", "febrile_neutropenia"]),
    ];

    static readonly string[] Flags =
    [
        "masking_drugs_reviewed", "hypotension_clinician", "fluid_bolus_for_hypotension", "fasting_sample", "splenomegaly", "hepatomegaly", "severe_abdominal_pain", "gross_blood_stool",
        "transfusion_indicated", "anc_expected_to_fall", "alternative_sole_cause", "dialysis_for_aki", "iechs_directed_therapy", "discharge_home", "erythroderma",
    ];

    static readonly string[] Provisional = ["fever_attribution", "hypotension_attribution", "hypoxia_attribution"];

    /// <summary>From six days before the infusion to day 40; many facts fall on the same instants.</summary>
    static readonly Gen<Fact> AnyFact = Gen.Select(Gen.Int[0, Numbers.Length + Coded.Length + Flags.Length - 1], Gen.Int[-36, 240], Gen.Int[0, 59]).Select(FactOf);

    /// <summary>The facts of a subject with one or two infusions, one in five of them a child of 13 years.</summary>
    public static readonly Gen<SubjectFacts> Facts = Gen.Select(AnyFact.Array[10, 120], Gen.Bool, Gen.Int[0, 4]).Select((facts, isTwice, age) =>
        new SubjectFacts(isTwice ? [Course.Infusion, Course.Hour(7 * 24)] : [Course.Infusion], TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), facts)
        {
            BirthDate = new DateOnly(age == 0 ? 2012 : 1971, 5, 4), FallbackLimits = TimedCourse.Fallback, StatedConditioningFrom = DateOnly.FromDateTime(Course.Hour(-110)),
        });

    /// <summary>
    /// Without bounds that no number fulfils, without those beside another number of the same instant (which of two is the latest goes by their numbers), and
    /// without those of a baseline score, which then counts as none (specification 2.3: as normal).
    /// </summary>
    public static SubjectFacts WithPossibleBounds(SubjectFacts subject)
    {
        var several = subject.Facts.Where(fact => fact.Value is not null).GroupBy(fact => (fact.Code, fact.ObservedAt)).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return subject with
        {
            Facts = [.. subject.Facts.Where(fact => fact is not { Value: not null, Comparator: not Comparator.Equal }
                || (IsPossible(fact) && !several.Contains((fact.Code, fact.ObservedAt)) && !(IsScore(fact.Code) && fact.ObservedAt < Course.Infusion)))],
        };
    }

    static bool IsPossible(Fact bound) => bound.Comparator == Comparator.Below ? bound.Value > Least(bound) : bound.Value < Most(bound);

    /// <summary>The fact with a number that its bound may stand for, near to it or far from it; itself where it is none.</summary>
    public static Fact OneOf(Fact fact, Random random)
    {
        if (fact is not { Value: { } bound, Comparator: not Comparator.Equal })
        {
            return fact;
        }

        var (from, to) = fact.Comparator == Comparator.Below ? (Least(fact), bound) : (bound, Most(fact));
        var number = from + ((to - from) * random.Next(1, 100) / 100);
        var whole = fact.Comparator == Comparator.Below ? decimal.Ceiling(number) - 1 : decimal.Floor(number) + 1;
        return fact with { Value = IsScore(fact.Code) ? whole : number, Comparator = Comparator.Equal };
    }

    static bool IsScore(string code) => QuantityRules.Find(code)!.Unit == "{score}";

    static decimal Least(Fact fact) => QuantityRules.Find(fact.Code)!.PossibleMin;

    static decimal Most(Fact fact) => QuantityRules.Find(fact.Code)!.PossibleMax;

    static Fact FactOf(int kind, int fourHours, int value)
    {
        var at = Course.Hour(fourHours * 4);
        if (kind < Numbers.Length)
        {
            var (code, from, step) = Numbers[kind];
            var number = from + (step * value);
            return new Fact(Guid.NewGuid(), code, at) { Value = IsScore(code) ? decimal.Floor(number) : number, Comparator = value % 17 == 0 ? Comparator.Below : value % 19 == 0 ? Comparator.Above : Comparator.Equal };
        }

        if (kind - Numbers.Length is var word && word < Coded.Length)
        {
            var (code, words) = Coded[word];
            return new Fact(Guid.NewGuid(), code, at) { Coded = words[value % words.Length], IsProvisional = Provisional.Contains(code) && value % 5 == 0 };
        }

        return new Fact(Guid.NewGuid(), Flags[kind - Numbers.Length - Coded.Length], at) { Flag = value % 3 != 0 };
    }
}
