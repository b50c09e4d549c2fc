using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;

namespace CarNkMonitor.Grading.Mas;

/// <summary>Component A from the record: windows of high fever, a fever that came back after CRS, and drugs that may hide one.</summary>
static class MasFever
{
    const decimal HighFrom = 38.5m;
    const decimal FeverFrom = 38.0m;
    static readonly TimeSpan QuietBefore = TimeSpan.FromHours(48);

    /// <summary>
    /// Consecutive 24 h windows, counted back from the moment, whose highest temperature is at least 38.5 °C. Null when a window without a reading is
    /// met before the count reaches what the signal asks for. A window that ended before the first infusion ends the count: no fever of it is ours.
    /// </summary>
    public static int? Windows(SubjectRecord record, DateTime moment, int enough)
    {
        for (var (count, until) = (0, moment); ; count++, until -= CourseTimes.Day)
        {
            var isHigh = record.Highest(HlhCodes.Temperature, until, CourseTimes.Day)?.Measured.IsAtLeast(HighFrom);
            if (isHigh == true)
            {
                continue;
            }

            return isHigh == false || count >= enough || until <= record.FirstInfusion ? count : null;
        }
    }

    /// <summary>
    /// A temperature of at least 38.5 °C in (t - 24 h, t], in a run of fever that began after at least 48 h in which all readings, at least one in
    /// each 24 h, were below 38.0 °C, after CRS with a lower bound of 1 or more. Null without a temperature in (t - 24 h, t].
    /// </summary>
    public static bool? IsRecrudescent(SubjectRecord record, ToxicityHistory history, DateTime moment)
    {
        var readings = record.Window(HlhCodes.Temperature, moment, CourseTimes.Day);
        foreach (var reading in readings)
        {
            if (reading.Measured.IsAtLeast(HighFrom) == true && BeginningOf(record, reading) is var began && IsQuietBefore(record, began)
                && history.Crs(DateTime.MinValue, began.AddTicks(-1)).Any(one => one.Result.Low >= 1))
            {
                return true;
            }
        }

        return readings.Length == 0 ? null : false;
    }

    /// <summary>True when a dose that hides fever lies in (t - 24 h, t]; false when none does and the drug chart was reviewed in it.</summary>
    public static bool? MayBeMasked(SubjectRecord record, DateTime moment) =>
        record.Any(MaskingDoses, moment - CourseTimes.Day, moment) ? true
        : IsReviewed(record.Between(MasCodes.MaskingReviewed, moment - CourseTimes.Day, moment)) ? false
        : null;

    static readonly string[] MaskingDoses = [CrsCodes.Antipyretic, CrsCodes.Tocilizumab, CrsCodes.Steroid, CrsCodes.Anticytokine];

    static bool IsReviewed(ReadOnlySpan<Fact> reviews)
    {
        foreach (var review in reviews)
        {
            if (review.Flag == true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first reading of the run of readings from 38.0 °C on that this one stands in.</summary>
    static DateTime BeginningOf(SubjectRecord record, Fact reading)
    {
        var before = record.Between(HlhCodes.Temperature, DateTime.MinValue, reading.ObservedAt.AddTicks(-1));
        var began = reading.ObservedAt;
        for (var index = before.Length - 1; index >= 0 && before[index].Measured.IsAtLeast(FeverFrom) != false; index--)
        {
            began = before[index].ObservedAt;
        }

        return began;
    }

    static bool IsQuietBefore(SubjectRecord record, DateTime began)
    {
        var middle = began - CourseTimes.Day;
        return IsQuiet(record.Between(HlhCodes.Temperature, began - QuietBefore, middle)) && IsQuiet(record.Between(HlhCodes.Temperature, middle, began.AddTicks(-1)));
    }

    static bool IsQuiet(ReadOnlySpan<Fact> readings) => Laboratory.Highest(readings)?.Measured.IsAtLeast(FeverFrom) == false;
}
