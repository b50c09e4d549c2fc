using System.Globalization;
using System.Text;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Hlh;

/// <summary>All combinations of ferritin and the four items, every limit one step below, at and above, and every sentence.</summary>
public sealed class CartoxHlhTruthTableTests
{
    static readonly CartoxHlhInputs Clear = SomeCartoxHlh.Clear;

    [Fact, Rule("CARTOX-4.5T", "crs-icans-mas 4.5; Neelapu 2018")]
    public void The_32_combinations_are_the_approved_ones() =>
        Approved.File("cartox_hlh/items.txt", "ferritin liver kidney lung histology count call\n" + Combinations("{0} {1} {2} {3} {4} {5} {6}\n"));

    [Fact]
    public void The_page_shows_the_same_combinations() => Approved.Block("criteria/cartox_hlh.md", "combinations",
        "| ferritin > 10 000 | liver | kidney | lung | histology | count | call |\n| --- | --- | --- | --- | --- | --- | --- |\n" + Combinations("| {0} | {1} | {2} | {3} | {4} | {5} | {6} |\n"));

    [Fact, Rule("CARTOX-4.5L", "crs-icans-mas 4.5; Neelapu 2018")]
    public void Every_limit_one_step_below_at_and_above_is_the_approved_one() => Approved.File("cartox_hlh/limits.txt", Limits("{0,-40} {1}\n"));

    [Fact]
    public void The_page_shows_the_same_limits() =>
        Approved.Block("criteria/cartox_hlh.md", "limits", "| recorded | is |\n| --- | --- |\n" + Limits("| {0} | {1} |\n"));

    [Fact, Rule("CARTOX-0.3S", "crs-icans-mas 0.3")]
    public void Every_sentence_driver_and_missing_input_is_the_approved_one() => Approved.File("cartox_hlh/results.txt", Explained.Text((
        from example in Examples
        from result in (GradeResult[])[CartoxHlhGrader.Grade(example.Inputs), CartoxHlhGrader.Call(example.Inputs)]
        select (example.Name, result)).Append(("not assessed", CartoxHlhGrader.NotAssessed))));

    static string Combinations(string line)
    {
        var text = new StringBuilder();
        for (var bits = 0; bits < 32; bits++)
        {
            var shown = Enumerable.Range(0, 5).Select(at => (bits & (16 >> at)) != 0).ToArray();
            var inputs = Enumerable.Range(0, 4).Where(at => shown[at + 1])
                .Aggregate(Clear with { FerritinPeak = shown[0] ? 10_001m : 10_000m }, (record, at) => SomeCartoxHlh.Items[at](record));
            var (count, call) = (CartoxHlhGrader.Grade(inputs), CartoxHlhGrader.Call(inputs));
            text.AppendFormat(CultureInfo.InvariantCulture, line, [.. shown.Select(one => (object)(one ? 1 : 0)), count.Low!, call.Scale.Word(call.Low!.Value)]);
        }

        return text.ToString();
    }

    static string Limits(string line) =>
        string.Concat(Steps().Select(step => string.Format(CultureInfo.InvariantCulture, line, step.Recorded, Level(CartoxHlhGrader.Grade(step.Inputs), "present", "absent"))))
        + string.Concat(Ferritins().Select(step => string.Format(CultureInfo.InvariantCulture, line, step.Recorded, Level(CartoxHlhGrader.Call(step.Inputs), "MET", "NOT_MET"))));

    static string Level(GradeResult result, string one, string zero) => result.Low == 1 ? one : result.High == 0 ? zero : "unknown";

    static IEnumerable<(string Recorded, CartoxHlhInputs Inputs)> Steps() =>
    [
        .. from value in (decimal[])[2.9m, 3m, 3.001m, 3.1m] select ($"bilirubin {value} x ULN", Clear with { Bilirubin = new Multiple(value) }),
        .. from value in (decimal[])[4.9m, 5m, 5.001m, 5.1m] select ($"AST {value} x ULN", Clear with { Ast = new Multiple(value) }),
        .. from value in (decimal[])[4.9m, 5m, 5.001m, 5.1m] select ($"ALT {value} x ULN", Clear with { Alt = new Multiple(value) }),
        .. from value in (decimal[])[199m, 200m, 200.1m, 201m] select ($"AST {value} U/L, ULN 40", Clear with { Ast = new Multiple(value, 40m) }),
        .. from value in Enumerable.Range(0, 6) select ($"oliguria grade {value}", Clear with { OliguriaGrade = value }),
        .. from value in (decimal[])[2.9m, 3m, 3.001m, 3.1m] select ($"creatinine {value} x baseline", Clear with { Creatinine = new Multiple(value) }),
        .. from value in Enumerable.Range(0, 6) select ($"pulmonary oedema grade {value}", Clear with { PulmonaryEdemaGrade = value }),
        ("bilirubin >2 x ULN", Clear with { Bilirubin = new Multiple(new(2m, Comparator.Above)) }),
    ];

    static IEnumerable<(string Recorded, CartoxHlhInputs Inputs)> Ferritins() =>
        from value in (decimal[])[9999m, 10_000m, 10_000.1m, 10_001m]
        select ($"ferritin {value} ug/L and two items", Clear with { FerritinPeak = value, OliguriaGrade = 3, PulmonaryEdemaGrade = 3 });

    static readonly CartoxHlhInputs Two = Clear with { Ast = new Multiple(240m, 40m), PulmonaryEdemaGrade = 3 };

    static readonly (string Name, CartoxHlhInputs Inputs)[] Examples =
    [
        ("ferritin alone", Clear),
        ("all items", SomeCartoxHlh.Items.Aggregate(Clear with { Bilirubin = new Multiple(4m), Alt = new Multiple(6m), Creatinine = new Multiple(4m, 1m) }, (record, item) => item(record))),
        ("two items, ferritin too low", Two with { FerritinPeak = 10_000m }),
        ("two items, ferritin not measured", Two with { FerritinPeak = null }),
        ("one item, marrow not examined", Clear with { Bilirubin = new Multiple(3.1m), Hemophagocytosis = null }),
        ("one item, one unknown, ferritin too low", Clear with { FerritinPeak = 500m, Bilirubin = new Multiple(3.1m), Hemophagocytosis = null }),
        ("two items, ferritin only as a limit", Two with { FerritinPeak = new(5000m, Comparator.Above) }),
        ("two items and more unknown", Two with { Creatinine = null }),
        ("nothing recorded", new CartoxHlhInputs()),
    ];
}
