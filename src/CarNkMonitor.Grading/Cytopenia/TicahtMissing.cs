using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>Which grades a course without counts could still have. Only numbers of days matter, so every number in both depths is tried.</summary>
static class TicahtMissing
{
    public static IReadOnlyList<MissingInput> Of(TicahtInputs inputs)
    {
        var last = Math.Min(Ticaht.LastEarlyDay, inputs.EndDay);
        var grades =
            from value in new decimal[] { 0, Ticaht.VeryLow }
            from days in Enumerable.Range(0, last + 2)
            let counts = Enumerable.Range(0, last + 1).Select(day => new DayValue(day, day < days ? value : Ticaht.Low))
            select TicahtGrader.Early(inputs with { Counts = [.. counts] }).Low!.Value;
        return [new(CytopeniaCodes.Platelets, [.. grades.Distinct().Order()])];
    }
}
