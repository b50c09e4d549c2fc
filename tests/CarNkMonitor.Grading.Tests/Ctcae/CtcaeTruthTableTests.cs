using System.Globalization;
using System.Text;
using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Ctcae;

/// <summary>Every limit of every term one step below, at and above, in every unit, as approved text and in the pages for clinicians.</summary>
public sealed class CtcaeTruthTableTests
{
    [Fact, Rule("CTC-2.1", "gvhd-cytopenia-observations 2.1; CTCAE v5.0, NCI, 27 November 2017")]
    public void The_limits_of_version_5_are_the_approved_ones() => Approved.File("ctcae/ctcae5.txt", Lines(Five(), everyUnit: true, Line));

    [Fact, Rule("CTC-2.2", "gvhd-cytopenia-observations 2.2; CTCAE v6.0, NCI, 2025")]
    public void The_limits_of_version_6_are_the_approved_ones() => Approved.File("ctcae/ctcae6.txt", Lines(Six(), everyUnit: true, Line));

    [Fact]
    public void The_page_of_version_5_shows_the_same_limits() => Approved.Block("criteria/ctcae-5.md", "limits", Head + Lines(Five(), everyUnit: false, Row));

    [Fact]
    public void The_page_of_version_6_shows_the_same_limits() => Approved.Block("criteria/ctcae-6.md", "limits", Head + Lines(Six(), everyUnit: false, Row));

    const string Head = "| term | with | value = grade |\n| --- | --- | --- |\n";

    /// <summary>A term with what is known beside the value, and where its grades begin, all in the canonical unit; printed units have scenes of their own.</summary>
    sealed record Scene(LabCriterion Term, string With, LabInputs Inputs, decimal Step, params decimal[] Limits);

    static IEnumerable<Scene> Five() =>
    [
        Low(Ctcae5.NeutrophilCountDecreased, 1.8m, 0.01m, 0.5m, 1.0m, 1.5m), Low(Ctcae5.PlateletCountDecreased, 150, 1, 25, 50, 75),
        Low(Ctcae5.WhiteBloodCellDecreased, 4.0m, 0.01m, 1.0m, 2.0m, 3.0m), Low(Ctcae5.LymphocyteCountDecreased, 1.0m, 0.01m, 0.2m, 0.5m, 0.8m),
        Low(Ctcae5.Cd4LymphocytesDecreased, 800, 1, 50, 200, 500), .. Anemia(Ctcae5.Anemia),
        .. Liver(Ctcae5.AlanineAminotransferaseIncreased, [1, 3, 5, 20], [1.5m, 3, 5, 20]), .. Liver(Ctcae5.AspartateAminotransferaseIncreased, [1, 3, 5, 20], [1.5m, 3, 5, 20]),
        .. Liver(Ctcae5.AlkalinePhosphataseIncreased, [1, 2.5m, 5, 20], [2, 2.5m, 5, 20]), .. Liver(Ctcae5.BloodBilirubinIncreased, [1, 1.5m, 3, 10], [1, 1.5m, 3, 10]),
        High(Ctcae5.CreatinineIncreased, "ULN 2, no baseline", new() { Uln = 2 }, 2, 3, 6, 12),
        High(Ctcae5.CreatinineIncreased, "ULN 2, baseline 1", new() { Uln = 2, Baseline = 1, BaselineIsHigh = false }, 1.5m, 2, 3, 6, 12),
        High(Ctcae5.CreatinineIncreased, "no ULN, baseline 1", new() { Baseline = 1, BaselineIsHigh = false }, 1, 1.5m, 3, 6),
        .. Fibrinogen(Ctcae5.FibrinogenDecreased), .. Clotting(Ctcae5.InrIncreased, Ctcae5.ActivatedPartialThromboplastinTimeProlonged), .. Triglycerides(Ctcae5.Hypertriglyceridemia),
    ];

    static IEnumerable<Scene> Six() =>
    [
        new(Ctcae6.NeutrophilCountDecreased, "", new(), 0.01m, 0.1m, 0.5m, 1.0m, 1.5m), Low(Ctcae6.Thrombocytopenia, 150, 1, 10, 50, 75),
        Low(Ctcae6.WhiteBloodCellDecreased, 4.0m, 0.01m, 1.0m, 2.0m, 3.0m), Low(Ctcae6.Cd4LymphocytesDecreased, 800, 1, 50, 200, 500), .. Anemia(Ctcae6.Anemia),
        .. Liver(Ctcae6.AlanineAminotransferaseIncreased, [1, 3, 5, 20], [1, 1.5m, 2, 4]), .. Liver(Ctcae6.AspartateAminotransferaseIncreased, [1, 3, 5, 20], [1, 1.5m, 2, 4]),
        High(Ctcae6.AlkalinePhosphataseIncreased, "ULN 2, baseline 1", new() { Uln = 2, Baseline = 1 }, 1, 2),
        High(Ctcae6.AlkalinePhosphataseIncreased, "ULN 2, baseline 3", new() { Uln = 2, Baseline = 3 }, 2, 3),
        .. Liver(Ctcae6.BloodBilirubinIncreased, [1, 1.5m, 3, 10], [1, 1.5m, 2.5m, 10]),
        High(Ctcae6.CreatinineIncreased, "ULN 2, baseline 1, not low", new() { Uln = 2, Baseline = 1, BaselineIsLow = false }, 1.5m, 2, 3, 6, 12),
        High(Ctcae6.CreatinineIncreased, "ULN 2, baseline 1, low", new() { Uln = 2, Baseline = 1, BaselineIsLow = true }, 1.5m, 2, 3, 6, 12),
        .. Fibrinogen(Ctcae6.FibrinogenDecreased), .. Clotting(Ctcae6.InrIncreased, Ctcae6.ActivatedPartialThromboplastinTimeProlonged), .. Triglycerides(Ctcae6.Hypertriglyceridemia),
    ];

    static Scene Low(LabCriterion term, decimal lln, decimal step, params decimal[] limits) => new(term, $"LLN {Lab.Text(lln)}", new() { Lln = lln }, step, [.. limits, lln]);

    static Scene High(LabCriterion term, string with, LabInputs inputs, params decimal[] limits) => new(term, with, inputs, 0.01m, limits);

    static IEnumerable<Scene> Anemia(LabCriterion term) =>
    [
        new(term, "LLN 130 g/L", new() { Unit = "g/L", Lln = 130 }, 1, 80, 100, 130), new(term, "LLN 13 g/dL", new() { Unit = "g/dL", Lln = 13 }, 0.1m, 8, 10, 13),
        new(term, "LLN 8.1 mmol/L", new() { Unit = "mmol/L", Lln = 8.1m }, 0.1m, 4.9m, 6.2m, 8.1m),
    ];

    static IEnumerable<Scene> Liver(LabCriterion term, decimal[] ofUln, decimal[] ofBaseline) =>
    [
        High(term, "ULN 2, baseline normal", new() { Uln = 2, Baseline = 1, BaselineIsHigh = false }, [.. ofUln.Select(multiple => multiple * 2)]),
        High(term, "ULN 2, baseline 4, high", new() { Uln = 2, Baseline = 4, BaselineIsHigh = true }, [.. ofBaseline.Select(multiple => multiple * 4)]),
    ];

    static IEnumerable<Scene> Fibrinogen(LabCriterion term) =>
    [
        High(term, "no LLN", new(), 0.5m), High(term, "LLN 3, no baseline", new() { Lln = 3 }, 0.5m, 0.75m, 1.5m, 2.25m, 3),
        High(term, "LLN 3, baseline 5", new() { Lln = 3, Baseline = 5 }, 0.5m, 0.75m, 1.25m, 1.5m, 2.25m, 2.5m, 3, 3.75m),
    ];

    static IEnumerable<Scene> Clotting(LabCriterion inr, LabCriterion aptt) =>
    [
        High(inr, "no anticoagulation", new() { Baseline = 0.9m }, 1.2m, 1.5m, 2.5m), High(inr, "anticoagulation, no baseline", new() { OnAnticoagulation = true }, 1.2m, 1.5m, 2.5m),
        High(inr, "anticoagulation, baseline 0.8", new() { OnAnticoagulation = true, Baseline = 0.8m }, 0.8m, 1.2m, 1.5m, 2, 2.5m),
        High(inr, "anticoagulation, baseline 2", new() { OnAnticoagulation = true, Baseline = 2 }, 1.2m, 1.5m, 2, 2.5m, 3, 5),
        High(aptt, "ULN 36", new() { Uln = 36 }, 36, 54, 90),
    ];

    static IEnumerable<Scene> Triglycerides(LabCriterion term) =>
        [new(term, "mmol/L", new() { Unit = "mmol/L" }, 0.01m, 1.71m, 3.42m, 5.7m, 11.4m), new(term, "mg/dL", new() { Unit = "mg/dL" }, 1, 150, 300, 500, 1000)];

    static string Lines(IEnumerable<Scene> scenes, bool everyUnit, Func<Scene, string, IEnumerable<string>, string> line)
    {
        var text = new StringBuilder();
        foreach (var scene in scenes)
        {
            foreach (var unit in scene.Inputs.Unit is { } printed ? [printed] : everyUnit ? scene.Term.Units : scene.Term.Units.Take(1))
            {
                text.Append(line(scene, unit, Steps(scene).Select(value => $"{Lab.Text(value * Scale(scene, unit))}={Graded(scene, value, unit)}")));
            }
        }

        return text.ToString();
    }

    static IEnumerable<decimal> Steps(Scene scene) => scene.Limits.SelectMany(limit => new[] { limit - scene.Step, limit, limit + scene.Step }).Distinct().Order();

    static string Graded(Scene scene, decimal value, string unit)
    {
        var scale = Scale(scene, unit);
        var (low, high) = scene.Term.Grade(scene.Inputs with
        {
            Value = value * scale, Unit = unit, Lln = scene.Inputs.Lln * scale, Uln = scene.Inputs.Uln * scale,
            Baseline = scene.Inputs.Baseline is { } baseline ? baseline.Value * scale : null,
        }) is { Low: { } least, High: { } most } ? (least, most) : throw new InvalidOperationException("not computed");
        return low == high ? low.ToString(CultureInfo.InvariantCulture) : $"{low}-{high}";
    }

    /// <summary>How many of the unit one canonical unit is, by hand and not by the catalogue.</summary>
    static decimal Scale(Scene scene, string unit) => scene.Inputs.Unit is not null || unit == scene.Term.Units[0] ? 1 : (scene.Term.Code, unit) switch
    {
        ("cd4", "10*9/L") => 0.001m,
        ("cd4", "10*6/L") => 1,
        (_, "10*3/uL" or "10*6/mL" or "/nL" or "1") => 1,
        (_, "/uL" or "10*6/L" or "10*3/mL") => 1000,
        (_, "ukat/L") => 0.05m, // A ratio: any number that keeps the decimals short.
        ("bilirubin_total", "umol/L") => 17.1m,
        ("creatinine", "umol/L") => 88.4m,
        ("fibrinogen", "mg/dL") => 100,
        _ => throw new ArgumentException(unit),
    };

    static string Line(Scene scene, string unit, IEnumerable<string> graded) => $"{scene.Term.Term}, {unit}{(scene.With.Length > 0 ? "; " + scene.With : "")}\n    {string.Join(" ", graded)}\n";

    static string Row(Scene scene, string unit, IEnumerable<string> graded) => $"| {scene.Term.Term}, {unit} | {scene.With} | {string.Join(" · ", graded)} |\n";
}
