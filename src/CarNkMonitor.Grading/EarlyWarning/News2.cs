using static CarNkMonitor.Grading.EarlyWarning.News2Points;

namespace CarNkMonitor.Grading.EarlyWarning;

/// <summary>
/// NEWS2: Royal College of Physicians. National Early Warning Score (NEWS) 2: Standardising the assessment of acute-illness severity in the NHS.
/// Updated report of a working party. London: RCP, December 2017, ISBN 978-1-86016-682-2, chart 1 (the scoring system) and chart 2 (thresholds
/// and triggers). From 16 years on, not in pregnancy.
/// </summary>
public static class News2
{
    /// <summary>Criteria id of this table and edition.</summary>
    public const string Criteria = "NEWS2-2017";

    /// <summary>Used from this age in completed years on, inclusive.</summary>
    public const int FromYears = 16;

    /// <summary>The highest total.</summary>
    public const int Highest = 20;

    const decimal Above = decimal.MaxValue;

    /// <summary>Breaths a minute.</summary>
    internal static readonly News2Row RespiratoryRate = new((8, Three), (11, One), (20, Zero), (24, Two), (Above, Three));

    /// <summary>SpO2 in %, for everybody whom scale 2 was not prescribed.</summary>
    internal static readonly News2Row SaturationScale1 = new((91, Three), (93, Two), (95, One), (Above, Zero));

    /// <summary>SpO2 in %, scale 2 (target 88-92 in hypercapnic respiratory failure), breathing air.</summary>
    internal static readonly News2Row SaturationScale2OnAir = new((83, Three), (85, Two), (87, One), (Above, Zero));

    /// <summary>SpO2 in %, scale 2, on oxygen: too much is as bad as too little.</summary>
    internal static readonly News2Row SaturationScale2OnOxygen = new((83, Three), (85, Two), (87, One), (92, Zero), (94, One), (96, Two), (Above, Three));

    /// <summary>Systolic pressure, mm[Hg].</summary>
    internal static readonly News2Row Systolic = new((90, Three), (100, Two), (110, One), (219, Zero), (Above, Three));

    /// <summary>Beats a minute.</summary>
    internal static readonly News2Row Pulse = new((40, Three), (50, One), (90, Zero), (110, One), (130, Two), (Above, Three));

    /// <summary>°C, as measured.</summary>
    internal static readonly News2Row Temperature = new((35.0m, Three), (36.0m, One), (38.0m, Zero), (39.0m, One), (Above, Two));

    /// <summary>Air or oxygen.</summary>
    internal static News2Points Oxygen(bool isOnOxygen) => isOnOxygen ? Two : Zero;

    /// <summary>Everything but alert is 3; there is nothing between.</summary>
    internal static News2Points Consciousness(Consciousness level) => level switch
    {
        EarlyWarning.Consciousness.Alert => Zero,
        EarlyWarning.Consciousness.NewConfusion => Three,
        EarlyWarning.Consciousness.Voice => Three,
        EarlyWarning.Consciousness.Pain => Three,
        EarlyWarning.Consciousness.Unresponsive => Three,
    };

    /// <summary>Clinical risk of a total, or of a lower bound of it (then: at least this risk).</summary>
    /// <param name="total">0 to 20.</param>
    /// <param name="anyThree">One parameter alone scores 3.</param>
    public static News2Risk Risk(int total, bool anyThree) =>
        total >= 7 ? News2Risk.High
        : total >= 5 ? News2Risk.Medium
        : anyThree ? News2Risk.LowMedium
        : News2Risk.Low;

    /// <summary>How often the observations are repeated at least, for a total or a lower bound of it.</summary>
    /// <param name="total">0 to 20.</param>
    /// <param name="anyThree">One parameter alone scores 3.</param>
    public static News2Frequency Frequency(int total, bool anyThree) => Risk(total, anyThree) switch
    {
        News2Risk.High => News2Frequency.Continuous,
        News2Risk.Medium => News2Frequency.Hourly,
        News2Risk.LowMedium => News2Frequency.Hourly,
        News2Risk.Low => total == 0 ? News2Frequency.TwelveHourly : News2Frequency.FourToSixHourly,
    };
}

/// <summary>Points of one parameter.</summary>
public enum News2Points
{
    /// <summary>0.</summary>
    Zero,

    /// <summary>1.</summary>
    One,

    /// <summary>2.</summary>
    Two,

    /// <summary>3: a red score.</summary>
    Three,
}

/// <summary>Level of consciousness, ACVPU.</summary>
public enum Consciousness
{
    /// <summary>A: alert.</summary>
    Alert,

    /// <summary>C: new confusion. A confusion of old is not meant.</summary>
    NewConfusion,

    /// <summary>V: responds to voice.</summary>
    Voice,

    /// <summary>P: responds to pain.</summary>
    Pain,

    /// <summary>U: unresponsive.</summary>
    Unresponsive,
}

/// <summary>Clinical risk, as the report names it.</summary>
public enum News2Risk
{
    /// <summary>Total 0 to 4: the nurse assesses and decides on frequency and escalation (0: routine).</summary>
    Low,

    /// <summary>3 in one parameter and a total below 5: the nurse informs the medical team, which reviews.</summary>
    LowMedium,

    /// <summary>Total 5 or 6: urgent; the medical team is informed at once.</summary>
    Medium,

    /// <summary>Total 7 or more: emergency; critical-care competencies.</summary>
    High,
}

/// <summary>How often the observations are repeated at least.</summary>
public enum News2Frequency
{
    /// <summary>Every 12 hours.</summary>
    TwelveHourly,

    /// <summary>Every 4 to 6 hours.</summary>
    FourToSixHourly,

    /// <summary>Every hour.</summary>
    Hourly,

    /// <summary>Continuous monitoring.</summary>
    Continuous,
}
