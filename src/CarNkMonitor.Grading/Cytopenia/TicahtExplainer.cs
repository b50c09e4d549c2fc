using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>What an early T-ICAHT result says of itself.</summary>
sealed class TicahtExplainer() : Explainer<TicahtInputs>(Ticaht.Criteria, Ticaht.Grades)
{
    public static readonly TicahtExplainer One = new();

    protected override Sentence NotAssessedSentence => TicahtSentence.NotAssessed;

    protected override Sentence Sentence(TicahtInputs inputs, GradeResult result) => TicahtSentence.Of(EarlyThrombocytopenia.Of(inputs), result);

    protected override IEnumerable<string> Flags(TicahtInputs inputs, GradeResult result)
    {
        if (result.Low is null)
        {
            yield break;
        }

        if (!inputs.IsFinal)
        {
            yield return CytopeniaFlag.Interim;
        }

        if (EarlyThrombocytopenia.Of(inputs).UnfilledDays > 0)
        {
            yield return CytopeniaFlag.GapNotFilled;
        }
    }

    /// <summary>The counts of the days that are added up, with those that imputed days come from; without any, the lowest count.</summary>
    protected override IEnumerable<Driver> Drivers(TicahtInputs inputs, GradeResult result)
    {
        var read = inputs.Counts.Where(count => count.Day >= 0 && count.Day <= Math.Min(Ticaht.LastEarlyDay, inputs.EndDay)).ToArray();
        var days = EarlyThrombocytopenia.Of(inputs);
        var deciding = days.Days20 > 0 ? days.VeryLow : days.Low;
        return CountDrivers.Of(CytopeniaCodes.Platelets, CytopeniaCodes.CellsPerLiter, deciding.Count > 0 ? Around(deciding, read) : CountDrivers.Lowest(read, 1));
    }

    protected override IReadOnlyList<MissingInput> Missing(TicahtInputs inputs, GradeResult result) =>
        result.State == GradeState.NotComputed ? TicahtMissing.Of(inputs) : [];

    static HashSet<DayValue> Around(DaySet days, DayValue[] counts)
    {
        var around = new HashSet<DayValue>();
        foreach (var run in days)
        {
            around.UnionWith(CountDrivers.Around(run, counts));
        }

        return around;
    }
}
