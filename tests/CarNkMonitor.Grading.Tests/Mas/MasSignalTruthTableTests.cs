using System.Globalization;
using System.Text;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Mas;

/// <summary>All combinations of components, known and unknown, every limit one step below, at and above, and every sentence.</summary>
public sealed class MasSignalTruthTableTests
{
    static readonly MasSignalInputs Clear = SomeMas.Clear;

    static readonly (string Name, Func<MasSignalInputs, MasSignalInputs> Record)[] Ferritins =
    [
        ("neither", one => one), ("rapid", SomeMas.Rapid), ("moderate", SomeMas.Moderate), ("strong", SomeMas.Strong),
        ("neither or rapid", one => SomeMas.Rapid(one) with { FerritinPrevious = null }),
        ("neither or moderate", one => SomeMas.Moderate(one) with { FerritinBaseline = null }),
        ("moderate or strong", one => SomeMas.Moderate(one) with { Ferritin = new(4000m, Comparator.Above) }),
        ("unknown", one => one with { Ferritin = null }),
    ];

    static readonly bool?[] Cells = [false, true, null];

    [Fact, Rule("MAS-4.6T", "crs-icans-mas 4.6")]
    public void The_216_combinations_of_known_and_unknown_components_are_the_approved_ones()
    {
        var text = new StringBuilder("ferritin             A C D level_min level_max\n");
        foreach (var (ferritin, fever, cytopenia, organ) in from ferritin in Ferritins from a in Cells from c in Cells from d in Cells select (ferritin, a, c, d))
        {
            var result = MasSignalGrader.Grade(ferritin.Record(Record(fever, cytopenia, organ)));
            text.AppendFormat(CultureInfo.InvariantCulture, "{0,-20} {1} {2} {3} {4,-5} {5}\n", ferritin.Name, Cell(fever), Cell(cytopenia), Cell(organ), Low(result), High(result));
        }

        Approved.File("mas_signal/components.txt", text.ToString());
    }

    [Fact]
    public void The_page_shows_the_known_combinations()
    {
        var text = new StringBuilder("| A fever | C cytopenia | D organ | neither | moderate or rapid | strong |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var (a, c, d) in from a in (bool[])[false, true] from c in (bool[])[false, true] from d in (bool[])[false, true] select (a, c, d))
        {
            var levels = Enum.GetValues<MasFerritin>().Select(ferritin => MasSignal.Level(ferritin, a, c, d).ToString().ToUpperInvariant());
            text.Append(CultureInfo.InvariantCulture, $"| {Cell(a)} | {Cell(c)} | {Cell(d)} | {string.Join(" | ", levels)} |\n");
        }

        Approved.Block("criteria/mas_signal.md", "levels", text.ToString());
    }

    [Fact, Rule("MAS-4.6E", "crs-icans-mas 4.6")]
    public void Every_limit_one_step_below_at_and_above_is_the_approved_one() => Approved.File("mas_signal/limits.txt", Limits("{0,-66} {1}\n"));

    [Fact]
    public void The_page_shows_the_same_limits() =>
        Approved.Block("criteria/mas_signal.md", "limits", "| recorded | level |\n| --- | --- |\n" + Limits("| {0} | {1} |\n"));

    [Fact, Rule("MAS-0.3S", "crs-icans-mas 0.3")]
    public void Every_sentence_driver_and_missing_input_is_the_approved_one() =>
        Approved.File("mas_signal/results.txt", Explained.Text(Examples.Select(example => (example.Name, MasSignalGrader.Grade(example.Inputs))).Append(("not assessed", MasSignalGrader.NotAssessed))));

    static MasSignalInputs Record(bool? fever, bool? cytopenia, bool? organ)
    {
        var inputs = fever switch { true => SomeMas.Fever(Clear), false => Clear, null => Clear with { FeverMayBeMasked = true } };
        inputs = cytopenia switch { true => SomeMas.Cytopenia(inputs), false => inputs, null => inputs with { RecoveryDay = null } };
        return organ switch { true => SomeMas.Organ(inputs), false => inputs, null => inputs with { Fibrinogen = null } };
    }

    static string Cell(bool? component) => component switch { true => "1", false => "0", null => "?" };

    static string Low(GradeResult result) => result.Scale.Word(result.Low!.Value);

    static string High(GradeResult result) => result.Scale.Word(result.High!.Value);

    static string Limits(string line) => string.Concat(Steps().Select(step => MasSignalGrader.Grade(step.Inputs) is var result
        ? string.Format(CultureInfo.InvariantCulture, line, step.Recorded, Low(result) == High(result) ? Low(result) : $"{Low(result)} to {High(result)}")
        : ""));

    static readonly MasSignalInputs Watch = SomeMas.Moderate(Clear);
    static readonly MasSignalInputs Late = SomeMas.Cytopenia(Watch) with { Neutrophils = 5m, Platelets = 300m, Hemoglobin = 120m };

    static IEnumerable<(string Recorded, MasSignalInputs Inputs)> Steps() =>
    [
        .. from value in (int[])[2, 3, 4] select ($"moderate ferritin, fever in {value} windows", Watch with { FeverWindows = value }),
        .. from value in (decimal[])[9999m, 9999.9m, 10_000m, 10_001m] select ($"ferritin {value} ug/L, baseline 6000", Clear with { Ferritin = value, FerritinPrevious = 9000m, FerritinBaseline = 6000m }),
        .. from value in (decimal[])[2999m, 2999.9m, 3000m, 3001m] select ($"ferritin {value} ug/L, baseline 600", Clear with { Ferritin = value, FerritinPrevious = 2900m }),
        .. from value in (decimal[])[3999m, 4000m, 4000.1m, 4001m] select ($"ferritin {value} ug/L, baseline 2000", Clear with { Ferritin = value, FerritinPrevious = 3900m, FerritinBaseline = 2000m }),
        .. from value in (decimal[])[999m, 999.9m, 1000m, 1001m] select ($"ferritin {value} ug/L, 400 a day earlier", Clear with { Ferritin = value, FerritinPrevious = 400m }),
        .. from value in (decimal[])[5.9m, 5.99m, 6m, 6.1m, 71.9m, 72m, 72.01m, 73m] select ($"ferritin 2900 ug/L, 1000 {value} h earlier", Clear with { Ferritin = 2900m, FerritinPrevious = 1000m, FerritinIntervalHours = value }),
        .. from value in (decimal[])[1999m, 1999.9m, 2000m, 2001m] select ($"ferritin {value} ug/L, 1000 48 h earlier", Clear with { Ferritin = value, FerritinPrevious = 1000m, FerritinIntervalHours = 48m }),
        .. from value in (decimal[])[1414m, 1414.21m, 1414.22m, 1415m] select ($"ferritin {value} ug/L, 1000 24 h earlier", Clear with { Ferritin = value, FerritinPrevious = 1000m }),
        .. from value in (int[])[13, 14, 15, 16] select ($"moderate ferritin, neutrophils 0.9 and platelets 99, day {value}", Late with { Neutrophils = 0.9m, Platelets = 99m, RecoveryDay = value }),
        .. from value in (decimal[])[0.99m, 0.999m, 1m, 1.01m] select ($"moderate ferritin, day 20, platelets 99, neutrophils {value}", Late with { Platelets = 99m, Neutrophils = value }),
        .. from value in (decimal[])[99m, 99.9m, 100m, 101m] select ($"moderate ferritin, day 20, neutrophils 0.9, platelets {value}", Late with { Neutrophils = 0.9m, Platelets = value }),
        .. from value in (decimal[])[89m, 89.9m, 90m, 91m] select ($"moderate ferritin, day 20, neutrophils 0.9, haemoglobin {value} g/L", Late with { Neutrophils = 0.9m, Hemoglobin = value }),
        .. from value in (decimal[])[1.49m, 1.499m, 1.5m, 1.51m] select ($"moderate ferritin, fibrinogen {value} g/L", Watch with { Fibrinogen = value }),
        .. from value in (decimal[])[199m, 200m, 200.1m, 201m] select ($"moderate ferritin, AST {value} U/L, ULN 40", Watch with { Ast = value }),
        .. from value in (decimal[])[224m, 225m, 225.1m, 226m] select ($"moderate ferritin, ALT {value} U/L, ULN 45", Watch with { Alt = value }),
        .. from value in (decimal[])[2.99m, 2.999m, 3m, 3.01m] select ($"moderate ferritin, triglycerides {value} mmol/L", Watch with { Triglycerides = Triglycerides.InMmolPerL(value) }),
        .. from value in (decimal[])[264m, 264.9m, 265m, 266m] select ($"moderate ferritin, triglycerides {value} mg/dL", Watch with { Triglycerides = Triglycerides.InMgPerDL(value) }),
    ];

    static readonly (string Name, MasSignalInputs Inputs)[] Examples =
    [
        ("nadir on day 10, nothing else", Clear),
        ("fever alone", SomeMas.Fever(Clear)),
        ("fever and fibrinogen without ferritin", SomeMas.Organ(SomeMas.Fever(Clear))),
        ("strong ferritin alone", SomeMas.Strong(Clear)),
        ("strong ferritin that also rises fast", SomeMas.Strong(Clear) with { FerritinPrevious = 3000m }),
        ("moderate ferritin alone", Watch),
        ("rapid ferritin alone", SomeMas.Rapid(Clear)),
        ("moderate ferritin, fever again, fibrinogen", SomeMas.Organ(Watch) with { FeverIsRecrudescent = true }),
        ("moderate ferritin, day 20, two lineages", Late with { Neutrophils = 0.4m, Platelets = 40m }),
        ("moderate ferritin, second fall on day 12, three lineages", Late with { RecoveryDay = 12, SecondFall = true, Neutrophils = 0.4m, Platelets = 40m, Hemoglobin = 70m }),
        ("moderate ferritin, low counts on day 10 are no driver", Watch),
        ("strong ferritin, liver and lipids", SomeMas.Strong(Clear) with { Ast = 240m, Alt = 300m, Triglycerides = Triglycerides.InMgPerDL(400m) }),
        ("ferritin missing, fever and fibrinogen", SomeMas.Organ(SomeMas.Fever(Clear)) with { Ferritin = null, FerritinPrevious = null }),
        ("baseline missing", Watch with { FerritinBaseline = null }),
        ("earlier ferritin missing", SomeMas.Rapid(Clear) with { FerritinPrevious = null, FerritinIntervalHours = null }),
        ("drug chart not reviewed", SomeMas.Strong(Clear) with { FeverMayBeMasked = null }),
        ("fever may be masked", SomeMas.Strong(Clear) with { FeverMayBeMasked = true }),
        ("triglycerides raised and not fasting", SomeMas.Strong(Clear) with { Triglycerides = Triglycerides.InMmolPerL(3.4m), TriglyceridesFasting = false }),
        ("triglycerides raised and fasting not recorded", SomeMas.Strong(Clear) with { Triglycerides = Triglycerides.InMmolPerL(3.4m), TriglyceridesFasting = null }),
        ("ferritin only as a limit", Watch with { Ferritin = new(4000m, Comparator.Above) }),
        ("limits of AST and ALT missing", Watch with { AstUln = null, AltUln = null }),
        ("no infusion day", Watch with { RecoveryDay = null }),
        ("nothing recorded", new MasSignalInputs()),
    ];
}
