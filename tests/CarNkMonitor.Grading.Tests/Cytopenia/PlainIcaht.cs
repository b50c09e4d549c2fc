using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

/// <summary>The algorithms of specification 2.3 and 2.4 once more, step by step over plain lists, for numbers without bounds.</summary>
static class PlainIcaht
{
    static readonly decimal[] LateLimits = [1500, 1000, 500, 100];

    public sealed record Early(int Longest500, int Longest100, int? Grade);

    public static Early OfEarly(IEnumerable<DayValue> counts, int endDay, bool closed)
    {
        var last = Math.Min(30, endDay);
        var measured = Lowest(counts, 0, last);
        var filled = Filled(measured, last, tens: true);
        var (runs500, runs100) = (Runs(filled, value => value <= 500), Runs(filled, value => value <= 100));
        var (d500, d100) = (runs500.Select(run => run.Length).DefaultIfEmpty().Max(), runs100.Select(run => run.Length).DefaultIfEmpty().Max());
        var never = (closed || endDay >= 30) && runs500.Any(run => run.From <= 3 && run.From + run.Length - 1 == last);
        int? grade = measured.Count == 0 ? null : never || d100 >= 14 ? 4 : d500 >= 14 || d100 >= 7 ? 3 : d500 >= 7 ? 2 : d500 >= 1 ? 1 : 0;
        return new(d500, d100, grade);
    }

    public static (int? Grade, bool Confirmed) OfLate(IEnumerable<DayValue> counts, int endDay)
    {
        var values = Lowest(counts, 31, Math.Min(100, endDay)).Values.Order().ToList();
        if (values.Count == 0)
        {
            return (null, false);
        }

        var grade = values.Count > 1 && values[1] > 1500 ? 0 : LateLimits.Count(limit => values[0] <= limit);
        return (grade, grade > 0 && values.Count(value => value <= LateLimits[grade - 1]) >= 2);
    }

    public static int? OfPlatelets(IEnumerable<DayValue> counts, int endDay)
    {
        var last = Math.Min(30, endDay);
        var measured = Lowest(counts, 0, last);
        var filled = Filled(measured, last, tens: false);
        var (d50, d20) = (Runs(filled, value => value < 50).Sum(run => run.Length), Runs(filled, value => value < 20).Sum(run => run.Length));
        return measured.Count == 0 ? null : d20 >= 14 ? 4 : d20 >= 1 ? 3 : d50 >= 7 ? 2 : d50 >= 1 ? 1 : 0;
    }

    public static SortedDictionary<int, decimal> Lowest(IEnumerable<DayValue> counts, int from, int to) => new(
        counts.Where(count => count.Day >= from && count.Day <= to).GroupBy(count => count.Day).ToDictionary(day => day.Key, day => day.Min(count => count.Value.Value)));

    public static decimal?[] Filled(SortedDictionary<int, decimal> measured, int last, bool tens)
    {
        var days = new decimal?[Math.Max(0, last + 1)];
        var keys = measured.Keys.ToArray();
        for (var day = 0; day < days.Length; day++)
        {
            int? before = Array.FindLast(keys, other => other <= day), after = Array.Find(keys, other => other >= day);
            before = measured.ContainsKey(before.Value) && before <= day ? before : null;
            after = measured.ContainsKey(after.Value) && after >= day ? after : null;
            var run = (after ?? days.Length) - (before ?? -1) - 1;
            days[day] = (before, after) switch
            {
                _ when before == day => measured[day],
                (null, null) => null,
                _ when run > 7 => null,
                (null, { } next) => Rounded(measured[next], tens),
                ({ } previous, null) => Rounded(measured[previous], tens),
                ({ } previous, { } next) => Rounded(measured[previous] + ((measured[next] - measured[previous]) * (day - previous) / (next - previous)), tens),
            };
        }

        return days;
    }

    /// <summary>Runs of low days; two of them with one or two days between are one.</summary>
    public static List<(int From, int Length)> Runs(decimal?[] days, Func<decimal, bool> isLow)
    {
        var runs = new List<(int From, int Length)>();
        for (var day = 0; day < days.Length; day++)
        {
            if (days[day] is not { } value || !isLow(value))
            {
                continue;
            }

            if (runs.Count > 0 && day - (runs[^1].From + runs[^1].Length) <= 2)
            {
                runs[^1] = (runs[^1].From, day - runs[^1].From + 1);
            }
            else
            {
                runs.Add((day, 1));
            }
        }

        return runs;
    }

    static decimal Rounded(decimal value, bool tens) => tens ? Math.Round(value / 10, MidpointRounding.ToEven) * 10 : Math.Round(value, MidpointRounding.ToEven);
}
