using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>
/// When a subject is to be graded next although nobody enters anything: work that must happen, as a row with a due time. It follows from the facts
/// and the plan, and is worked out anew whenever they change.
/// </summary>
[NotAudited("Follows from the facts and the plan; what comes of it is audited.")]
public sealed class NextGrading
{
    public required Guid SubjectId { get; init; }

    /// <summary>UTC, the moment to grade; null while time alone changes nothing.</summary>
    public DateTime? DueAt { get; set; }

    sealed class Mapping : IEntityTypeConfiguration<NextGrading>
    {
        public void Configure(EntityTypeBuilder<NextGrading> row)
        {
            row.HasKey(next => next.SubjectId);
            row.Property(next => next.SubjectId).ValueGeneratedNever();
            row.HasOne<Subject>().WithOne().HasForeignKey<NextGrading>(next => next.SubjectId);
            row.HasIndex(next => next.DueAt);
        }
    }
}

static class NextGradings
{
    /// <summary>The plan has moved, and with it when a check is overdue: the next sweep works the due time out anew. The caller saves.</summary>
    public static async Task AskForGrading(this MonitorContext db, Guid subjectId, DateTime now, CancellationToken cancel)
    {
        if (await db.NextGradings.FindAsync([subjectId], cancel) is { } next && !(next.DueAt <= now))
        {
            next.DueAt = now;
        }
    }

    /// <summary>
    /// Time changed nothing for the subject while it was not on study: what came due meanwhile is due now, from the last entry before or in that time on.
    /// The caller saves.
    /// </summary>
    /// <param name="awaySince">UTC, not after the absence began.</param>
    public static async Task AskForGradingSince(this MonitorContext db, Guid subjectId, DateTime awaySince, CancellationToken cancel)
    {
        var entry = await db.Assessments
            .Where(one => one.SubjectId == subjectId && one.Criteria == AstctCrs.Criteria && one.IsCurrent && !one.IsByTime)
            .MaxAsync(one => (DateTime?)one.Moment, cancel);
        var from = entry < awaySince ? entry.Value : awaySince;
        if (await db.NextGradings.FindAsync([subjectId], cancel) is not { } next)
        {
            db.NextGradings.Add(new NextGrading { SubjectId = subjectId, DueAt = from });
        }
        else if (!(next.DueAt <= from))
        {
            next.DueAt = from;
        }
    }
}
