using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Cytopenia.Days;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>
/// The recovery after one conditioning course as it is known at a moment: counts with their RecoveryDay, the last day that counts, and whether the
/// course was closed (specification of cytopenias 0.3 and 2.3).
/// </summary>
sealed class RecoveryCourse
{
    /// <summary>Events that close the course on their own day.</summary>
    static readonly string[] Closing = ["death", "progression", "new_antineoplastic", "stem_cell_boost"];

    readonly SubjectRecord _record;
    readonly DateTime _moment;
    readonly DateTime _zero;

    RecoveryCourse(SubjectRecord record, DateTime moment, DateTime zero)
    {
        (_record, _moment, _zero) = (record, moment, zero);
        Today = DayOf(moment);
        (EndDay, IsClosed) = EndOf();
    }

    /// <summary>The course that a moment belongs to; null before the first infusion.</summary>
    public static RecoveryCourse? At(SubjectRecord record, DateTime moment) =>
        record.Recovery.DayZeroAt(moment) is { } zero ? new RecoveryCourse(record, moment, zero) : null;

    /// <summary>RecoveryDay of the moment.</summary>
    public int Today { get; }

    /// <summary>RecoveryDay of the moment, or of the closing event if that is earlier.</summary>
    public int EndDay { get; }

    /// <summary>A closing event has happened; day 30 closes the early window by itself.</summary>
    public bool IsClosed { get; }

    /// <summary>LD1; the day of the infusion where no conditioning is on record.</summary>
    public int ConditioningDay => _record.Recovery.FirstDose(_zero) ?? 0;

    /// <summary>Has any count of this code been recorded since day 0?</summary>
    public bool HasCount(string code) => Since(code, _zero).Length > 0;

    /// <summary>The counts of a code up to the moment, with their days, from LD1 or from day 0 on.</summary>
    public DayValue[] Counts(string code, bool fromConditioning, decimal factor = 1) =>
        [.. Since(code, fromConditioning ? From : StartOfDayZero).ToArray().Select(fact => new DayValue(DayOf(fact.ObservedAt), Times(fact.Measured, factor)) { Source = fact })];

    /// <summary>Where the course begins: LD1; the first instant of day 0 where no conditioning is on record.</summary>
    public DateTime From => _record.Recovery.ConditioningFrom(_moment) ?? StartOfDayZero;

    /// <summary>Last count before LD1, if there is none before the first infusion.</summary>
    public Fact? Baseline(string code) =>
        (_record.Recovery.ConditioningFrom(_moment) is { } start ? _record.Standing(code, start.AddTicks(-1)) : null) ?? _record.BeforeFirstInfusion(code);

    /// <summary>The days on which something was given, up to the moment.</summary>
    public int[] Days(string code) => [.. Between(code).Select(fact => DayOf(fact.ObservedAt)).Distinct()];

    /// <summary>RecoveryDay of an instant, in this course.</summary>
    public int DayOf(DateTime instant) => _record.Subject.LocalDate(instant).DayNumber - ZeroDate.DayNumber;

    public GcsfDose[] GcsfDoses() => [.. Between("gcsf_dose").Select(fact => new GcsfDose(DayOf(fact.ObservedAt), Coded.Of(fact, GcsfWords)!.Value))];

    static readonly (string Word, GcsfAgent Agent)[] GcsfWords =
    [
        ("filgrastim", GcsfAgent.Filgrastim), ("lenograstim", GcsfAgent.Lenograstim), ("pegfilgrastim", GcsfAgent.Pegfilgrastim), ("other", GcsfAgent.Other),
    ];

    DateTime StartOfDayZero => _record.Subject.StartOf(ZeroDate);

    DateOnly ZeroDate => _record.Subject.LocalDate(_zero);

    Fact[] Between(string code) => _record.Between(code, DateTime.MinValue, _moment).ToArray();

    ReadOnlySpan<Fact> Since(string code, DateTime from) => _record.Between(code, from.AddTicks(-1), _moment);

    static Measured Times(Measured value, decimal factor) => value with { Value = value.Value * factor };

    /// <summary>A new conditioning course closes the old window on the day before; the other events on their own day.</summary>
    (int Day, bool IsClosed) EndOf()
    {
        var ends = Closing.SelectMany(code => Since(code, _zero).ToArray()).Select(fact => DayOf(fact.ObservedAt) - (fact.Coded == "conditioning" ? 1 : 0)).ToList();
        if (_record.Recovery.NextCourseAfter(_zero, _moment) is { } next)
        {
            ends.Add(DayOf(next) - 1);
        }

        return ends.Count == 0 ? (Today, false) : (Math.Min(Today, ends.Min()), true);
    }
}
