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
        bool? isRecrudescent = readings.Length == 0 ? null : false;
        foreach (var reading in readings)
        {
            isRecrudescent |= reading.Measured.IsAtLeast(HighFrom) switch
            {
                false => false,
                var isHigh => isHigh & HasBegunAgain(record, history, reading),
            };
        }

        return isRecrudescent;
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

    /// <summary>
    /// Whether the run of readings from 38.0 °C on that this one stands in began after rest and after CRS. It may have begun at every reading down to the
    /// first one that is below for certain; a bound leaves open whether it began before.
    /// </summary>
    static bool? HasBegunAgain(SubjectRecord record, ToxicityHistory history, Fact reading)
    {
        var before = record.Between(HlhCodes.Temperature, DateTime.MinValue, reading.ObservedAt.AddTicks(-1));
        var (began, index) = (reading.ObservedAt, before.Length - 1);
        (bool Any, bool All) found = (false, true);
        for (; index >= 0 && before[index].Measured.IsAtLeast(FeverFrom) is not false and var isFever; index--)
        {
            found = isFever is null ? With(found, IsAgain(record, history, began)) : found;
            began = before[index].ObservedAt;
        }

        found = With(found, IsAgain(record, history, began));
        return found.All ? true : found.Any ? null : false;
    }

    static (bool Any, bool All) With((bool Any, bool All) found, bool? isAgain) => (found.Any || isAgain != false, found.All && isAgain == true);

    static bool? IsAgain(SubjectRecord record, ToxicityHistory history, DateTime began) => IsQuietBefore(record, began) is not false and var isQuiet
        ? isQuiet & history.Crs(DateTime.MinValue, began.AddTicks(-1)).Any(one => one.Result.Low >= 1)
        : false;

    static bool? IsQuietBefore(SubjectRecord record, DateTime began)
    {
        var middle = began - CourseTimes.Day;
        return IsQuiet(record.Between(HlhCodes.Temperature, began - QuietBefore, middle)) & IsQuiet(record.Between(HlhCodes.Temperature, middle, began.AddTicks(-1)));
    }

    /// <summary>Nothing recorded is no rest; a bound may leave it open.</summary>
    static bool? IsQuiet(ReadOnlySpan<Fact> readings) => Laboratory.Highest(readings) is { } highest ? highest.Measured.IsBelow(FeverFrom) : false;
}
