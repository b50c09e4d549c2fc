using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Gvhd;

/// <summary>
/// The 3-day rule of MAGIC (specification of observations 1.1), by calendar days of the site. The days are the last three up to the latest one with data, which
/// must lie within the carry-forward time. Lower GI tract not active on the day before: the day with the highest total. Active: the mean of those of the three days
/// that have data. Whether it was active is worked out day by day from the facts, never from what was graded.
/// </summary>
static class StoolDays
{
    const int DaysOfRule = 3;

    public static StoolDay? At(SubjectRecord record, DateTime moment)
    {
        if (record.FirstInfusion is not { } first || !record.Any(Codes, first.AddTicks(-1), moment))
        {
            return null;
        }

        var (days, today, wasActive) = (Charted(record, moment), record.Subject.LocalDate(moment), false);
        for (var date = record.Subject.LocalDate(first); date < today; date = date.AddDays(1))
        {
            var evening = record.Subject.StartOf(date.AddDays(1)).AddTicks(-1);
            wasActive = IsActive(record, days, date, evening, wasActive);
        }

        return Chosen(record, days, today, moment, wasActive);
    }

    static readonly string[] Codes = [MagicCodes.StoolVolume, MagicCodes.UnmeasuredStools];
    static readonly string[] Severe = [MagicCodes.SeverePain, MagicCodes.GrossBlood];

    /// <summary>Each day's own figures: of several entries of 24 h on one day the highest.</summary>
    static Dictionary<DateOnly, StoolDay> Charted(SubjectRecord record, DateTime moment)
    {
        var volumes = ByDay(record, MagicCodes.StoolVolume, moment);
        var stools = ByDay(record, MagicCodes.UnmeasuredStools, moment);
        return volumes.Keys.Union(stools.Keys).ToDictionary(date => date, date => new StoolDay(volumes.GetValueOrDefault(date)?.Measured, stools.GetValueOrDefault(date)?.Measured));
    }

    static Dictionary<DateOnly, Fact?> ByDay(SubjectRecord record, string code, DateTime moment) => record.Between(code, record.FirstInfusion!.Value.AddTicks(-1), moment).ToArray()
        .GroupBy(fact => record.Subject.LocalDate(fact.ObservedAt)).ToDictionary(day => day.Key, day => Laboratory.Highest([.. day]));

    static bool IsActive(SubjectRecord record, Dictionary<DateOnly, StoolDay> days, DateOnly date, DateTime evening, bool wasActive)
    {
        if (Severe.Any(code => record.Latest(code, evening, CarryForward.Organ(record, evening))?.Flag == true))
        {
            return true;
        }

        var chosen = Chosen(record, days, date, evening, wasActive);
        return chosen is { } stool && LowerGiFinding.Of(Inputs(record, evening) with { StoolVolume = stool.Volume, UnmeasuredStools = stool.Unmeasured }).Lowest > OrganStage.Stage0;
    }

    static StoolDay? Chosen(SubjectRecord record, Dictionary<DateOnly, StoolDay> days, DateOnly today, DateTime moment, bool wasActive)
    {
        if (LatestCharted(record, moment) is not { } latest)
        {
            return null;
        }

        var last = record.Subject.LocalDate(latest.ObservedAt);
        var charted = Enumerable.Range(0, DaysOfRule).Select(back => last.AddDays(-back)).Where(date => date <= today && days.ContainsKey(date)).Select(date => days[date]).ToArray();
        return wasActive ? StoolDay.Mean(charted) : StoolDay.Highest(charted, MlPerStool(record, moment));
    }

    static Fact? LatestCharted(SubjectRecord record, DateTime moment) => Codes
        .Select(code => record.Latest(code, moment, CarryForward.Organ(record, moment))).OfType<Fact>().MaxBy(fact => fact.ObservedAt);

    static decimal MlPerStool(SubjectRecord record, DateTime moment)
    {
        var inputs = Inputs(record, moment);
        return LowerGiFinding.UsesChildColumn(inputs) == true ? LowerGiFinding.ChildMlPerKgPerEpisode * (inputs.WeightKg is { Comparator: Comparator.Equal } weight ? weight.Value : 1) : LowerGiFinding.AdultMlPerEpisode;
    }

    static MagicInputs Inputs(SubjectRecord record, DateTime moment) => new()
    {
        Age = record.Subject.AgeAt(moment), WeightKg = record.Standing(MagicCodes.Weight, moment)?.Measured,
    };
}
