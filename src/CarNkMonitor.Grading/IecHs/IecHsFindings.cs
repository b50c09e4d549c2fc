using System.Numerics;
using CarNkMonitor.Grading.Facts;
using static CarNkMonitor.Grading.IecHs.IecHsPattern;

namespace CarNkMonitor.Grading.IecHs;

/// <summary>What the class depends on, each known between two bounds; findings of different rows add up.</summary>
/// <param name="Unexplained">1 when no other cause explains the whole picture.</param>
/// <param name="Ferritin">1 with the required criterion.</param>
/// <param name="Timing">1 with common criterion 1.</param>
/// <param name="Common">Common criteria 2 to 5 that are present.</param>
/// <param name="Other">Other manifestations that are present.</param>
readonly record struct IecHsFindings(Tally Unexplained, Tally Ferritin, Tally Timing, Tally Common, Tally Other)
    : IAdditionOperators<IecHsFindings, IecHsFindings, IecHsFindings>
{
    public static IecHsFindings Of(IecHsInputs inputs) => new(
        Tally.Of(IsUnexplained(inputs)),
        Tally.Of(HighFerritin(inputs)),
        Tally.Of(IsTimely(inputs)),
        Tally.Of(HighTransaminases(inputs)) + Tally.Of(LowFibrinogen(inputs)) + Tally.Of(inputs.Hemophagocytosis) + Tally.Of(LowCounts(inputs)),
        OthersOf(inputs));

    public static IecHsFindings operator +(IecHsFindings one, IecHsFindings other) => new(
        one.Unexplained + other.Unexplained, one.Ferritin + other.Ferritin, one.Timing + other.Timing, one.Common + other.Common, one.Other + other.Other);

    /// <summary>Lowest and highest class: unknown counts as absent below and as present above, for another cause the reverse.</summary>
    public (int Low, int High) Classes => (
        (int)Class(Unexplained.Low == 0, Ferritin.Low > 0, Timing.Low > 0, Common.Low, Other.Low),
        (int)Class(Unexplained.High == 0, Ferritin.High > 0, Timing.High > 0, Common.High, Other.High));

    public static bool? IsUnexplained(IecHsInputs inputs) => !inputs.AlternativeSoleCause;

    public static bool? HighFerritin(IecHsInputs inputs) =>
        IsAbove(inputs.Ferritin, FerritinAbove, inputs.FerritinUln, inputs.FerritinBaseline) | inputs.FerritinRapidRise;

    public static bool? IsTimely(IecHsInputs inputs) => inputs.Timing is not { } timing ? null : timing switch
    {
        IecHsTiming.NoCrsDocumented or IecHsTiming.DuringInitialCrs => false,
        IecHsTiming.ResolvingOrResolvedCrs or IecHsTiming.WorseningAfterImprovement => true,
    };

    public static bool? HighTransaminases(IecHsInputs inputs) => HighAst(inputs) | HighAlt(inputs);

    public static bool? HighAst(IecHsInputs inputs) => IsAbove(inputs.Ast, TransaminaseAbove, inputs.AstUln, inputs.AstBaseline);

    public static bool? HighAlt(IecHsInputs inputs) => IsAbove(inputs.Alt, TransaminaseAbove, inputs.AltUln, inputs.AltBaseline);

    public static bool? LowFibrinogen(IecHsInputs inputs) =>
        inputs.Fibrinogen?.IsBelow(FibrinogenBelow) | (inputs.FibrinogenLln is { } limit ? inputs.Fibrinogen?.IsBelow(limit) : null);

    public static bool? LowCounts(IecHsInputs inputs) => IsUnexpected(inputs.CytopeniaCourse) & (LowNeutrophils(inputs) | LowPlatelets(inputs));

    public static bool? LowNeutrophils(IecHsInputs inputs) => inputs.Neutrophils?.IsBelow(NeutrophilsBelow);

    public static bool? LowPlatelets(IecHsInputs inputs) => inputs.Platelets?.IsBelow(PlateletsBelow);

    /// <summary>The printed limits differ in sign as well: &gt; 265 mg/dL, &gt;= 3.0 mmol/L.</summary>
    public static bool? RaisedTriglycerides(IecHsInputs inputs) => Facts.Triglycerides.RaisedFasting(
        inputs.Triglycerides is not { } reported ? null : reported.Unit switch
        {
            TriglycerideUnit.MmolPerL => reported.Value.IsAtLeast(TriglyceridesFromMmolPerL),
            TriglycerideUnit.MgPerDL => reported.Value.IsAbove(TriglyceridesAboveMgPerDL),
        },
        inputs.TriglyceridesFasting);

    static Tally OthersOf(IecHsInputs inputs) =>
        Tally.Of(inputs.LdhAboveUln) + Tally.Of(inputs.PtOrApttProlonged) + Tally.Of(inputs.DirectHyperbilirubinemia) + Tally.Of(inputs.NewSplenomegaly)
        + Tally.Of(inputs.NewOrPersistentFever) + Tally.Of(inputs.Neurotoxicity) + Tally.Of(inputs.PulmonaryManifestation)
        + Tally.Of(inputs.NewRenalInsufficiency) + Tally.Of(RaisedTriglycerides(inputs));

    /// <summary>
    /// Above a multiple of the larger of limit and baseline is above the multiple of both.
    /// A missing limit leaves it open, a missing baseline is left out.
    /// </summary>
    static bool? IsAbove(Measured? value, decimal factor, decimal? uln, Measured? baseline) =>
        (uln is { } limit ? value?.IsAbove(factor * limit) : null) & (baseline is { } before ? value?.IsAbove(factor, before) : true);

    static bool? IsUnexpected(IecHsCytopeniaCourse? course) => course is not { } known ? null : known switch
    {
        IecHsCytopeniaCourse.ExpectedStable => false,
        IecHsCytopeniaCourse.New or IecHsCytopeniaCourse.Worsening or IecHsCytopeniaCourse.Refractory => true,
    };
}
