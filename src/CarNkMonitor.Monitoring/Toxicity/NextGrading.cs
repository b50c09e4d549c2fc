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
}
