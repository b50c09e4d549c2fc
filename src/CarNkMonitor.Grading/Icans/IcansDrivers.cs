using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Icans;

/// <summary>The recorded inputs that the result rests on, by observation code.</summary>
static class IcansDrivers
{
    /// <summary>The rows that decide an end of the range, and everything that was found and then taken out of the grade.</summary>
    public static IEnumerable<Driver> Of(IcansInputs inputs, GradeResult result)
    {
        var rows = IcansRow.All(inputs);
        var (low, high) = (rows.Max(row => row.Range.Low), rows.Max(row => row.Range.High));
        // Without a grade every finding that is more than none is shown: nothing of a wrong form may hide a seizure.
        var shown = result.State == GradeState.WrongInstrument
            ? rows.Where(row => row.IsExcluded || row.Range.High > ToxicityGrade.None)
            : rows.Where(row => row.IsExcluded || row.Range.Low == low || row.Range.High == high);
        return [.. RecordedInput.Development(inputs), .. shown.SelectMany(row => row.Recorded), .. RecordedInput.Death(inputs)];
    }

    /// <summary>The names of the rows that reach the lower bound, for the sentence.</summary>
    public static string[] Deciding(IcansInputs inputs, int low) =>
        [.. IcansRow.All(inputs).Where(row => (int)row.Range.Low == low).SelectMany(row => row.Names)];
}
