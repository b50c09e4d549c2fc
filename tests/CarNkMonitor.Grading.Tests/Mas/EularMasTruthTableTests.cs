using System.Globalization;
using System.Text;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Mas;

/// <summary>All combinations of ferritin and the four items, every limit one step below, at and above, and every sentence.</summary>
public sealed class EularMasTruthTableTests
{
    static readonly EularMasInputs Clear = SomeEularMas.Clear;

    [Fact, Rule("EULAR-4.4T", "crs-icans-mas 4.4; Ravelli 2016")]
    public void The_128_combinations_are_the_approved_ones() =>
        Approved.File("eular2016_mas/items.txt", "sJIA febrile ferritin platelets AST triglycerides fibrinogen call\n" + Combinations());

    [Fact]
    public void The_page_shows_the_rule()
    {
        var text = new StringBuilder("| items present | ferritin ≤ 684 | ferritin > 684 |\n| --- | --- | --- |\n");
        for (var count = 0; count <= 4; count++)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {count} | {Word(EularMas.IsMet(false, count))} | {Word(EularMas.IsMet(true, count))} |\n");
        }

        Approved.Block("criteria/eular2016_mas.md", "rule", text.ToString());
    }

    [Fact, Rule("EULAR-4.4L", "crs-icans-mas 4.4; Ravelli 2016")]
    public void Every_limit_one_step_below_at_and_above_is_the_approved_one() => Approved.File("eular2016_mas/limits.txt", Limits("{0,-40} {1}\n"));

    [Fact]
    public void The_page_shows_the_same_limits() =>
        Approved.Block("criteria/eular2016_mas.md", "limits", "| recorded | is |\n| --- | --- |\n" + Limits("| {0} | {1} |\n"));

    [Fact, Rule("EULAR-0.3S", "crs-icans-mas 0.3")]
    public void Every_sentence_driver_and_missing_input_is_the_approved_one() => Approved.File("eular2016_mas/results.txt", Explained.Text((
        from example in Examples
        from result in (GradeResult[])[EularMasGrader.Grade(example.Inputs), EularMasGrader.Call(example.Inputs)]
        select (example.Name, result)).Append(("not assessed", EularMasGrader.NotAssessed))));

    static string Combinations()
    {
        var text = new StringBuilder();
        for (var bits = 0; bits < 128; bits++)
        {
            var shown = Enumerable.Range(0, 7).Select(at => (bits & (64 >> at)) != 0).ToArray();
            var patient = Clear with { KnownOrSuspectedSjia = shown[0], IsFebrile = shown[1], Ferritin = shown[2] ? 685m : 684m };
            var call = EularMasGrader.Call(Enumerable.Range(0, 4).Where(at => shown[at + 3]).Aggregate(patient, (record, at) => SomeEularMas.Items[at](record)));
            text.Append(CultureInfo.InvariantCulture, $"{string.Join(' ', shown.Select(one => one ? 1 : 0))} {(call.Low is { } low ? call.Scale.Word(low) : call.State)}\n");
        }

        return text.ToString();
    }

    static string Word(bool isMet) => isMet ? "MET" : "NOT_MET";

    static string Limits(string line) =>
        string.Concat(Steps().Select(step => string.Format(CultureInfo.InvariantCulture, line, step.Recorded, Level(EularMasGrader.Grade(step.Inputs), "present", "absent"))))
        + string.Concat(Ferritins().Select(step => string.Format(CultureInfo.InvariantCulture, line, step.Recorded, Level(EularMasGrader.Call(step.Inputs), "MET", "NOT_MET"))));

    static string Level(GradeResult result, string one, string zero) => result.Low == 1 ? one : result.High == 0 ? zero : "unknown";

    static IEnumerable<(string Recorded, EularMasInputs Inputs)> Steps() =>
    [
        .. from value in (decimal[])[180m, 181m, 181.1m, 182m] select ($"platelets {value}", Clear with { Platelets = value }),
        .. from value in (decimal[])[47m, 48m, 48.1m, 49m] select ($"AST {value} U/L", Clear with { Ast = value }),
        .. from value in (decimal[])[155m, 156m, 156.1m, 157m] select ($"triglycerides {value} mg/dL", Clear with { Triglycerides = Triglycerides.InMgPerDL(value) }),
        .. from value in (decimal[])[1.75m, 1.76m, 1.761m, 1.77m] select ($"triglycerides {value} mmol/L", Clear with { Triglycerides = Triglycerides.InMmolPerL(value) }),
        .. from value in (decimal[])[3.59m, 3.6m, 3.601m, 3.61m] select ($"fibrinogen {value} g/L ({value * 100:0.###} mg/dL)", Clear with { Fibrinogen = value }),
        ("platelets <200", Clear with { Platelets = new(200m, Comparator.Below) }),
    ];

    static IEnumerable<(string Recorded, EularMasInputs Inputs)> Ferritins() =>
        from value in (decimal[])[683m, 684m, 684.1m, 685m]
        select ($"ferritin {value} ug/L and two items", Clear with { Ferritin = value, Platelets = 100m, Ast = 90m });

    static readonly EularMasInputs Two = Clear with { Platelets = 100m, Ast = 90m };

    static readonly (string Name, EularMasInputs Inputs)[] Examples =
    [
        ("ferritin alone", Clear),
        ("all items", SomeEularMas.Items.Aggregate(Clear, (record, item) => item(record))),
        ("no sJIA", Two with { KnownOrSuspectedSjia = false }),
        ("sJIA and no fever", Two with { IsFebrile = false }),
        ("temperature not recorded", Two with { IsFebrile = null }),
        ("two items, ferritin too low", Two with { Ferritin = 684m }),
        ("two items, ferritin not measured", Two with { Ferritin = null }),
        ("one item, fibrinogen not measured", Two with { Ast = 30m, Fibrinogen = null }),
        ("two items, ferritin only as a limit", Two with { Ferritin = new(500m, Comparator.Above) }),
        ("two items and one more unknown", Two with { Fibrinogen = null }),
    ];
}
