namespace CarNkMonitor.Grading.Schedule;

/// <summary>How the case files and stored results spell phases, states and frequencies.</summary>
static class ScheduleWords
{
    public static readonly (string Word, Phase Phase)[] Phases =
    [
        ("screening", Phase.Screening), ("conditioning", Phase.Conditioning), ("rest", Phase.Rest), ("infusion", Phase.Infusion),
        ("daily", Phase.Daily), ("twice_weekly", Phase.TwiceWeekly), ("monthly", Phase.Monthly),
    ];

    public static readonly (string Word, SlotState State)[] States =
    [
        ("scheduled", SlotState.Scheduled), ("due", SlotState.Due), ("overdue", SlotState.Overdue), ("missed", SlotState.Missed),
        ("done", SlotState.Done), ("done_late", SlotState.DoneLate),
    ];

    public static readonly (string Word, SlotFrequency Frequency)[] Frequencies =
    [
        ("q4h", SlotFrequency.EveryFourHours), ("q6h", SlotFrequency.EverySixHours), ("q8h", SlotFrequency.EveryEightHours),
        ("q12h", SlotFrequency.EveryTwelveHours), ("daily", SlotFrequency.Daily), ("twice_weekly", SlotFrequency.TwiceWeekly),
        ("monthly", SlotFrequency.Monthly), ("month3_response", SlotFrequency.MonthThreeResponse),
    ];

    public static string Of(Phase phase) => Phases[(int)phase].Word;

    public static string Of(SlotState state) => States[(int)state].Word;
}
