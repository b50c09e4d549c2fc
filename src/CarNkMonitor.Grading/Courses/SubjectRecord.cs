using System.Runtime.InteropServices;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Courses;

/// <summary>
/// One subject's facts, sorted once, for every course over time: the windows of all tables look into the same arrays. (a, b] excludes a and
/// includes b, everywhere.
/// </summary>
sealed class SubjectRecord
{
    static readonly Fact[] None = [];

    readonly Dictionary<string, Fact[]> _facts;
    readonly DateOnly[] _infusionDates;
    readonly bool _countsProvisional;
    SubjectRecord? _signed;

    /// <param name="subject">All that may be known.</param>
    /// <param name="countProvisional">Whether an attribution that no physician countersigned counts.</param>
    public SubjectRecord(SubjectFacts subject, bool countProvisional)
    {
        Subject = subject;
        Infusions = [.. subject.InfusionStarts.Order()];
        _infusionDates = [.. Infusions.Select(subject.LocalDate)];
        _countsProvisional = countProvisional;
        _facts = ByCode(subject.Facts, countProvisional);
        Recovery = new RecoveryCalendar(subject, Infusions, All("conditioning_dose"));
    }

    public SubjectFacts Subject { get; }

    /// <summary>Starts, in order.</summary>
    public DateTime[] Infusions { get; }

    public RecoveryCalendar Recovery { get; }

    public DateTime? FirstInfusion => Infusions.Length > 0 ? Infusions[0] : null;

    /// <summary>The same without what no physician countersigned; the record itself where there is nothing of that kind.</summary>
    public SubjectRecord Signed => _signed ??=
        _countsProvisional && Subject.Facts.Any(Attributions.IsProvisionalOtherCause) ? new SubjectRecord(Subject, countProvisional: false) : this;

    /// <summary>Every fact of a code, sorted by observed time.</summary>
    public Fact[] All(string code) => _facts.GetValueOrDefault(code, None);

    /// <summary>The last infusion started by this moment; null before the first.</summary>
    public DateTime? InfusionAt(DateTime moment)
    {
        DateTime? latest = null;
        foreach (var start in Infusions)
        {
            latest = start <= moment ? start : latest;
        }

        return latest;
    }

    /// <summary>As <see cref="SubjectFacts.CycleDayAt"/>, for a moment whose local date is known already: a walk asks thousands of times.</summary>
    public int? CycleDayAt(DateTime moment, DateOnly date)
    {
        var index = Infusions.Length - 1;
        while (index >= 0 && Infusions[index] > moment)
        {
            index--;
        }

        return index < 0 ? null : date.DayNumber - _infusionDates[index].DayNumber;
    }

    public ReadOnlySpan<Fact> Between(string code, DateTime after, DateTime until) => Timed.Between(All(code), after, until);

    /// <summary>The facts of (t - window, t]; none of them lies before the first infusion's start (specification 1.2, "independence").</summary>
    public ReadOnlySpan<Fact> Window(string code, DateTime moment, TimeSpan window) =>
        FirstInfusion is not { } first ? [] : Between(code, Later(moment - window, first.AddTicks(-1)), moment);

    /// <summary>The latest of (t - window, t].</summary>
    public Fact? Latest(string code, DateTime moment, TimeSpan window) => Window(code, moment, window) is [.., var latest] ? latest : null;

    /// <summary>The latest up to a moment, however old: traits, and statements that stand.</summary>
    public Fact? Standing(string code, DateTime moment) => Between(code, DateTime.MinValue, moment) is [.., var latest] ? latest : null;

    /// <summary>The latest since the most recent infusion's start, that instant included.</summary>
    public Fact? SinceInfusion(string code, DateTime moment) =>
        InfusionAt(moment) is { } infusion && Between(code, infusion.AddTicks(-1), moment) is [.., var latest] ? latest : null;

    /// <summary>As above, of those that count.</summary>
    public Fact? SinceInfusion(string code, DateTime moment, Func<Fact, bool> counts)
    {
        var facts = InfusionAt(moment) is { } infusion ? Between(code, infusion.AddTicks(-1), moment) : [];
        for (var index = facts.Length - 1; index >= 0; index--)
        {
            if (counts(facts[index]))
            {
                return facts[index];
            }
        }

        return null;
    }

    /// <summary>The one observed at this very instant.</summary>
    public Fact? At(string code, DateTime instant) => Between(code, instant.AddTicks(-1), instant) is [.., var fact] ? fact : null;

    /// <summary>The most severe one; of equals the later.</summary>
    public static Fact? Worst(ReadOnlySpan<Fact> facts, Func<Fact, int> severity) => Worst(facts, severity, static _ => true);

    /// <summary>As above, of those that count.</summary>
    public static Fact? Worst(ReadOnlySpan<Fact> facts, Func<Fact, int> severity, Func<Fact, bool> counts)
    {
        Fact? worst = null;
        foreach (var fact in facts)
        {
            worst = counts(fact) && (worst is null || severity(fact) >= severity(worst)) ? fact : worst;
        }

        return worst;
    }

    /// <summary>The highest of (t - window, t].</summary>
    public Fact? Highest(string code, DateTime moment, TimeSpan window) => Laboratory.Highest(Window(code, moment, window));

    /// <summary>The lowest of (t - window, t].</summary>
    public Fact? Lowest(string code, DateTime moment, TimeSpan window) => Laboratory.Lowest(Window(code, moment, window));

    /// <summary>The last at or before the first infusion's start: the baseline of most tables.</summary>
    public Fact? Baseline(string code) => FirstInfusion is { } first ? Standing(code, first) : null;

    /// <summary>Every fact of a code from the first infusion's start on.</summary>
    public Fact[] SinceFirstInfusion(string code) => FirstInfusion is { } first ? [.. Between(code, first.AddTicks(-1), DateTime.MaxValue)] : [];

    /// <summary>The last before the first infusion's start.</summary>
    public Fact? BeforeFirstInfusion(string code) => FirstInfusion is { } first ? Standing(code, first.AddTicks(-1)) : null;

    /// <summary>True when one of these codes has a fact in (after, until].</summary>
    public bool Any(IEnumerable<string> codes, DateTime after, DateTime until)
    {
        foreach (var code in codes)
        {
            if (Between(code, after, until).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    static Dictionary<string, Fact[]> ByCode(IReadOnlyList<Fact> facts, bool countProvisional)
    {
        var lists = new Dictionary<string, List<Fact>>();
        foreach (var fact in facts)
        {
            if (countProvisional || !Attributions.IsProvisionalOtherCause(fact))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(lists, fact.Code, out _) ??= []).Add(fact);
            }
        }

        return lists.ToDictionary(ofCode => ofCode.Key, ofCode => FactOrder.Sorted([.. ofCode.Value]));
    }

    static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
