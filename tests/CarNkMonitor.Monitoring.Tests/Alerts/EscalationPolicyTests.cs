using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;

namespace CarNkMonitor.Monitoring.Tests.Alerts;

/// <summary>State, time, expected step: the table of alert states as far as time moves it.</summary>
public class EscalationPolicyTests
{
    static readonly DateTime Now = new(2026, 3, 5, 14, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(1, 1, 1, "wait")]
    [InlineData(1, 1, 0, "call 2/1")]
    [InlineData(1, 1, -60, "call 2/1")]
    [InlineData(2, 1, 0, "call 1/2")]
    [InlineData(1, 2, 0, "call 2/2")]
    [InlineData(2, 2, 0, "exhaust")]
    public void Open_moves_on_when_its_time_has_come(int level, int cycle, int dueInMinutes, string expected)
    {
        var alert = Some(AlertState.Open);
        (alert.Level, alert.Cycle, alert.NextStepAt) = (level, cycle, Now.AddMinutes(dueInMinutes));

        Assert.Equal(expected, Words(EscalationPolicy.Next(alert, [], Now)));
    }

    [Fact]
    public void Open_without_a_time_is_due_and_never_forgotten() =>
        Assert.Equal("call 2/1", Words(EscalationPolicy.Next(Some(AlertState.Open), [], Now)));

    [Theory]
    [InlineData(NoticeState.Failed, 1, 1, 1, "call 2/1")]
    [InlineData(NoticeState.Undelivered, 1, 1, 1, "call 2/1")]
    [InlineData(NoticeState.Expired, 1, 1, 1, "call 2/1")]
    [InlineData(NoticeState.Delivered, 1, 1, 1, "wait")]
    [InlineData(NoticeState.Superseded, 1, 1, 1, "wait")]
    [InlineData(NoticeState.Unknown, 1, 1, 1, "wait")]
    [InlineData(NoticeState.Failed, 2, 1, 1, "wait")]
    [InlineData(NoticeState.Failed, 1, 2, 1, "wait")]
    [InlineData(NoticeState.Failed, 1, 1, 2, "wait")]
    public void A_call_of_the_running_level_that_failed_moves_on_at_once(NoticeState state, int round, int level, int cycle, string expected)
    {
        var alert = Some(AlertState.Open);
        alert.NextStepAt = Now.AddMinutes(5);
        var notice = new Notice
        {
            AlertId = alert.Id, Kind = NoticeKind.Call, Round = round, Level = level, Cycle = cycle, ContactId = Guid.NewGuid(),
            Channel = NoticeChannel.Text, Attempt = 0, Body = "", CreatedAt = Now, DueAt = Now, ExpiresAt = Now, State = state,
        };

        Assert.Equal(expected, Words(EscalationPolicy.Next(alert, [notice], Now)));
    }

    [Theory]
    [InlineData(1, "wait")]
    [InlineData(0, "call again 3")]
    public void Exhausted_calls_level_one_again_when_its_repeat_has_come(int dueInMinutes, string expected)
    {
        var alert = Some(AlertState.Exhausted);
        (alert.Cycle, alert.NextStepAt) = (2, Now.AddMinutes(dueInMinutes));

        Assert.Equal(expected, Words(EscalationPolicy.Next(alert, [], Now)));
    }

    [Theory]
    [InlineData(1, "wait")]
    [InlineData(0, "open again")]
    public void Acknowledged_opens_again_when_the_lease_is_over(int leaseEndsInMinutes, string expected)
    {
        var alert = Some(AlertState.Acknowledged);
        alert.LeaseUntil = Now.AddMinutes(leaseEndsInMinutes);

        Assert.Equal(expected, Words(EscalationPolicy.Next(alert, [], Now)));
    }

    [Theory]
    [InlineData(null, "wait")]
    [InlineData(-23, "wait")]
    [InlineData(-24, "close")]
    public void Managed_closes_after_24_h_below_the_threshold(int? belowSinceHours, string expected)
    {
        var alert = Some(AlertState.Managed);
        alert.BelowThresholdSince = belowSinceHours is { } hours ? Now.AddHours(hours) : null;

        Assert.Equal(expected, Words(EscalationPolicy.Next(alert, [], Now)));
    }

    [Theory]
    [InlineData(AlertState.Closed)]
    [InlineData(AlertState.Withdrawn)]
    public void What_is_over_stays_over(AlertState state) => Assert.Equal("wait", Words(EscalationPolicy.Next(Some(state), [], Now)));

    [Theory]
    [InlineData(ClinicalUrgency.EmergencyNow)]
    [InlineData(ClinicalUrgency.Urgent1H)]
    public void The_first_repeat_comes_before_the_next_level(ClinicalUrgency urgency)
    {
        var timers = EscalationDefaults.For(urgency);
        Assert.True(timers.RepeatAfter[0] < timers.NextLevelAfter);
    }

    static Alert Some(AlertState state) => new()
    {
        SiteId = Guid.NewGuid(), Kind = AlertKind.Crs, Episode = 1, Reference = "K7Q4", Urgency = ClinicalUrgency.Urgent1H, State = state,
        OpenedAt = Now, PolicyJson = Json.Write(EscalationDefaults.For(ClinicalUrgency.Urgent1H)),
    };

    static string Words(EscalationStep step) => step switch
    {
        EscalationStep.Wait => "wait",
        EscalationStep.Call(var level, var cycle) => $"call {level}/{cycle}",
        EscalationStep.CallAgain(var cycle) => $"call again {cycle}",
        EscalationStep.Exhaust => "exhaust",
        EscalationStep.OpenAgain => "open again",
        EscalationStep.Close => "close",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
