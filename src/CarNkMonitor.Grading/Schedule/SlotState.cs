namespace CarNkMonitor.Grading.Schedule;

/// <summary>What has become of a slot at a moment.</summary>
public enum SlotState
{
    /// <summary>Before the slot opens.</summary>
    Scheduled,

    /// <summary>From opening to the on-time limit, both included.</summary>
    Due,

    /// <summary>After the on-time limit, before closing.</summary>
    Overdue,

    /// <summary>Closed (closing moment included) and nothing was recorded in it.</summary>
    Missed,

    /// <summary>Observed from opening to the on-time limit, both included.</summary>
    Done,

    /// <summary>Observed after the on-time limit and before closing.</summary>
    DoneLate,
}

/// <summary>How often a check is planned; it decides the window of each slot.</summary>
public enum SlotFrequency
{
    /// <summary>00, 04, 08, 12, 16, 20.</summary>
    EveryFourHours,

    /// <summary>00, 06, 12, 18.</summary>
    EverySixHours,

    /// <summary>06, 14, 22.</summary>
    EveryEightHours,

    /// <summary>08, 20.</summary>
    EveryTwelveHours,

    /// <summary>08:00, open the whole day.</summary>
    Daily,

    /// <summary>08:00 on the nominal day, a visit.</summary>
    TwiceWeekly,

    /// <summary>08:00 on the nominal day, a visit with a week on both sides.</summary>
    Monthly,

    /// <summary>As <see cref="Monthly"/>: the response assessment of month 3.</summary>
    MonthThreeResponse,
}

/// <summary>
/// When a slot may be filled, in whatever clock the nominal time was given in. Source: monitoring schedule of the CarNkMonitor
/// specification, 6.5, criteria id <see cref="PhaseOfCourse.Criteria"/> (a proposal, to be confirmed by the study's physicians).
/// </summary>
/// <param name="Opens">First moment that counts.</param>
/// <param name="OnTimeUntil">Last moment (included) that is on time.</param>
/// <param name="Closes">First moment that no longer counts.</param>
public readonly record struct SlotWindow(DateTime Opens, DateTime OnTimeUntil, DateTime Closes)
{
    /// <summary>The window around a nominal time. Interval checks count minutes from it; daily checks and visits count whole calendar days.</summary>
    /// <param name="frequency">How often the check is planned.</param>
    /// <param name="nominal">Nominal time, local without zone; a caller with a zone maps the three limits to instants.</param>
    public static SlotWindow Around(SlotFrequency frequency, DateTime nominal) => frequency switch
    {
        SlotFrequency.EveryFourHours => Interval(nominal, hours: 4),
        SlotFrequency.EverySixHours => Interval(nominal, hours: 6),
        SlotFrequency.EveryEightHours => Interval(nominal, hours: 8),
        SlotFrequency.EveryTwelveHours => Interval(nominal, hours: 12),
        SlotFrequency.Daily => new(nominal.Date, nominal.Date.AddHours(12), nominal.Date.AddDays(1)),
        SlotFrequency.TwiceWeekly => Visit(nominal, days: 1),
        SlotFrequency.Monthly => Visit(nominal, days: 7),
        SlotFrequency.MonthThreeResponse => Visit(nominal, days: 7),
    };

    /// <summary>True for checks by interval, whose windows are elapsed time; false for daily checks and visits, whose windows are calendar days.</summary>
    public static bool IsInterval(SlotFrequency frequency) => frequency < SlotFrequency.Daily;

    /// <summary>The state at a moment.</summary>
    /// <param name="now">The moment asked for.</param>
    /// <param name="doneAt">When the set meant for this slot was observed; null for none. Outside the window, or later than now, it counts for nothing.</param>
    public SlotState At(DateTime now, DateTime? doneAt = null) => doneAt is { } done && done <= now && Accepts(done)
        ? done <= OnTimeUntil ? SlotState.Done : SlotState.DoneLate
        : Unfilled(now);

    /// <summary>Whether a set observed at that moment may fill the slot: opening included, closing not.</summary>
    public bool Accepts(DateTime observedAt) => Opens <= observedAt && observedAt < Closes;

    /// <summary>The time over which the check is overdue, the on-time limit itself excluded; null when it was done on time.</summary>
    /// <param name="doneAt">As in <see cref="At"/>; a set observed outside the window counts for nothing.</param>
    public (DateTime From, DateTime Until)? Overdue(DateTime? doneAt = null) =>
        doneAt is not { } done || !Accepts(done) ? (JustAfterOnTime, Closes)
        : done <= OnTimeUntil ? null
        : (JustAfterOnTime, done);

    /// <summary>The record keeps whole milliseconds, so this is the first instant after the limit.</summary>
    DateTime JustAfterOnTime => OnTimeUntil.AddMilliseconds(1);

    SlotState Unfilled(DateTime now) =>
        now < Opens ? SlotState.Scheduled
        : now <= OnTimeUntil ? SlotState.Due
        : now < Closes ? SlotState.Overdue
        : SlotState.Missed;

    /// <summary>Open and on time a quarter of the interval around the nominal time; closed when the next slot opens.</summary>
    static SlotWindow Interval(DateTime nominal, int hours) =>
        new(nominal.AddMinutes(-15 * hours), nominal.AddMinutes(15 * hours), nominal.AddMinutes(45 * hours));

    static SlotWindow Visit(DateTime nominal, int days) =>
        new(nominal.Date.AddDays(-days), nominal.Date.AddDays(1), nominal.Date.AddDays(1 + days));
}
