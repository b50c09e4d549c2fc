using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Crs;

/// <summary>One subject's facts sorted by what CRS grading asks of them. No window reaches back before the first infusion's start; doses do.</summary>
sealed class CrsRecord
{
    readonly SubjectFacts _subject;
    readonly DateTime[] _infusions;
    readonly DateTime[] _readings;

    public CrsRecord(SubjectRecord record)
    {
        _subject = record.Subject;
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
        Oxygen = OxygenEntries.Of(Since(CrsCodes.Device).Concat(Since(CrsCodes.Flow)));
        Doses = FactOrder.Sorted([.. CrsTimes.MaskingCodes.SelectMany(record.All)]);
        Fever = FeverStatements(record.All(CrsCodes.FeverAttribution));
        Hypotension = Statements(record.All(CrsCodes.HypotensionAttribution), FindingEpisodes.Hypotension);
        Hypoxia = Statements(record.All(CrsCodes.HypoxiaAttribution), FindingEpisodes.OxygenNeed);
        _readings = [.. ReadingTimes().Concat(Since(CrsCodes.Flow).Select(fact => fact.ObservedAt)).Order()];
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

    public int? DayAt(DateTime moment) => _subject.CycleDayAt(moment);

    public SubjectAge? AgeAt(DateTime moment) => _subject.AgeAt(moment);

    /// <summary>Below which a pressure is certainly low; the adult limit where the age is not known.</summary>
    public decimal LimitAt(DateTime moment) => AgeAt(moment) is { } age ? SystolicLimit.At(age) : SystolicLimit.Adult;

    /// <summary>Has anything that CRS grading reads been recorded since the most recent infusion?</summary>
    public bool IsAssessed(DateTime moment)
    {
        var infusion = _infusions.LastOrDefault(start => start <= moment);
        return Timed.AnyBetween(_readings, infusion.AddTicks(-1), moment);
    }

    /// <summary>Every instant at which a result can change, other than by the closing of an episode.</summary>
    public IEnumerable<DateTime> Changes() =>
    [
        .. Of(Temperature, CrsTimes.TemperatureWindow), .. Of(Systolic, CrsTimes.Window, CrsTimes.LatestWithin),
        .. Of(Saturation, CrsTimes.Window, CrsTimes.LatestWithin), .. Of(HypotensionSeen, CrsTimes.Window, CrsTimes.LatestWithin),
        .. Of(Boluses, CrsTimes.Window), .. Of(Reviews, CrsTimes.ReviewHolds), .. Of(Deaths), .. _infusions,
        .. Agents.SelectMany(StandingEntries.Changes), .. Oxygen.SelectMany(StandingEntries.Changes),
        .. Doses.SelectMany(dose => new[] { dose.ObservedAt, dose.ObservedAt + CrsTimes.Masking(dose)!.Value.Acts }),
        .. OfAttributions(Fever.Entries, Fever.EpisodeEnds), .. OfAttributions(Hypotension.Entries, Hypotension.Without), .. OfAttributions(Hypoxia.Entries, Hypoxia.Without),
    ];

    /// <summary>Episodes of a finding are looked for only where somebody made a statement.</summary>
    FindingAttributions Statements(Fact[] entries, Func<CrsRecord, ILookup<bool, DateTime>> readings) =>
        entries.Length > 0 && readings(this) is var at ? new FindingAttributions(entries, [.. at[true]], [.. at[false]]) : new FindingAttributions([], [], []);

    Attributions FeverStatements(Fact[] entries) =>
        entries.Length > 0 ? new Attributions(entries, FindingEpisodes.FeverEnds(Temperature), FindingEpisodes.Afebrile(Temperature)) : new Attributions([], [], []);

    static IEnumerable<DateTime> OfAttributions(Fact[] entries, DateTime[] ends) => [.. Of(entries, CrsTimes.AttributionHolds), .. ends];

    static IEnumerable<DateTime> Of(Fact[] facts, params TimeSpan[] lives) =>
        facts.SelectMany(fact => lives.Select(life => fact.ObservedAt + life).Prepend(fact.ObservedAt));

    IEnumerable<DateTime> ReadingTimes() => new[] { Temperature, Systolic, Saturation, HypotensionSeen, Boluses, Deaths }
        .SelectMany(facts => facts).Select(fact => fact.ObservedAt)
        .Concat(Agents.Select(entry => entry.EntryAt)).Concat(Oxygen.Select(entry => entry.EntryAt));
}
