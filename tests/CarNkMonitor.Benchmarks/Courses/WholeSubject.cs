using BenchmarkDotNet.Attributes;
using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Benchmarks.Courses;

/// <summary>
/// Every criterion of one subject at one moment, at the end of 42 days with 5,000 observations and of twice and half as much, against one plain pass that only
/// looks for fever.
/// </summary>
[MemoryDiagnoser]
public class WholeSubject
{
    static readonly DateTime Infused = new(2026, 3, 2, 2, 0, 0, DateTimeKind.Utc);

    SubjectFacts _facts = null!;
    DateTime[] _moment = [];

    [Params(21, 42, 84)]
    public int Days { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        var checks = Enumerable.Range(0, Days * 6).SelectMany(CheckAt);
        var panels = Enumerable.Range(-6, Days + 6).SelectMany(PanelAt);
        _facts = new SubjectFacts([Infused], TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), [.. checks.Concat(panels).OrderBy(fact => fact.ObservedAt)]) { BirthDate = new(1970, 1, 1) };
        _moment = [Infused.AddDays(Days).AddHours(-1)];
        Console.WriteLine($"// {Days} days, {_facts.Facts.Count} observations");
    }

    [Benchmark(Baseline = true)]
    public int OnePlainPass() => PlainPass.Fevers(_facts.Facts);

    [Benchmark]
    public IReadOnlyList<CriterionCourse> EveryCriterion() => SubjectCourse.Over(_facts, CourseSettings.Default, _moment);

    static IEnumerable<Fact> CheckAt(int check)
    {
        var at = Infused.AddHours(4 * check);
        var isSick = check is > 20 and < 50;
        yield return Number("temperature", at, isSick ? 38.2m + (check % 13 * 0.1m) : 36.5m + (check % 9 * 0.1m));
        yield return Number("sbp", at, (isSick ? 84 : 105) + (check * 5 % 40));
        yield return Number("dbp", at, 60 + (check % 20));
        yield return Number("heart_rate", at, 80 + (check % 30));
        yield return Number("resp_rate", at, 16 + (check % 6));
        yield return Number("spo2", at, isSick ? 93 : 97);
        yield return new Fact(Guid.NewGuid(), "oxygen_device", at) { Coded = isSick ? "nasal_cannula" : "room_air" };
        yield return Number("oxygen_flow", at, isSick ? 2 : 0);
        yield return new Fact(Guid.NewGuid(), "vasopressor_agent", at) { Coded = "none" };
        yield return new Fact(Guid.NewGuid(), "acvpu", at) { Coded = "A" };
        yield return new Fact(Guid.NewGuid(), "consciousness", at) { Coded = "alert" };
        yield return new Fact(Guid.NewGuid(), "masking_drugs_reviewed", at) { Flag = true };
        if (check % 3 == 0)
        {
            yield return Number("ice_orientation", at, 4);
            yield return Number("ice_naming", at, 3);
            yield return Number("ice_commands", at, 1);
            yield return Number("ice_writing", at, 1);
            yield return Number("ice_attention", at, 1);
        }

        if (isSick)
        {
            yield return new Fact(Guid.NewGuid(), "antipyretic_dose", at.AddMinutes(20)) { Coded = "paracetamol" };
        }
    }

    static readonly (string Code, decimal Value)[] Panel =
    [
        ("anc", 1.2m), ("wbc", 2.2m), ("alc", 0.4m), ("hgb", 92), ("platelets", 70), ("alt", 40), ("ast", 45), ("alp", 80), ("bilirubin_total", 0.8m), ("bilirubin_direct", 0.2m),
        ("creatinine", 0.9m), ("ldh", 260), ("crp", 40), ("ferritin", 1500), ("fibrinogen", 2.5m), ("triglycerides", 1.9m), ("inr", 1.1m), ("aptt", 33), ("pt", 13), ("albumin", 3.4m),
        ("sodium", 139), ("potassium", 4), ("calcium_total", 8.9m), ("phosphate", 3), ("magnesium", 2), ("glucose", 110), ("urea", 5), ("lactate", 1), ("weight", 70), ("urine_output", 1500),
        ("rash_bsa_pct", 3), ("desquamation_bsa_pct", 0), ("nausea_days", 1), ("vomiting_episodes", 0), ("vomiting_days", 0), ("stool_volume", 200), ("stool_unquantified_episodes", 1), ("pct", 0.2m),
    ];

    static IEnumerable<Fact> PanelAt(int day) => Panel.Select((one, index) => Number(one.Code, Infused.AddDays(day).AddHours(4), one.Value * (1 + (((day * 7) + index) % 9 * 0.1m))));

    static Fact Number(string code, DateTime at, decimal value) => new(Guid.NewGuid(), code, at) { Value = value };
}
