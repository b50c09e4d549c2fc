using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>One subject's facts sorted by what CRS grading asks of them. No window reaches back before the first infusion's start; doses do.</summary>
sealed class CrsRecord
{
    readonly SubjectRecord _record;
    readonly DateTime[] _infusions;
    readonly DateTime[] _readings;

    public CrsRecord(SubjectRecord record)
    {
        _record = record;
        _infusions = record.Infusions;
        Fact[] Since(string code) => record.SinceFirstInfusion(code);

        Temperature = Since(CrsCodes.Temperature);
        Systolic = Since(CrsCodes.Systolic);
        Saturation = Since(CrsCodes.Saturation);
        HypotensionSeen = Since(CrsCodes.HypotensionSeen);
        Boluses = [.. Since(CrsCodes.FluidBolus).Where(fact => fact.Flag == true)];
        Reviews = [.. Since(CrsCodes.MaskingReviewed).Where(fact => fact.Flag == true)];
        Deaths = Since(CrsCodes.Death);
        Agents = AgentEntries.Of(Since(CrsCodes.Vasopressor));
        var (devices, flows) = (Since(CrsCodes.Device), Since(CrsCodes.Flow));
        Oxygen = OxygenEntries.Of(devices, flows);
        Doses = FactOrder.Sorted([.. CrsTimes.MaskingCodes.SelectMany(code => record.All(code))]);
        Fever = FeverStatements(record.All(CrsCodes.FeverAttribution));
        Hypotension = Statements(record.All(CrsCodes.HypotensionAttribution), FindingEpisodes.Hypotension);
        Hypoxia = Statements(record.All(CrsCodes.HypoxiaAttribution), FindingEpisodes.OxygenNeed);
        _readings = Instants.Of([Temperature, Systolic, Saturation, HypotensionSeen, Boluses, Deaths, Since(CrsCodes.Vasopressor), devices, flows]);
    }

    public Fact[] Temperature { get; }
    public Fact[] Systolic { get; }
    public Fact[] Saturation { get; }
    public Fact[] HypotensionSeen { get; }
    public Fact[] Boluses { get; }
    public Fact[] Reviews { get; }
    public Fact[] Deaths { get; }
    public Standing<AgentSet>[] Agents { get; }
    public Standing<OxygenSet>[] Oxygen { get; }
    public Fact[] Doses { get; }
    public Attributions Fever { get; }
    public FindingAttributions Hypotension { get; }
    public FindingAttributions Hypoxia { get; }

    public (int? CycleDay, SubjectAge? Age) DayAt(DateTime moment)
    {
        var date = _record.Subject.LocalDate(moment);
        return (_record.CycleDayAt(moment, date), _record.Subject.AgeOn(date));
    }

    /// <summary>Below which a pressure is certainly low; the adult limit where the age is not known.</summary>
    public static decimal LimitAt(SubjectAge? age) => age is { } known ? SystolicLimit.At(known) : SystolicLimit.Adult;

    /// <inheritdoc cref="LimitAt(SubjectAge?)"/>
    public decimal LimitAt(DateTime moment) => LimitAt(_record.Subject.AgeAt(moment));

    /// <summary>Has anything that CRS grading reads been recorded since the most recent infusion?</summary>
    public bool IsAssessed(DateTime moment)
    {
        var infusion = _infusions.LastOrDefault(start => start <= moment);
        return Timed.AnyBetween(_readings, infusion.AddTicks(-1), moment);
    }

    /// <summary>Every instant at which a result can change, other than by the closing of an episode.</summary>
    public HashSet<DateTime> Changes()
    {
        HashSet<DateTime> changes = [.. _infusions, .. Fever.EpisodeEnds, .. Hypotension.Without, .. Hypoxia.Without];
        changes.AddAll(Temperature, CrsTimes.TemperatureWindow);
        changes.AddAll(Systolic, CrsTimes.Window, CrsTimes.LatestWithin);
        changes.AddAll(Saturation, CrsTimes.Window, CrsTimes.LatestWithin);
        changes.AddAll(HypotensionSeen, CrsTimes.Window, CrsTimes.LatestWithin);
        changes.AddAll(Boluses, CrsTimes.Window);
        changes.AddLatest(Reviews, CrsTimes.ReviewHolds);
        changes.AddAll(Deaths);
        StandingEntries.AddChanges(Agents, changes);
        StandingEntries.AddChanges(Oxygen, changes);
        foreach (var dose in Doses)
        {
            changes.AddAll([dose], CrsTimes.Masking(dose)!.Value.Acts);
        }

        changes.AddAll(Fever.Entries, CrsTimes.AttributionHolds);
        changes.AddAll(Hypotension.Entries, CrsTimes.AttributionHolds);
        changes.AddAll(Hypoxia.Entries, CrsTimes.AttributionHolds);
        return changes;
    }

    /// <summary>Episodes of a finding are looked for only where somebody made a statement.</summary>
    FindingAttributions Statements(Fact[] entries, Func<CrsRecord, ILookup<bool, DateTime>> readings) =>
        entries.Length > 0 && readings(this) is var at ? new FindingAttributions(entries, [.. at[true]], [.. at[false]]) : new FindingAttributions([], [], []);

    Attributions FeverStatements(Fact[] entries) =>
        entries.Length > 0 ? new Attributions(entries, FindingEpisodes.FeverEnds(Temperature), FindingEpisodes.Afebrile(Temperature)) : new Attributions([], [], []);
}
