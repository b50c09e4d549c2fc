using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Infection;

/// <summary>
/// Febrile neutropenia over time (specification of observations 3.1 and 3.3): the fever episode that is open at a moment, and the counts around its
/// beginning. A pure function of the facts; it does not need an infusion, because conditioning alone can make neutropenia.
/// </summary>
public static class FebrileNeutropeniaCourse
{
    const string Temperature = "temperature";
    const string Count = "anc";
    static readonly string[] Readings = [Temperature, Count];
    static readonly TimeSpan CountsFrom = TimeSpan.FromHours(168);
    static readonly TimeSpan CountsUntil = TimeSpan.FromHours(24);
    static readonly TimeSpan ExpectationHolds = TimeSpan.FromHours(48);

    /// <summary>The alarm by IDSA at a moment, UTC; an entry observed at that very moment counts.</summary>
    /// <returns>NOT_ASSESSED while neither temperature nor neutrophils have been recorded since the most recent infusion.</returns>
    public static GradeResult Idsa(SubjectFacts facts, DateTime moment) => Idsa(new SubjectRecord(facts, countProvisional: true), moment);

    /// <summary>The grade by CTCAE 5.0 at a moment, UTC; an entry observed at that very moment counts.</summary>
    /// <returns>NOT_ASSESSED while neither temperature nor neutrophils have been recorded since the most recent infusion.</returns>
    public static GradeResult Ctcae(SubjectFacts facts, DateTime moment) => Ctcae(new SubjectRecord(facts, countProvisional: true), moment);

    internal static GradeResult Idsa(SubjectRecord record, DateTime moment) =>
        IsAssessed(record, moment) ? IdsaFebrileNeutropenia.Grade(InputsAt(record, moment)) : IdsaExplainer.One.NotAssessed();

    internal static GradeResult Ctcae(SubjectRecord record, DateTime moment)
    {
        var inputs = InputsAt(record, moment);
        return inputs.IsLifeThreatening || IsAssessed(record, moment) ? CtcaeFebrileNeutropenia.Grade(inputs) : CtcaeFebrileNeutropeniaExplainer.One.NotAssessed();
    }

    internal static FebrileNeutropeniaInputs InputsAt(SubjectRecord record, DateTime moment)
    {
        // Without an open episode the day that ends now is read: with a reading there is no fever in it, without one nobody knows.
        var episode = OpenEpisode(record.Between(Temperature, DateTime.MinValue, moment), moment);
        var (zero, from) = episode is { } began ? (began, began.AddTicks(-1)) : (moment, moment - CourseTimes.Day);
        return new FebrileNeutropeniaInputs
        {
            Temperatures = [.. record.Between(Temperature, from, moment).ToArray().Select(fact => new TemperatureReading(Minutes(fact.ObservedAt - zero), fact.Measured))],
            Counts = [.. record.Between(Count, zero - CountsFrom - TimeSpan.FromTicks(1), Earlier(zero + CountsUntil, moment)).ToArray()
                .Select(fact => new NeutrophilCount(Minutes(fact.ObservedAt - zero) / 60, fact.Measured))],
            IsExpectedToFall = Any(record.Between("anc_expected_to_fall", zero - ExpectationHolds - TimeSpan.FromTicks(1), moment), static fact => fact.Flag == true),
            IsLifeThreatening = Any(record.Between("life_threatening_judgement", moment - CourseTimes.Day, moment), static fact => fact.Coded == "febrile_neutropenia"),
        };
    }

    /// <summary>
    /// The first reading of at least 38.0 °C of the episode that is open after these readings; null when none is. An episode ends after 24 h in which all
    /// readings, at least one, are below 38.0 °C; a fever at that very instant still belongs to it.
    /// </summary>
    static DateTime? OpenEpisode(ReadOnlySpan<Fact> temperatures, DateTime moment)
    {
        DateTime? start = null, lastFever = null, firstBelow = null;
        foreach (var reading in temperatures)
        {
            if (reading.Measured.IsAtLeast(FeverFinding.Limit) == true)
            {
                start = start is null || EndOf(lastFever, firstBelow) < reading.ObservedAt ? reading.ObservedAt : start;
                (lastFever, firstBelow) = (reading.ObservedAt, null);
            }
            else
            {
                firstBelow ??= reading.ObservedAt;
            }
        }

        return EndOf(lastFever, firstBelow) <= moment ? null : start;
    }

    static DateTime? EndOf(DateTime? lastFever, DateTime? firstBelow) =>
        lastFever + CrsTimes.FeverEndsAfter is { } dayLater && firstBelow is { } below ? (below > dayLater ? below : dayLater) : null;

    static bool IsAssessed(SubjectRecord record, DateTime moment) =>
        record.Any(Readings, (record.InfusionAt(moment) ?? DateTime.MinValue.AddTicks(1)).AddTicks(-1), moment);

    static bool Any(ReadOnlySpan<Fact> facts, Func<Fact, bool> says)
    {
        foreach (var fact in facts)
        {
            if (says(fact))
            {
                return true;
            }
        }

        return false;
    }

    static decimal Minutes(TimeSpan span) => (decimal)span.Ticks / TimeSpan.TicksPerMinute;

    static DateTime Earlier(DateTime one, DateTime other) => one < other ? one : other;
}
