using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>A study's rules of calling for one urgency, as a numbered, immutable version.</summary>
public sealed partial class EscalationPolicy
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid StudyId { get; init; }
    public required ClinicalUrgency Urgency { get; init; }
    public required int Version { get; init; }
    public required string TimersJson { get; init; }

    public EscalationTimers Timers => Json.Read<EscalationTimers>(TimersJson);

    sealed class Mapping : IEntityTypeConfiguration<EscalationPolicy>
    {
        public void Configure(EntityTypeBuilder<EscalationPolicy> row)
        {
            row.Ignore(policy => policy.Timers);
            row.HasIndex(policy => new { policy.StudyId, policy.Urgency, policy.Version }).IsUnique();
        }
    }
}

/// <summary>The timers of one urgency.</summary>
/// <param name="RepeatAfter">Delays after a level's first text at which the same person is texted again.</param>
/// <param name="NextLevelAfter">When the next level is called.</param>
/// <param name="Levels">How many levels a cycle has.</param>
/// <param name="Cycles">How often all levels are gone through before the policy is exhausted.</param>
/// <param name="Lease">How long an acknowledgement holds without a recorded assessment.</param>
/// <param name="Acknowledgements">How many different persons must accept.</param>
/// <param name="NoticeLives">After this a text that was not sent is no longer sent.</param>
public sealed record EscalationTimers(
    TimeSpan[] RepeatAfter, TimeSpan NextLevelAfter, int Levels, int Cycles, TimeSpan Lease, int Acknowledgements, TimeSpan NoticeLives);
