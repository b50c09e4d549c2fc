namespace CarNkMonitor.Grading.Icans;

/// <summary>
/// The Cornell Assessment of Pediatric Delirium, 0 to 32 (worst): Traube et al. 2014, Crit Care Med 42:656-663,
/// doi:10.1097/CCM.0b013e3182a66b76; in Lee et al. 2019, doi:10.1016/j.bbmt.2018.12.758, Table 6. The items hold points, 0 (best) to 4;
/// <see cref="Points"/> turns an answer into them. Null is an item that was not observed; other points throw
/// <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public readonly record struct CapdScore
{
    /// <summary>Points of each item.</summary>
    public const int MostForItem = 4;

    /// <summary>The whole score.</summary>
    public const int Most = 32;

    /// <summary>Item 1: eye contact with the caregiver.</summary>
    public int? EyeContact { get; init => field = IceScore.Checked(value, MostForItem); }

    /// <summary>Item 2: actions are purposeful.</summary>
    public int? Purposeful { get; init => field = IceScore.Checked(value, MostForItem); }

    /// <summary>Item 3: aware of the surroundings.</summary>
    public int? Aware { get; init => field = IceScore.Checked(value, MostForItem); }

    /// <summary>Item 4: communicates needs and wants.</summary>
    public int? Communicates { get; init => field = IceScore.Checked(value, MostForItem); }

    /// <summary>Item 5: restless.</summary>
    public int? Restless { get; init => field = IceScore.Checked(value, MostForItem); }

    /// <summary>Item 6: inconsolable.</summary>
    public int? Inconsolable { get; init => field = IceScore.Checked(value, MostForItem); }

    /// <summary>Item 7: underactive, very little movement while awake.</summary>
    public int? Underactive { get; init => field = IceScore.Checked(value, MostForItem); }

    /// <summary>Item 8: takes a long time to respond.</summary>
    public int? SlowToRespond { get; init => field = IceScore.Checked(value, MostForItem); }

    internal bool IsEmpty => EyeContact is null && Purposeful is null && Aware is null && Communicates is null
        && Restless is null && Inconsolable is null && Underactive is null && SlowToRespond is null;

    /// <summary>Sum of the recorded items up to that sum plus 4 for each missing one; null when nothing is recorded.</summary>
    public ScoreRange? Range
    {
        get
        {
            var sum = new ScoreSum();
            sum.Add(EyeContact, MostForItem);
            sum.Add(Purposeful, MostForItem);
            sum.Add(Aware, MostForItem);
            sum.Add(Communicates, MostForItem);
            sum.Add(Restless, MostForItem);
            sum.Add(Inconsolable, MostForItem);
            sum.Add(Underactive, MostForItem);
            sum.Add(SlowToRespond, MostForItem);
            return sum.Range;
        }
    }

    /// <summary>The points of an answer: items 1 to 4 ask for what is well (never = 4 … always = 0), items 5 to 8 for what is not (never = 0 … always = 4).</summary>
    /// <param name="item">Number of the question, 1 to 8.</param>
    /// <param name="answer">How often, over the interactions of the shift.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such question.</exception>
    public static int Points(int item, CapdAnswer answer) => item switch
    {
        >= 1 and <= 4 => MostForItem - (int)answer,
        >= 5 and <= 8 => (int)answer,
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "CAPD has the questions 1 to 8."),
    };

    internal static readonly ScoreItem[] Items =
    [
        new("capd_1", MostForItem, inputs => inputs.Capd.EyeContact, (inputs, points) => inputs with { Capd = inputs.Capd with { EyeContact = points } }),
        new("capd_2", MostForItem, inputs => inputs.Capd.Purposeful, (inputs, points) => inputs with { Capd = inputs.Capd with { Purposeful = points } }),
        new("capd_3", MostForItem, inputs => inputs.Capd.Aware, (inputs, points) => inputs with { Capd = inputs.Capd with { Aware = points } }),
        new("capd_4", MostForItem, inputs => inputs.Capd.Communicates, (inputs, points) => inputs with { Capd = inputs.Capd with { Communicates = points } }),
        new("capd_5", MostForItem, inputs => inputs.Capd.Restless, (inputs, points) => inputs with { Capd = inputs.Capd with { Restless = points } }),
        new("capd_6", MostForItem, inputs => inputs.Capd.Inconsolable, (inputs, points) => inputs with { Capd = inputs.Capd with { Inconsolable = points } }),
        new("capd_7", MostForItem, inputs => inputs.Capd.Underactive, (inputs, points) => inputs with { Capd = inputs.Capd with { Underactive = points } }),
        new("capd_8", MostForItem, inputs => inputs.Capd.SlowToRespond, (inputs, points) => inputs with { Capd = inputs.Capd with { SlowToRespond = points } }),
    ];
}

/// <summary>An answer to a question of CAPD.</summary>
public enum CapdAnswer
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>Rarely.</summary>
    Rarely,

    /// <summary>Sometimes.</summary>
    Sometimes,

    /// <summary>Often.</summary>
    Often,

    /// <summary>Always.</summary>
    Always,
}
