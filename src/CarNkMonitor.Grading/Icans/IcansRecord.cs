using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Icans;

/// <summary>One subject's facts as ICANS grading reads them: which readings there are, and the life of every attribution.</summary>
sealed class IcansRecord
{
    static readonly string[] Scores = [.. ScoreSets.IceCodes, .. ScoreSets.CapdCodes];

    static readonly string[] Standing =
        [IcansCodes.Motor, .. PressureFacts.Codes, IcansCodes.Hemorrhage, IcansCodes.Death, IcansCodes.SeizureDuration, IcansCodes.DevelopmentalDelay];

    static readonly string[] Statements =
        [IcansCodes.ConsciousnessAttribution, IcansCodes.SeizureAttribution, IcansCodes.MotorAttribution, IcansCodes.PressureAttribution];

    public static readonly string[] Readings =
        [.. Scores, IcansCodes.Consciousness, IcansCodes.Seizure, IcansCodes.Motor, .. PressureFacts.Codes, IcansCodes.Hemorrhage, IcansCodes.Death];

    readonly DateTime[] _readings;

    public IcansRecord(SubjectRecord facts)
    {
        Facts = facts;
        (IceBaseline, CapdBaseline) = (ScoreSets.IceBaseline(facts), ScoreSets.CapdBaseline(facts));
        (Ice, Capd) = (ScoreSets.Ice(facts), ScoreSets.Capd(facts));
        _readings = Instants.Of(Readings.Select(code => facts.All(code)));
        Consciousness = new(facts, IcansCodes.Consciousness, "alert", IcansCodes.ConsciousnessAttribution);
        Seizure = new(facts, IcansCodes.Seizure, "none", IcansCodes.SeizureAttribution);
        Motor = AttributionsOf(IcansCodes.MotorAttribution, MotorEnds());
        Pressure = AttributionsOf(IcansCodes.PressureAttribution, PressureEnds());
    }

    public SubjectRecord Facts { get; }
    public ChartedSet<IceScore>[] Ice { get; }
    public ChartedSet<CapdScore>[] Capd { get; }
    public int? IceBaseline { get; }
    public int? CapdBaseline { get; }
    public CausedFinding Consciousness { get; }
    public CausedFinding Seizure { get; }
    public Attributions Motor { get; }
    public Attributions Pressure { get; }

    /// <summary>Has anything that ICANS grading reads been recorded since the most recent infusion?</summary>
    public bool IsAssessed(DateTime moment) =>
        Facts.InfusionAt(moment) is { } infusion && Timed.AnyBetween(_readings, infusion.AddTicks(-1), moment);

    /// <summary>Every instant at which a result can change: an entry, and the end of a window or of an attribution.</summary>
    public HashSet<DateTime> Changes()
    {
        HashSet<DateTime> changes = [.. Facts.Infusions, .. InstrumentDates.Of(Facts.Subject)];
        foreach (var code in Scores)
        {
            changes.AddLatest(Facts.All(code), CourseTimes.NeurologicalSet);
        }

        changes.AddAll(Facts.All(IcansCodes.Consciousness), CourseTimes.FourHours);
        changes.AddLatest(Facts.All(IcansCodes.Consciousness), CourseTimes.NeurologicalSet);
        changes.AddAll(Facts.All(IcansCodes.Seizure), CourseTimes.Day);
        foreach (var code in Standing)
        {
            changes.AddAll(Facts.All(code));
        }

        foreach (var code in Statements)
        {
            changes.AddAll(Facts.All(code), CrsTimes.AttributionHolds);
        }

        return changes;
    }

    Attributions AttributionsOf(string code, DateTime[] ends) => new(Facts.All(code), ends, ends);

    /// <summary>The episode of a finding ends with the first reading without it (specification 5.1).</summary>
    DateTime[] MotorEnds() => [.. Facts.All(IcansCodes.Motor).Where(fact => fact.Coded == "none").Select(fact => fact.ObservedAt)];

    /// <summary>That of raised pressure ends with the first entry after which no sign stands.</summary>
    DateTime[] PressureEnds() =>
    [
        .. PressureFacts.Codes.SelectMany(code => Facts.All(code)).Select(fact => fact.ObservedAt).Distinct().Order()
            .Where(moment => PressureFacts.SignsOf(PressureFacts.At(Facts, moment)) == PressureSigns.None),
    ];
}
