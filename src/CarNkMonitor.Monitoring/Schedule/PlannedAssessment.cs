using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Schedule;

/// <summary>A slot of the schedule: when a bedside check is wanted, and what became of it.</summary>
public sealed class PlannedAssessment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SubjectId { get; init; }
    public required Guid InfusionId { get; init; }
    public required int CycleDay { get; init; }

    /// <summary>All four are UTC; due from <see cref="OpensAt"/> to <see cref="OnTimeUntil"/> (both inclusive), missed from <see cref="ClosesAt"/>.</summary>
    public required DateTime NominalAt { get; init; }
    public required DateTime OpensAt { get; init; }
    public required DateTime OnTimeUntil { get; init; }
    public required DateTime ClosesAt { get; init; }
    public PlannedState State { get; set; } = PlannedState.Scheduled;
    public Guid? DoneByCheckId { get; set; }

    public Subject? Subject { get; init; }
    public BedsideCheck? DoneByCheck { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<PlannedAssessment>
    {
        public void Configure(EntityTypeBuilder<PlannedAssessment> row)
        {
            row.HasIndex(slot => new { slot.SubjectId, slot.NominalAt }).IsUnique();
            row.HasIndex(slot => new { slot.State, slot.OnTimeUntil });
        }
    }
}

/// <summary>Superseded: a later infusion or an end of the study made the slot void.</summary>
public enum PlannedState { Scheduled, Due, Overdue, Missed, Done, DoneLate, Superseded }
