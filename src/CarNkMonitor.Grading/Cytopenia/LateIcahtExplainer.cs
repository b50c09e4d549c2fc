using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>What a late ICAHT result says of itself.</summary>
sealed class LateIcahtExplainer() : Explainer<IcahtInputs>(Icaht.Criteria, Icaht.Grades)
{
    public static readonly LateIcahtExplainer One = new();

    protected override Sentence NotAssessedSentence => IcahtSentence.NotAssessed;

    protected override Sentence Sentence(IcahtInputs inputs, GradeResult result) => IcahtSentence.OfLate(LateNeutropenia.Of(inputs), result);

    protected override IEnumerable<string> Flags(IcahtInputs inputs, GradeResult result) =>
        result.State == GradeState.Determined && LateNeutropenia.Of(inputs).IsConfirmed ? [CytopeniaFlag.Confirmed] : [];

    /// <summary>The two lowest days.</summary>
    protected override IEnumerable<Driver> Drivers(IcahtInputs inputs, GradeResult result) => CountDrivers.OfNeutrophils(CountDrivers.Lowest(
        inputs.Counts.Where(count => count.Day > Icaht.LastEarlyDay && count.Day <= Math.Min(Icaht.LastLateDay, inputs.EndDay)), 2));

    protected override IReadOnlyList<MissingInput> Missing(IcahtInputs inputs, GradeResult result) =>
        result.State == GradeState.NotComputed ? IcahtMissing.Late(inputs) : [];
}
