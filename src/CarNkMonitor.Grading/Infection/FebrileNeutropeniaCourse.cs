using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Explanations;
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
        IsAssessed(record, moment) ? Grade(IdsaExplainer.One, IdsaFebrileNeutropenia.LevelsOf, PossibleAt(record, moment)) : IdsaExplainer.One.NotAssessed();

    internal static GradeResult Ctcae(SubjectRecord record, DateTime moment)
    {
        var inputs = PossibleAt(record, moment);
        return inputs[0].IsLifeThreatening || IsAssessed(record, moment)
            ? Grade(CtcaeFebrileNeutropeniaExplainer.One, CtcaeFebrileNeutropenia.LevelsOf, inputs) : CtcaeFebrileNeutropeniaExplainer.One.NotAssessed();
    }

    /// <summary>The inputs of every fever episode that may be open: a reading known only as a bound may or may not have begun one.</summary>
    internal static FebrileNeutropeniaInputs[] PossibleAt(SubjectRecord record, DateTime moment)
    {
        var temperatures = record.Between(Temperature, DateTime.MinValue, moment);
        var first = InputsAt(record, moment, OpenEpisode(temperatures, moment, int.MaxValue));
        var open = OpenReadings(temperatures);
        return open.Count == 0 ? [first] : [first, .. Starts(temperatures, moment, open).Select(start => InputsAt(record, moment, start))];
    }

    /// <summary>Explained by the inputs that reach furthest; of equals by those of the readings that are certain.</summary>
    static GradeResult Grade(Explainer<FebrileNeutropeniaInputs> explainer, Func<FebrileNeutropeniaInputs, (int Low, int High)> levels, FebrileNeutropeniaInputs[] possible)
    {
        var ranges = possible.Select(levels).ToArray();
        var high = ranges.Max(range => range.High);
        return explainer.Result(possible[Array.FindIndex(ranges, range => range.High == high)], ranges.Min(range => range.Low), high);
    }

    static FebrileNeutropeniaInputs InputsAt(SubjectRecord record, DateTime moment, DateTime? episode)
    {
        // Without an open episode the day that ends now is read: with a reading there is no fever in it, without one nobody knows.
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
    /// readings, at least one, are below 38.0 °C; a fever at that very instant still belongs to it. Bounds that leave 38.0 °C open are taken for a fever
    /// from one of them on.
    /// </summary>
    static DateTime? OpenEpisode(ReadOnlySpan<Fact> temperatures, DateTime moment, int boundsFrom)
    {
        DateTime? start = null, lastFever = null, firstBelow = null;
        for (var index = 0; index < temperatures.Length; index++)
        {
            var reading = temperatures[index];
            if (IsFever(reading) ?? index >= boundsFrom)
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

    /// <summary>
    /// Every other beginning that some reading of the bounds gives: whichever of them began the episode, those before it were none, and later ones only
    /// prolong it.
    /// </summary>
    static HashSet<DateTime?> Starts(ReadOnlySpan<Fact> temperatures, DateTime moment, List<int> open)
    {
        var starts = new HashSet<DateTime?>();
        foreach (var index in open)
        {
            starts.Add(OpenEpisode(temperatures, moment, index));
        }

        return starts;
    }

    static List<int> OpenReadings(ReadOnlySpan<Fact> temperatures)
    {
        var open = new List<int>();
        for (var index = 0; index < temperatures.Length; index++)
        {
            if (IsFever(temperatures[index]) is null)
            {
                open.Add(index);
            }
        }

        return open;
    }

    static bool? IsFever(Fact reading) => reading.Measured.IsAtLeast(FeverFinding.Limit);

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
