using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>
/// Which grades a course without counts could still have. The grade hangs on the longest run of low days and on where it lies, so every run in
/// every depth is tried; on late days one count decides.
/// </summary>
static class IcahtMissing
{
    const decimal Normal = 2000;

    public static IReadOnlyList<MissingInput> Early(IcahtInputs inputs)
    {
        var last = Math.Min(Icaht.LastEarlyDay, inputs.EndDay);
        var courses =
            from value in new[] { Normal, Icaht.Severe, Icaht.Profound }
            from first in Enumerable.Range(0, last + 1)
            from end in Enumerable.Range(first, last + 1 - first)
            select Enumerable.Range(0, last + 1).Select(day => new DayValue(day, day >= first && day <= end ? value : Normal));
        return Reached(courses.Select(counts => IcahtGrader.Early(inputs with { Counts = [.. counts] })));
    }

    public static IReadOnlyList<MissingInput> Late(IcahtInputs inputs) => Reached(
        from value in new decimal[] { Normal, 1500, 1000, 500, 100 }
        select IcahtGrader.Late(inputs with { Counts = [new DayValue(Icaht.LastEarlyDay + 1, value)] }));

    static IReadOnlyList<MissingInput> Reached(IEnumerable<GradeResult> results) =>
        [new(CytopeniaCodes.Neutrophils, [.. results.Select(result => result.Low!.Value).Distinct().Order()])];
}
