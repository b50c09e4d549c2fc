using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Trends;

/// <summary>
/// Temperature and CRS grade of one subject since the first infusion.
/// <para>The axis: a position counts days from the midnight before the first infusion, whole numbers being midnights where the subject was at
/// the time; a day of 23 or 25 hours is stretched to one. It never restarts; labels on it are CycleDays, which restart at every infusion.</para>
/// </summary>
public sealed record TrendSeries(IReadOnlyList<InfusionMark> Infusions, IReadOnlyList<TrendReading> Readings, IReadOnlyList<GradeBand> Grades)
{
    /// <summary>Two readings further apart than this are not joined by a line: nobody measured in between. Two of
    /// the twice-daily checks may lie 18 h apart and still be on time.</summary>
    public static readonly decimal LongestJoin = 0.75m;

    /// <summary>A grade is drawn until the next assessment, but no longer than two daily checks may lie apart and still be on time.</summary>
    static readonly TimeSpan GradeHolds = TimeSpan.FromHours(36);

    public static readonly TrendSeries Empty = new([], [], []);

    /// <summary>The readings that are numbers, cut where nobody measured for longer than <see cref="LongestJoin"/>.</summary>
    public IEnumerable<IReadOnlyList<TrendReading>> Runs()
    {
        var run = new List<TrendReading>();
        foreach (var reading in Readings.Where(reading => reading.Comparator == Comparator.Equal))
        {
            if (run.Count > 0 && reading.Position - run[^1].Position > LongestJoin)
            {
                yield return run;
                run = [];
            }

            run.Add(reading);
        }

        if (run.Count > 0) yield return run;
    }

    /// <summary>Shapes raw facts into a trend; facts in any order, those before the first infusion left out.</summary>
    /// <param name="calendar">The subject's infusions and clocks.</param>
    /// <param name="temperatures">Current readings.</param>
    /// <param name="assessments">Current assessments of one table.</param>
    /// <param name="now">No grade is drawn beyond it.</param>
    public static TrendSeries Of(SubjectCalendar calendar, IEnumerable<MeasuredAt> temperatures, IEnumerable<AssessedAt> assessments, DateTime now)
    {
        if (calendar.Infusions.Count == 0) return Empty;
        var axis = new TrendAxis(calendar);
        var begins = calendar.Infusions[0].StartedAt;
        var steps = Steps(assessments.Where(assessment => assessment.Moment >= begins && assessment.Moment <= now), now);
        return new(
            [.. calendar.Infusions.Select((infusion, at) => new InfusionMark(at + 1, axis.Position(infusion.StartedAt), axis.DayZero(infusion.StartedAt)))],
            [.. from fact in temperatures.Where(fact => fact.ObservedAt >= begins).OrderBy(fact => fact.ObservedAt)
                select Reading(fact, calendar, axis.Position(fact.ObservedAt), GradeAt(steps, fact.ObservedAt))],
            Joined(from step in steps where step.Grade is not null
                   select new GradeBand(axis.Position(step.From), axis.Position(step.To), step.Grade!)));
    }

    static TrendReading Reading(MeasuredAt fact, SubjectCalendar calendar, decimal position, GradeOfTrend? grade)
    {
        var local = calendar.LocalTime(fact.ObservedAt).LocalDateTime;
        var infusion = calendar.Infusions.Count(given => calendar.DateOf(given.StartedAt) <= local.Date);
        return new(position, infusion, calendar.CycleDay(fact.ObservedAt)!.Value, local, fact.Value, fact.Comparator, fact.WasConverted, grade);
    }

    sealed record Step(DateTime From, DateTime To, GradeOfTrend? Grade);

    static List<Step> Steps(IEnumerable<AssessedAt> assessments, DateTime now)
    {
        var ordered = assessments.OrderBy(assessment => assessment.Moment).ToList();
        return [.. ordered.Select((assessment, at) => new Step(assessment.Moment, Ends(at), assessment.Grade))];

        DateTime Ends(int at)
        {
            var longest = ordered[at].Moment + GradeHolds < now ? ordered[at].Moment + GradeHolds : now;
            return at + 1 < ordered.Count && ordered[at + 1].Moment < longest ? ordered[at + 1].Moment : longest;
        }
    }

    static GradeOfTrend? GradeAt(List<Step> steps, DateTime moment) =>
        steps.FindLast(step => step.From <= moment && (moment < step.To || moment == step.From))?.Grade;

    static List<GradeBand> Joined(IEnumerable<GradeBand> bands)
    {
        var joined = new List<GradeBand>();
        foreach (var band in bands)
        {
            if (joined.Count > 0 && joined[^1] is var last && last.To == band.From && last.Grade == band.Grade) joined[^1] = last with { To = band.To };
            else joined.Add(band);
        }

        return joined;
    }
}
