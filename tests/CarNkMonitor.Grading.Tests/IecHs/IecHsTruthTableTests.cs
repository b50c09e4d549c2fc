using System.Globalization;
using System.Text;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.IecHs;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.IecHs;

/// <summary>All classes and grades, every limit one step below, at and above, and every sentence, as approved text and in the page for clinicians.</summary>
public sealed class IecHsTruthTableTests
{
    static readonly IecHsInputs Clear = SomeIecHs.Clear;

    static readonly (IecHsDeath? Cause, string Name)[] Deaths = [(null, "alive"), (IecHsDeath.Other, "other"), (IecHsDeath.IecHs, "iechs"), (IecHsDeath.Unknown, "unknown")];

    [Fact, Rule("IECHS-3.3T", "crs-icans-mas 3.3")]
    public void The_400_combinations_of_criteria_are_the_approved_ones()
    {
        var text = new StringBuilder("cause ferritin timing common other class\n");
        foreach (var (cause, ferritin, timing) in from cause in (bool[])[false, true] from ferritin in (bool[])[false, true] from timing in (bool[])[false, true] select (cause, ferritin, timing))
        {
            foreach (var (common, other) in from common in Enumerable.Range(0, 5) from other in Enumerable.Range(0, 10) select (common, other))
            {
                var inputs = Clear with { AlternativeSoleCause = cause, Ferritin = ferritin ? 12_000m : 100m, Timing = timing ? IecHsTiming.WorseningAfterImprovement : IecHsTiming.DuringInitialCrs };
                inputs = SomeIecHs.Common[..common].Concat(SomeIecHs.Other[..other]).Aggregate(inputs, (record, criterion) => criterion(record));
                text.Append(CultureInfo.InvariantCulture, $"{Bit(cause)} {Bit(ferritin)} {Bit(timing)} {common} {other} {Class(inputs)}\n");
            }
        }

        Approved.File("iec_hs/classes.txt", text.ToString());
    }

    [Fact]
    public void The_page_shows_the_classes()
    {
        var text = new StringBuilder("| common 2 to 5 | other | timing present | timing absent |\n| --- | --- | --- | --- |\n");
        foreach (var (common, other) in from common in Enumerable.Range(0, 3) from other in Enumerable.Range(0, 3) select (common, other))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {More(common)} | {More(other)} | {Word(IecHsPattern.Class(false, true, true, common, other))} | {Word(IecHsPattern.Class(false, true, false, common, other))} |\n");
        }

        Approved.Block("criteria/iec_hs.md", "classes", text.ToString());
    }

    [Fact, Rule("IECHS-3.4T", "crs-icans-mas 3.4; Hines 2023")]
    public void The_512_combinations_of_events_and_death_are_the_approved_ones()
    {
        var text = new StringBuilder("therapy transfusion bleeding hospital life-threatening intubated dialysis death grade\n");
        foreach (var (events, death) in from events in Enumerable.Range(0, 128) from death in Deaths select (events, death))
        {
            var grade = IecHsGrader.Grade(SomeIecHs.Met with { Events = (IecHsEvents)events, Death = death.Cause });
            var shown = string.Join(' ', Enumerable.Range(0, 7).Select(at => Bit((events & (1 << at)) != 0)));
            text.Append(CultureInfo.InvariantCulture, $"{shown} {death.Name} {(grade.Low == grade.High ? $"{grade.Low}" : $"{grade.Low} to {grade.High}")}\n");
        }

        Approved.File("iec_hs/grades.txt", text.ToString());
    }

    [Fact]
    public void The_page_shows_the_grade_of_every_event()
    {
        var events = Enum.GetValues<IecHsEvents>().Select(one => $"| {one} | {(int)IecHsSeverity.Grade(one)} |\n");
        Approved.Block("criteria/iec_hs.md", "grades", "| event | grade |\n| --- | --- |\n" + string.Concat(events));
    }

    [Fact, Rule("IECHS-3.2L", "crs-icans-mas 3.2; Hines 2023")]
    public void Every_limit_one_step_below_at_and_above_is_the_approved_one() => Approved.File("iec_hs/limits.txt", Limits("{0,-60} {1}\n"));

    [Fact]
    public void The_page_shows_the_same_limits() =>
        Approved.Block("criteria/iec_hs.md", "limits", "| recorded | criterion |\n| --- | --- |\n" + Limits("| {0} | {1} |\n"));

    [Fact, Rule("IECHS-0.3S", "crs-icans-mas 0.3")]
    public void Every_sentence_driver_and_missing_input_is_the_approved_one() => Approved.File("iec_hs/results.txt", Explained.Text(
        Examples.Select(example => (example.Name, IecHsPatternGrader.Grade(example.Inputs))).Concat(Graded.Select(example => (example.Name, IecHsGrader.Grade(example.Inputs))))
            .Append(("pattern: not assessed", IecHsPatternGrader.NotAssessed)).Append(("grade: not assessed", IecHsGrader.NotAssessed))));

    static string Bit(bool one) => one ? "1" : "0";

    static string More(int count) => count == 2 ? "2 or more" : count.ToString(CultureInfo.InvariantCulture);

    static string Word(IecHsClass one) => one switch { IecHsClass.NotMet => "NOT_MET", IecHsClass.Possible => "POSSIBLE", IecHsClass.Met => "MET" };

    static string Class(IecHsInputs inputs) => IecHsPatternGrader.Grade(inputs) is var result && result.Low == result.High ? result.Scale.Word(result.Low!.Value) : "?";

    static string Limits(string line) => string.Concat(Steps().Select(step => IecHsPatternGrader.Grade(step.Inputs) is var result
        ? string.Format(CultureInfo.InvariantCulture, line, step.Recorded, result.Low == step.Present ? "present" : result.High < step.Present ? "absent" : "unknown")
        : ""));

    /// <summary>Each with the class that shows that it is present: ferritin and timing lift to MET, a common criterion to POSSIBLE.</summary>
    static IEnumerable<(string Recorded, int Present, IecHsInputs Inputs)> Steps() =>
    [
        .. from value in (decimal[])[599m, 600m, 600.1m, 601m] select ($"ferritin {value} ug/L, ULN 300, baseline 200", 2, SomeIecHs.Met with { Ferritin = value, FerritinBaseline = 200m }),
        .. from value in (decimal[])[4999m, 5000m, 5000.1m, 5001m] select ($"ferritin {value} ug/L, ULN 300, baseline 2500", 2, SomeIecHs.Met with { Ferritin = value, FerritinBaseline = 2500m }),
        .. from value in (decimal[])[599m, 600m, 600.1m, 601m] select ($"ferritin {value} ug/L, ULN 300, no baseline", 2, SomeIecHs.Met with { Ferritin = value, FerritinBaseline = null }),
        .. from value in (decimal[])[199m, 200m, 200.1m, 201m] select ($"AST {value} U/L, ULN 40, baseline 30", 1, Clear with { Ast = value }),
        .. from value in (decimal[])[499m, 500m, 500.1m, 501m] select ($"AST {value} U/L, ULN 40, baseline 100", 1, Clear with { Ast = value, AstBaseline = 100m }),
        .. from value in (decimal[])[224m, 225m, 225.1m, 226m] select ($"ALT {value} U/L, ULN 45, baseline 30", 1, Clear with { Alt = value }),
        .. from value in (decimal[])[1.49m, 1.499m, 1.5m, 1.51m] select ($"fibrinogen {value} g/L, LLN 1.0", 1, Clear with { Fibrinogen = value, FibrinogenLln = 1m }),
        .. from value in (decimal[])[1.79m, 1.799m, 1.8m, 1.81m] select ($"fibrinogen {value} g/L, LLN 1.8", 1, Clear with { Fibrinogen = value }),
        .. from value in (decimal[])[0.49m, 0.499m, 0.5m, 0.51m] select ($"neutrophils {value}, new", 1, Clear with { CytopeniaCourse = IecHsCytopeniaCourse.New, Neutrophils = value }),
        .. from value in (decimal[])[24m, 24.9m, 25m, 26m] select ($"platelets {value}, new", 1, Clear with { CytopeniaCourse = IecHsCytopeniaCourse.New, Platelets = value }),
        .. from value in (decimal[])[2.99m, 2.999m, 3m, 3.01m] select ($"LDH raised, triglycerides {value} mmol/L fasting", 1, Clear with { LdhAboveUln = true, Triglycerides = Triglycerides.InMmolPerL(value) }),
        .. from value in (decimal[])[264m, 265m, 265.1m, 266m] select ($"LDH raised, triglycerides {value} mg/dL fasting", 1, Clear with { LdhAboveUln = true, Triglycerides = Triglycerides.InMgPerDL(value) }),
    ];

    static readonly (string Name, IecHsInputs Inputs)[] Examples =
    [
        ("ferritin and timing alone", Clear),
        ("everything present", SomeIecHs.Common.Concat(SomeIecHs.Other).Aggregate(
            Clear with { FerritinRapidRise = true, Timing = IecHsTiming.WorseningAfterImprovement, Alt = 900m, Platelets = 10m }, (record, criterion) => criterion(record))),
        ("pattern", SomeIecHs.Met),
        ("another cause", SomeIecHs.Met with { AlternativeSoleCause = true }),
        ("ferritin too low", SomeIecHs.Met with { Ferritin = 600m, FerritinBaseline = 200m }),
        ("one common criterion", SomeIecHs.Common[1](Clear)),
        ("expected cytopenia is no driver", SomeIecHs.Common[1](Clear) with { Neutrophils = 0.1m }),
        ("fibrinogen missing", SomeIecHs.Met with { Fibrinogen = null }),
        ("timing unknown", SomeIecHs.Met with { Timing = null }),
        ("ferritin missing", SomeIecHs.Met with { Ferritin = null }),
        ("nobody asked for another cause", SomeIecHs.Met with { AlternativeSoleCause = null }),
        ("marrow not examined", Clear with { Hemophagocytosis = null }),
        ("one other, triglycerides not fasting", Clear with { LdhAboveUln = true, Triglycerides = Triglycerides.InMmolPerL(3.4m), TriglyceridesFasting = false }),
        ("one other, fasting not recorded", Clear with { LdhAboveUln = true, Triglycerides = Triglycerides.InMmolPerL(3.4m), TriglyceridesFasting = null }),
        ("a common criterion only as a limit", SomeIecHs.Common[0](Clear) with { Fibrinogen = new(2m, Comparator.Below) }),
        ("ferritin only as a limit", SomeIecHs.Met with { Ferritin = new(500m, Comparator.Above) }),
        ("two other only as a limit", Clear with { LdhAboveUln = true, Triglycerides = Triglycerides.InMmolPerL(new(2m, Comparator.Above)) }),
        ("limits of the laboratory missing", Clear with { AstUln = null, AltUln = null, FibrinogenLln = null, FerritinUln = null }),
        ("nothing recorded", new IecHsInputs()),
    ];

    static readonly (string Name, IecHsInputs Inputs)[] Graded =
    [
        ("grade: not graded", Clear with { Events = IecHsEvents.Dialysis }),
        ("grade: no event", SomeIecHs.Met),
        ("grade: therapy and bleeding", SomeIecHs.Met with { Events = IecHsEvents.DirectedTherapy | IecHsEvents.BleedingRequiringTransfusion }),
        ("grade: all events", SomeIecHs.Met with { Events = (IecHsEvents)127 }),
        ("grade: death by IEC-HS", SomeIecHs.Met with { Events = IecHsEvents.Intubated, Death = IecHsDeath.IecHs }),
        ("grade: death by another cause", SomeIecHs.Met with { Events = IecHsEvents.Intubated, Death = IecHsDeath.Other }),
        ("grade: death of unknown cause", SomeIecHs.Met with { Events = IecHsEvents.Hospitalized, Death = IecHsDeath.Unknown }),
    ];
}
