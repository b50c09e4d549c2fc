using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Icans;

/// <summary>Facts to the third row of the table (specification 2.3).</summary>
static class SeizureFinding
{
    /// <summary>Prolonged is longer than this, exclusive, in minutes.</summary>
    public const decimal ProlongedAbove = 5m;

    public static Possible<Seizure> Of(IcansInputs inputs) => inputs.SeizureHasOtherCause ? Seizure.Absent : Reported(inputs);

    /// <summary>True when attribution took a seizure out of the grade.</summary>
    public static bool IsExcluded(IcansInputs inputs) => inputs.SeizureHasOtherCause && Reported(inputs) != Seizure.Absent;

    /// <summary>A timed duration wins over the word, but repetitive seizures stay what they are.</summary>
    static Possible<Seizure> Reported(IcansInputs inputs) =>
        inputs.Seizure == SeizureReport.RepetitiveNoRecovery || !IsTimed(inputs) ? Worded(inputs.Seizure ?? SeizureReport.None)
        : inputs.SeizureMinutes?.IsAbove(ProlongedAbove) switch
        {
            true => Seizure.ProlongedOrRepetitive,
            false => Seizure.Resolved,
            // A bound such as ">3" leaves both open.
            null => Possible.Of(Seizure.Resolved, Seizure.ProlongedOrRepetitive),
        };

    /// <summary>Whoever timed a seizure saw one; only "0 min" beside no seizure times nothing.</summary>
    static bool IsTimed(IcansInputs inputs) => inputs.SeizureMinutes is { } minutes
        && (inputs.Seizure is not (null or SeizureReport.None) || minutes != new Measured(0m));

    static Possible<Seizure> Worded(SeizureReport seizure) => seizure switch
    {
        SeizureReport.None => Seizure.Absent,
        SeizureReport.BriefResolved => Seizure.Resolved,
        SeizureReport.NonconvulsiveResolved => Seizure.Resolved,
        SeizureReport.Prolonged => Seizure.ProlongedOrRepetitive,
        SeizureReport.RepetitiveNoRecovery => Seizure.ProlongedOrRepetitive,
        SeizureReport.Unspecified => Possible.Of(Seizure.Resolved, Seizure.ProlongedOrRepetitive),
    };
}
