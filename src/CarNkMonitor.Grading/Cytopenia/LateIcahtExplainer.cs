using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>What a late ICAHT result says of itself.</summary>
sealed class LateIcahtExplainer() : Explainer<IcahtInputs>(Icaht.Criteria, Icaht.Grades)
{
    public static readonly LateIcahtExplainer One = new();

    protected override Sentence NotAssessedSentence => IcahtSentence.NotAssessed;

    protected override Sentence Sentence(IcahtInputs inputs, GradeResult result) => IcahtSentence.OfLate(inputs, LateNeutropenia.Of(inputs), result);

    protected override IEnumerable<string> Flags(IcahtInputs inputs, GradeResult result) =>
        result.State == GradeState.Determined && LateNeutropenia.Confirmed(inputs) == true ? [CytopeniaFlag.Confirmed] : [];

    /// <summary>The two lowest days.</summary>
    protected override IEnumerable<Driver> Drivers(IcahtInputs inputs, GradeResult result) =>
        CountDrivers.OfNeutrophils(CountDrivers.Lowest(LateNeutropenia.Read(inputs), 2));

    protected override IReadOnlyList<MissingInput> Missing(IcahtInputs inputs, GradeResult result) =>
        result.State == GradeState.NotComputed ? IcahtMissing.Late(inputs) : [];
}
