using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>What an early ICAHT result says of itself.</summary>
sealed class EarlyIcahtExplainer() : Explainer<IcahtInputs>(Icaht.Criteria, Icaht.Grades)
{
    public static readonly EarlyIcahtExplainer One = new();

    protected override Sentence NotAssessedSentence => IcahtSentence.NotAssessed;

    protected override Sentence Sentence(IcahtInputs inputs, GradeResult result) => IcahtSentence.OfEarly(EarlyNeutropenia.Of(inputs), result);

    protected override IEnumerable<string> Flags(IcahtInputs inputs, GradeResult result)
    {
        if (result.Low is null)
        {
            yield break;
        }

        var days = EarlyNeutropenia.Of(inputs);
        if (!inputs.IsFinal)
        {
            yield return CytopeniaFlag.Interim;
        }

        if (days.UnfilledDays > 0)
        {
            yield return CytopeniaFlag.GapNotFilled;
        }

        if (GcsfSupport.Of(inputs, days))
        {
            yield return CytopeniaFlag.GcsfSupported;
        }
    }

    /// <summary>The counts that make the deciding run, with those that its first and last imputed days come from; without one, the lowest count.</summary>
    protected override IEnumerable<Driver> Drivers(IcahtInputs inputs, GradeResult result)
    {
        var read = inputs.Counts.Where(count => count.Day >= 0 && count.Day <= Math.Min(Icaht.LastEarlyDay, inputs.EndDay)).ToArray();
        var run = Deciding(EarlyNeutropenia.Of(inputs));
        return CountDrivers.OfNeutrophils(run.Length > 0 ? CountDrivers.Around(run, read) : CountDrivers.Lowest(read, 1));
    }

    protected override IReadOnlyList<MissingInput> Missing(IcahtInputs inputs, GradeResult result) =>
        result.State == GradeState.NotComputed ? IcahtMissing.Early(inputs) : [];

    static DayRun Deciding(EarlyNeutropenia days) =>
        Icaht.Row(days.ProfoundDays) > Icaht.Row(days.SevereDays) ? days.Profound.Joined.Longest : days.Unbroken ?? days.Severe.Joined.Longest;
}
