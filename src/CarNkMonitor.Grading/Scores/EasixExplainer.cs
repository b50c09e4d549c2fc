using System.Globalization;
using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Scores;

/// <summary>What EASIX or one of its variants says of itself.</summary>
/// <param name="criteria">Criteria id.</param>
/// <param name="name">As the papers write it; the same in every language.</param>
/// <param name="factors">What the index is computed of.</param>
sealed class EasixExplainer(string criteria, string name, params EasixExplainer.Factor[] factors) : Explainer<EasixInputs>(criteria, Scale.Index)
{
    static readonly Sentences Say = new("Scores.EasixSentences");

    static readonly Factor Ldh = new(ScoreCodes.Ldh, "U/L", inputs => inputs.Ldh);
    static readonly Factor Creatinine = new(ScoreCodes.Creatinine, "mg/dL", inputs => inputs.Creatinine);
    static readonly Factor Crp = new(ScoreCodes.Crp, "mg/L", inputs => inputs.Crp);
    static readonly Factor Platelets = new(ScoreCodes.Platelets, "10*9/L", inputs => inputs.Platelets);

    public static readonly EasixExplainer Original = new(Easix.Criteria, "EASIX", Ldh, Creatinine, Platelets);
    public static readonly EasixExplainer Modified = new(ModifiedEasix.Criteria, "m-EASIX", Ldh, Crp, Platelets);
    public static readonly EasixExplainer Simplified = new(SimplifiedEasix.Criteria, "s-EASIX", Ldh, Platelets);

    /// <summary>A number, or none.</summary>
    public GradeResult Result(EasixInputs inputs, decimal? index) => new IndexResult(this, inputs, index);

    /// <summary>There is nothing to divide by.</summary>
    public static bool AreAbsent(Measured? platelets) => platelets is { Comparator: Comparator.Equal } count && Easix.ByPlatelets(0, count.Value) is null;

    protected override Sentence NotAssessedSentence => Say.Say("not_assessed", name);

    protected override Sentence Sentence(EasixInputs inputs, GradeResult result) =>
        result.Index is { } index ? Say.Say("computed", name, EasixGrader.Shown(index).ToString("0.000", CultureInfo.InvariantCulture))
        : AreAbsent(inputs.Platelets) ? Say.Say("no_platelets", name)
        : result.Missing is { Count: > 0 } missing ? Say.Say("missing", name, missing.Select(input => input.Code).ToArray())
        : Say.Say("bound", name);

    protected override IEnumerable<string> Flags(EasixInputs inputs, GradeResult result) => [];

    protected override IEnumerable<Driver> Drivers(EasixInputs inputs, GradeResult result) =>
        from factor in factors let value = factor.Value(inputs) where value is not null select Driver.Of(factor.Code, value.Value, factor.Unit);

    /// <summary>An index has no levels, so nothing can be listed that a missing value could reach.</summary>
    protected override IReadOnlyList<MissingInput> Missing(EasixInputs inputs, GradeResult result) =>
        [.. from factor in factors where factor.Value(inputs) is null select new MissingInput(factor.Code, [])];

    /// <summary>One value of an index.</summary>
    internal sealed record Factor(string Code, string Unit, Func<EasixInputs, Measured?> Value);
}
