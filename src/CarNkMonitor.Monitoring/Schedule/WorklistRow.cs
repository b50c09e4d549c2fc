using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Grading.IecHs;
using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Schedule;

/// <summary>One participant on the worklist, as of a moment.</summary>
/// <param name="Calendar">Tells the day after infusion and the time on the wall where the participant is.</param>
/// <param name="Crs">The newest assessment; null when never graded.</param>
/// <param name="CheckedAt">When the newest check was observed; null without one.</param>
/// <param name="Next">The earliest slot that can still be filled; null when nothing is planned.</param>
/// <param name="Alerts">Alerts that are not over, the most urgent first.</param>
public sealed record WorklistRow(
    Subject Subject, SubjectCalendar Calendar, DateTime Now, Assessment? Crs, DateTime? CheckedAt, PlannedAssessment? Next, IReadOnlyList<Alert> Alerts)
{
    /// <summary>Grades and signals of other tables that must be known beside CRS, the most urgent first.</summary>
    public IReadOnlyList<StandingGrade> Beside { get; init; } = [];

    public int? CycleDay => Calendar.CycleDay(Now);

    public Alert? Alert => Alerts.Count > 0 ? Alerts[0] : null;

    /// <summary>The slot's state by the clock, which may be a minute ahead of the job that stores it.</summary>
    public PlannedState? Due => Next?.StateAt(Now);

    public WorklistPart Part =>
        Danger >= ClinicalUrgency.Urgent1H || Crs?.Low >= 2 || Beside.Any(grade => grade.Now.Low >= 2 && AsCrs.Contains(grade.Table)) ? WorklistPart.InDanger
        : Due is PlannedState.Due or PlannedState.Overdue ? WorklistPart.Due
        : WorklistPart.Later;

    /// <summary>Danger first (urgency, then the grade known, then the grade not excluded), then who has waited longest.</summary>
    public static IReadOnlyList<WorklistRow> InOrder(IEnumerable<WorklistRow> rows) =>
    [
        .. rows.OrderBy(row => row.Part)
            .ThenByDescending(row => row.Part == WorklistPart.InDanger ? row.Danger : null)
            .ThenByDescending(row => row.Part == WorklistPart.InDanger ? row.Crs?.Low : null)
            .ThenByDescending(row => row.Part == WorklistPart.InDanger ? row.Crs?.High : null)
            .ThenBy(row => row.Next?.OnTimeUntil ?? DateTime.MaxValue)
            .ThenBy(row => row.Subject.SubjectCode, StringComparer.Ordinal),
    ];

    ClinicalUrgency? Danger => Alert?.Urgency;

    /// <summary>As dangerous as CRS at the same grade, and nobody is called by them yet.</summary>
    static readonly TablePart[] AsCrs = [new(AstctIcans.Criteria, ""), new(IecHsPattern.Criteria, "grade")];
}

/// <summary>The three parts of the list, in their order.</summary>
public enum WorklistPart
{
    /// <summary>A physician is wanted within the hour, or CRS, ICANS or IEC-HS is grade 2 or more.</summary>
    InDanger,

    /// <summary>A check is due or overdue.</summary>
    Due,

    /// <summary>Nothing to do now.</summary>
    Later,
}
