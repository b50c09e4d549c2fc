using CarNkMonitor.Grading.Schedule;
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

    /// <summary>The infusion it belongs to, and the day counted from it. A later infusion may take the slot over.</summary>
    public required Guid InfusionId { get; set; }
    public required int CycleDay { get; set; }

    /// <summary>All four are UTC; due from <see cref="OpensAt"/> to <see cref="OnTimeUntil"/> (both inclusive), missed from <see cref="ClosesAt"/>.</summary>
    public required DateTime NominalAt { get; init; }
    public required DateTime OpensAt { get; set; }
    public required DateTime OnTimeUntil { get; set; }
    public required DateTime ClosesAt { get; set; }
    public PlannedState State { get; set; } = PlannedState.Scheduled;
    public Guid? DoneByCheckId { get; set; }

    public Subject? Subject { get; init; }
    public BedsideCheck? DoneByCheck { get; init; }

    SlotWindow Window => new(OpensAt, OnTimeUntil, ClosesAt);

    /// <summary>Still waiting for a check, and not closed when it was last looked at.</summary>
    public bool IsOpen => State is PlannedState.Scheduled or PlannedState.Due or PlannedState.Overdue;

    public bool IsDone => State is PlannedState.Done or PlannedState.DoneLate;

    /// <summary>
    /// Whether a set observed at that moment may fill the slot. A missed slot may still be filled by what was observed in time and recorded
    /// later.
    /// </summary>
    public bool Accepts(DateTime observedAt) => !IsDone && State != PlannedState.Superseded && Window.Accepts(observedAt);

    /// <summary>What time alone makes of a slot that nothing has filled.</summary>
    public PlannedState StateAt(DateTime now) => Stored(Window.At(now));

    public void FillBy(Guid checkId, DateTime observedAt)
    {
        DoneByCheckId = checkId;
        State = Stored(Window.At(observedAt, observedAt));
    }

    /// <summary>The check that filled it is none any more.</summary>
    public void Reopen(DateTime now)
    {
        DoneByCheckId = null;
        State = StateAt(now);
    }

    /// <summary>Gives an unfilled slot the place that the plan wants for it now; a superseded one comes back.</summary>
    public void TakeOver(PlannedSlot slot, DateTime now)
    {
        (InfusionId, CycleDay) = (slot.InfusionId, slot.CycleDay);
        (OpensAt, OnTimeUntil, ClosesAt) = (slot.OpensAt, slot.OnTimeUntil, slot.ClosesAt);
        State = StateAt(now);
    }

    public static PlannedAssessment Of(Guid subjectId, PlannedSlot slot, DateTime now)
    {
        var row = new PlannedAssessment
        {
            SubjectId = subjectId, InfusionId = slot.InfusionId, CycleDay = slot.CycleDay, NominalAt = slot.NominalAt,
            OpensAt = slot.OpensAt, OnTimeUntil = slot.OnTimeUntil, ClosesAt = slot.ClosesAt,
        };
        row.State = row.StateAt(now);
        return row;
    }

    static PlannedState Stored(SlotState state) => state switch
    {
        SlotState.Scheduled => PlannedState.Scheduled,
        SlotState.Due => PlannedState.Due,
        SlotState.Overdue => PlannedState.Overdue,
        SlotState.Missed => PlannedState.Missed,
        SlotState.Done => PlannedState.Done,
        SlotState.DoneLate => PlannedState.DoneLate,
    };

    sealed class Mapping : IEntityTypeConfiguration<PlannedAssessment>
    {
        public void Configure(EntityTypeBuilder<PlannedAssessment> row)
        {
            row.Ignore(slot => slot.IsOpen).Ignore(slot => slot.IsDone);
            row.HasIndex(slot => new { slot.SubjectId, slot.NominalAt }).IsUnique();
            row.HasIndex(slot => new { slot.State, slot.OnTimeUntil });
        }
    }
}

/// <summary>Superseded: a later infusion or an end of the study made the slot void.</summary>
public enum PlannedState { Scheduled, Due, Overdue, Missed, Done, DoneLate, Superseded }
