using System.Globalization;
using System.Text;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Hlh;

/// <summary>All combinations of the eight criteria, every limit one step below, at and above, and every sentence, as approved text and in the page.</summary>
public sealed class Hlh2004TruthTableTests
{
    static readonly Hlh2004Inputs Clear = SomeHlh2004.Clear;

    [Fact, Rule("HLH2004-4.2", "crs-icans-mas 4.2; Henter 2007")]
    public void The_512_combinations_are_the_approved_ones()
    {
        var text = new StringBuilder("fever spleen cytopenia lipids/fibrinogen haemophagocytosis NK ferritin sCD25 | molecular | count call\n");
        foreach (var (molecular, bits) in from molecular in (bool[])[false, true] from bits in Enumerable.Range(0, 256) select (molecular, bits))
        {
            var inputs = Enumerable.Range(0, 8).Where(at => (bits & (128 >> at)) != 0)
                .Aggregate(Clear with { MolecularDiagnosis = molecular }, (record, at) => SomeHlh2004.Criteria[at](record));
            var shown = string.Join(' ', Enumerable.Range(0, 8).Select(at => (bits & (128 >> at)) != 0 ? 1 : 0));
            text.AppendFormat(CultureInfo.InvariantCulture, "{0} | {1} | {2} {3}\n", shown, molecular ? 1 : 0, Hlh2004Grader.Grade(inputs).Low, Call(inputs));
        }

        Approved.File("hlh2004/criteria.txt", text.ToString());
    }

    [Fact]
    public void The_page_shows_the_rule()
    {
        var text = new StringBuilder("| criteria present | without molecular diagnosis | with it |\n| --- | --- | --- |\n");
        for (var count = 0; count <= 8; count++)
        {
            text.AppendFormat(CultureInfo.InvariantCulture, "| {0} | {1} | {2} |\n", count, Word(Hlh2004.IsMet(count, false)), Word(Hlh2004.IsMet(count, true)));
        }

        Approved.Block("criteria/hlh2004.md", "rule", text.ToString());
    }

    [Fact, Rule("HLH2004-4.2L", "crs-icans-mas 4.2; Henter 2007")]
    public void Every_limit_one_step_below_at_and_above_is_the_approved_one() => Approved.File("hlh2004/limits.txt", Limits("{0,-60} {1}\n"));

    [Fact]
    public void The_page_shows_the_same_limits() =>
        Approved.Block("criteria/hlh2004.md", "limits", "| recorded | criterion |\n| --- | --- |\n" + Limits("| {0} | {1} |\n"));

    [Fact, Rule("HLH2004-0.3S", "crs-icans-mas 0.3")]
    public void Every_sentence_driver_and_missing_input_is_the_approved_one() => Approved.File("hlh2004/results.txt", Explained.Text((
        from example in Examples
        from result in (GradeResult[])[Hlh2004Grader.Grade(example.Inputs), Hlh2004Grader.Call(example.Inputs)]
        select (example.Name, result)).Append(("not assessed", Hlh2004Grader.NotAssessed))));

    static string Call(Hlh2004Inputs inputs) => Hlh2004Grader.Call(inputs) is { Low: { } low } call && call.State == GradeState.Determined ? call.Scale.Word(low) : "?";

    static string Word(bool isMet) => isMet ? "MET" : "NOT_MET";

    static string Limits(string line)
    {
        var text = new StringBuilder();
        foreach (var (recorded, inputs) in Steps())
        {
            var count = Hlh2004Grader.Grade(inputs);
            text.AppendFormat(CultureInfo.InvariantCulture, line, recorded, count.Low == 1 ? "present" : count.High == 0 ? "absent" : "unknown");
        }

        return text.ToString();
    }

    static IEnumerable<(string Recorded, Hlh2004Inputs Inputs)> Steps() =>
    [
        .. from value in (decimal[])[38.4m, 38.49m, 38.5m, 38.6m] select ($"temperature {value} Cel", Clear with { TemperatureMax = value }),
        .. from value in (decimal[])[89m, 89.9m, 90m, 91m] select ($"haemoglobin {value} g/L, 4 weeks, platelets 99", Clear with { AgeWeeks = 4, Platelets = 99m, Hemoglobin = value }),
        .. from value in (decimal[])[99m, 99.9m, 100m, 101m] select ($"haemoglobin {value} g/L, 3.9 weeks, platelets 99", Clear with { AgeWeeks = 3.9m, Platelets = 99m, Hemoglobin = value }),
        .. from value in (decimal[])[89m, 90m, 99m, 100m] select ($"haemoglobin {value} g/L, age unknown, platelets 99", Clear with { AgeWeeks = null, Platelets = 99m, Hemoglobin = value }),
        .. from value in (decimal[])[99m, 99.9m, 100m, 101m] select ($"platelets {value}, neutrophils 0.9", Clear with { Neutrophils = 0.9m, Platelets = value }),
        .. from value in (decimal[])[0.99m, 0.999m, 1m, 1.01m] select ($"neutrophils {value}, platelets 99", Clear with { Platelets = 99m, Neutrophils = value }),
        ("one lineage: platelets 10", Clear with { Platelets = 10m }),
        .. from value in (decimal[])[2.99m, 2.999m, 3m, 3.01m] select ($"triglycerides {value} mmol/L fasting", Clear with { Triglycerides = Triglycerides.InMmolPerL(value) }),
        .. from value in (decimal[])[264m, 264.9m, 265m, 266m] select ($"triglycerides {value} mg/dL fasting", Clear with { Triglycerides = Triglycerides.InMgPerDL(value) }),
        ("triglycerides 2.99 mmol/L not fasting", Clear with { Triglycerides = Triglycerides.InMmolPerL(2.99m), TriglyceridesFasting = false }),
        ("triglycerides 3.4 mmol/L not fasting", Clear with { Triglycerides = Triglycerides.InMmolPerL(3.4m), TriglyceridesFasting = false }),
        ("triglycerides 3.4 mmol/L, fasting not recorded", Clear with { Triglycerides = Triglycerides.InMmolPerL(3.4m), TriglyceridesFasting = null }),
        .. from value in (decimal[])[1.49m, 1.5m, 1.501m, 1.51m] select ($"fibrinogen {value} g/L", Clear with { Fibrinogen = value }),
        ("triglycerides 4.1 mmol/L and fibrinogen 1.0 g/L: one criterion", Clear with { Triglycerides = Triglycerides.InMmolPerL(4.1m), Fibrinogen = 1m }),
        .. from value in Enum.GetValues<NkActivity>() select ($"NK activity {value}", Clear with { NkActivity = value }),
        .. from value in (decimal[])[499m, 499.9m, 500m, 501m] select ($"ferritin {value} ug/L", Clear with { Ferritin = value }),
        .. from value in (decimal[])[2399m, 2399.9m, 2400m, 2401m] select ($"soluble CD25 {value} U/mL", Clear with { SolubleCd25 = value }),
        ("ferritin <500 ug/L", Clear with { Ferritin = new(500m, Comparator.Below) }),
        ("ferritin >2000 ug/L", Clear with { Ferritin = new(2000m, Comparator.Above) }),
        ("ferritin <1000 ug/L", Clear with { Ferritin = new(1000m, Comparator.Below) }),
    ];

    static readonly Hlh2004Inputs Four = SomeHlh2004.Criteria[..4].Aggregate(Clear, (record, criterion) => criterion(record));

    static readonly (string Name, Hlh2004Inputs Inputs)[] Examples =
    [
        ("nothing abnormal", Clear),
        ("all eight", SomeHlh2004.Criteria.Aggregate(Clear with { Neutrophils = 0.1m, Triglycerides = Triglycerides.InMgPerDL(400m) }, (record, criterion) => criterion(record))),
        ("five, sCD25 not measured", Four with { Ferritin = 900m, SolubleCd25 = null }),
        ("four, sCD25 not measured", Four with { SolubleCd25 = null }),
        ("four, marrow not examined and NK activity not measured", Four with { Hemophagocytosis = null, NkActivity = null }),
        ("molecular diagnosis alone", Clear with { MolecularDiagnosis = true }),
        ("four, triglycerides raised and not fasting", Four with { Fibrinogen = 3m, Ferritin = 900m, Triglycerides = Triglycerides.InMmolPerL(3.4m), TriglyceridesFasting = false }),
        ("four, triglycerides raised and fasting not recorded", Four with { Fibrinogen = 3m, Ferritin = 900m, Triglycerides = Triglycerides.InMmolPerL(3.4m), TriglyceridesFasting = null }),
        ("four, ferritin only as a limit", Four with { Ferritin = new(1000m, Comparator.Below) }),
        ("one low lineage is no criterion", Clear with { Platelets = 10m }),
        ("one, two more unknown", Clear with { TemperatureMax = 39m, Splenomegaly = null, SolubleCd25 = null }),
        ("haemoglobin between the limits of two ages, age unknown", Four with { AgeWeeks = null, Hemoglobin = 95m, Ferritin = 900m }),
        ("nothing recorded", new Hlh2004Inputs()),
    ];
}
