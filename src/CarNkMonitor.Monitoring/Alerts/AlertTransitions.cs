using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>The ways in which an alert changes its state. Each raises the fence; none stores anything.</summary>
public sealed partial class Alert
{
    /// <summary>The policy of the running call.</summary>
    public EscalationTimers Timers() => Json.Read<EscalationTimers>(PolicyJson);

    /// <summary>Somebody is being called.</summary>
    public bool IsCalling => State is AlertState.Open or AlertState.Exhausted;

    /// <summary>Coverage and system alarms belong to a site, not to a subject.</summary>
    public bool IsAboutSite => Kind is AlertKind.Coverage or AlertKind.System;

    /// <summary>When the facts are asked whether a managed alert closes by itself; null while its ground stands, or nobody knows.</summary>
    public DateTime? ClosesAt => BelowThresholdSince + EscalationDefaults.ClosesAfter;

    /// <summary>Who changes this alert holds this lock: its subject's, or its site's.</summary>
    public Guid LockId => SubjectId ?? SiteId;

    /// <summary>What an audit row about this alert names.</summary>
    internal AuditSubject InAudit() => new(nameof(Alert), Id.ToString(), SubjectId, Id);

    internal void MoveTo(int level, int cycle)
    {
        (Level, Cycle) = (level, cycle);
        Fence++;
    }

    internal void Exhaust(DateTime now)
    {
        State = AlertState.Exhausted;
        ExhaustedAt = now;
        NextStepAt = now + EscalationDefaults.ExhaustedRepeat;
        Fence++;
    }

    /// <summary>From the start, and everybody: because it got worse, or because nobody assessed in time.</summary>
    internal void OpenAgain()
    {
        State = AlertState.Open;
        (Level, Cycle, Round) = (1, 1, Round + 1);
        (AcknowledgedAt, AcknowledgedById, LeaseUntil) = (null, null, null);
        (ManagedAt, ExhaustedAt, BelowThresholdSince) = (null, null, null);
        Fence++;
    }

    internal void Accept(StaffMember person, DateTime now)
    {
        State = AlertState.Acknowledged;
        (AcknowledgedAt, AcknowledgedById) = (now, person.Id);
        NextStepAt = LeaseUntil = now + Timers().Lease;
        Fence++;
    }

    internal void Manage(ClinicalUrgency urgency, int? low, int? high, DateTime now)
    {
        State = AlertState.Managed;
        (Urgency, Low, High) = (urgency, low, high);
        (ManagedAt, LeaseUntil, NextStepAt) = (now, null, ClosesAt);
        Fence++;
    }

    /// <summary>The assessment that it stood on was replaced, and another one gives its grade.</summary>
    internal void StandOn(Assessment support) => AssessmentId = support.Id;

    /// <summary>Takes over a grade that calls nobody: upward only while a call or an acceptance runs, downward too once it is managed.</summary>
    internal void Follow(AlertSeed seed, DateTime? belowSince)
    {
        if (State == AlertState.Managed)
            (Urgency, Low) = (seed.Urgency, seed.Low);
        if (seed.Low == Low)
            (High, AssessmentId) = (seed.High, seed.AssessmentId);
        FollowBelow(belowSince);
    }

    /// <summary>Since when its ground has been gone by the readings (<see cref="QuietTime"/>); null while it is not, or nobody knows.</summary>
    internal void FollowBelow(DateTime? since)
    {
        BelowThresholdSince = since;
        if (State == AlertState.Managed)
            NextStepAt = ClosesAt;
    }

    /// <summary>Its participant is on study no more. A slip of that kind may be taken back, so it remembers what it was.</summary>
    internal void EndWithSubject(DateTime now)
    {
        LastStateOnStudy = State;
        End(AlertState.Closed, now);
    }

    /// <summary>
    /// Its participant is on study again, and it is what it was: nothing that it stands for is forgotten. Whoever accepted it has the whole lease again. One
    /// that was calling is to be called from the start.
    /// </summary>
    internal void TakeUp(DateTime now)
    {
        State = LastStateOnStudy!.Value;
        (ClosedAt, LastStateOnStudy) = (null, null);
        LeaseUntil = State == AlertState.Acknowledged ? now + Timers().Lease : null;
        NextStepAt = State == AlertState.Managed ? ClosesAt : LeaseUntil;
        Fence++;
    }

    internal void End(AlertState end, DateTime now)
    {
        State = end;
        (ClosedAt, NextStepAt, LeaseUntil) = (now, null, null);
        Fence++;
    }
}
