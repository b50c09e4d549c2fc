using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>From assessments to urgency, and from urgency to what becomes of the alert. Pure.</summary>
public static class AlertRule
{
    internal static readonly TimeSpan RiseWindow = TimeSpan.FromHours(24);

    /// <summary>
    /// How soon somebody is wanted for the newest assessment; null where the table gives no grade (nothing assessed, not applicable).
    /// </summary>
    /// <param name="current">Current CRS assessments of the last 24 h, ordered by moment; the last one is judged.</param>
    /// <param name="reviewedLow">Lowest possible grade of the last grading in this episode that a physician reviewed; null: none yet.</param>
    /// <param name="isLateAndNotCurrent">The newest entry is late and no longer inside its evaluation window: at most SAME_DAY.</param>
    public static AlertGround? Judge(IReadOnlyList<Assessment> current, int? reviewedLow, bool isLateAndNotCurrent)
    {
        if (current.LastOrDefault(HasGrade) is not { } newest || newest != current[^1])
            return null;
        var urgency = CnkUrgency.Of(new UrgencyFindings
        {
            Crs = new GradeRange((ToxicityGrade)newest.Low!.Value, (ToxicityGrade)newest.High!.Value),
            CrsIsNewOrWorse = newest.Low > (reviewedLow ?? 0),
            RoseByTwoGradesIn24H = newest.Low - LowestBefore(current, newest) >= 2,
        });
        var capped = isLateAndNotCurrent && urgency > ClinicalUrgency.SameDay ? ClinicalUrgency.SameDay : urgency;
        return new AlertGround(capped, newest, PreviousLow(current, newest), isLateAndNotCurrent);
    }

    /// <summary>Vasopressor, pressure or saturation beyond the limit while the grade does not say so: a physician within 1 h.</summary>
    /// <param name="ground">What CRS asks for, or null.</param>
    /// <param name="danger">One of these findings is present now.</param>
    /// <param name="isLateAndNotCurrent">As above.</param>
    public static ClinicalUrgency Danger(AlertGround? ground, bool danger, bool isLateAndNotCurrent) =>
        !danger || ground?.Newest.Low >= 2 ? ClinicalUrgency.Routine
        : isLateAndNotCurrent ? ClinicalUrgency.SameDay
        : ClinicalUrgency.Urgent1H;

    /// <summary>
    /// Worse calls everybody at once, again. A higher urgency always is; a higher grade is, unless the entry is late. While a call or an
    /// acceptance runs the alert remembers its highest grade; once managed, the lowest since, so that a relapse calls.
    /// </summary>
    public static AlertStep Change(Alert? open, ClinicalUrgency urgency, int? low, bool isLateAndNotCurrent) =>
        open is null ? urgency > ClinicalUrgency.Routine ? AlertStep.Opened : AlertStep.None
        : urgency == ClinicalUrgency.Routine ? AlertStep.Below
        : urgency > open.Urgency || (low > open.Low && !isLateAndNotCurrent) ? AlertStep.Worse
        : AlertStep.Unchanged;

    static bool HasGrade(Assessment assessment) =>
        assessment is { State: GradeState.Determined or GradeState.CannotExclude, Low: not null, High: not null };

    /// <summary>Lowest grading in (t - 24 h, t]. That values ran out while nobody looked is no fall: what is measured next is no rise from it.</summary>
    static int LowestBefore(IEnumerable<Assessment> current, Assessment newest) => current
        .Where(HasGrade).Where(one => !one.HasRunOut && one.Moment > newest.Moment - RiseWindow && one.Moment < newest.Moment)
        .Select(one => one.Low!.Value).Append(newest.Low!.Value).Min();

    static int? PreviousLow(IEnumerable<Assessment> current, Assessment newest) =>
        current.LastOrDefault(one => HasGrade(one) && !one.HasRunOut && one.Moment < newest.Moment)?.Low;
}

/// <summary>Why somebody is wanted.</summary>
public sealed record AlertGround(ClinicalUrgency Urgency, Assessment Newest, int? PreviousLow, bool IsLateAndNotCurrent);

/// <summary>What an assessment did to the alert of its key.</summary>
public enum AlertStep
{
    /// <summary>No alert, and none is wanted.</summary>
    None,

    /// <summary>A new alert: its first texts are due now.</summary>
    Opened,

    /// <summary>Everybody is called again, at once.</summary>
    Worse,

    /// <summary>The same or a lower grade: logged only.</summary>
    Unchanged,

    /// <summary>The ground is below the threshold; the alert stays until a physician or 24 h end it.</summary>
    Below,

    /// <summary>The entry was amended and nothing else supports the grade: everybody called is told.</summary>
    Withdrawn,
}
