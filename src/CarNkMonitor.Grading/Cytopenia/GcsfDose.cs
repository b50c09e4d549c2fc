namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>A dose of a growth factor that raises neutrophils.</summary>
/// <param name="Day">RecoveryDay of the dose.</param>
/// <param name="Agent">What was given.</param>
public readonly record struct GcsfDose(int Day, GcsfAgent Agent)
{
    /// <summary>How many days after the dose (day of the dose and this one included) a rise may be its work.</summary>
    internal int SupportsDays => Agent switch
    {
        GcsfAgent.Filgrastim or GcsfAgent.Lenograstim => 3,
        // An agent without a name here may be another long-acting one.
        GcsfAgent.Pegfilgrastim or GcsfAgent.Other => 14,
    };

    internal bool Supports(int day) => Day <= day && Day >= day - SupportsDays;
}

/// <summary>G-CSF by the codes of <c>gcsf_dose</c>.</summary>
public enum GcsfAgent
{
    /// <summary>Filgrastim: 3 days.</summary>
    Filgrastim,

    /// <summary>Lenograstim: 3 days.</summary>
    Lenograstim,

    /// <summary>Pegfilgrastim: 14 days.</summary>
    Pegfilgrastim,

    /// <summary>Another agent; taken as long-acting, 14 days.</summary>
    Other,
}
