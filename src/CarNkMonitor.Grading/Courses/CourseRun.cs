using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Gvhd;
using CarNkMonitor.Grading.IecHs;

namespace CarNkMonitor.Grading.Courses;

/// <summary>What the tables of one run share: the sorted record, CRS and ICANS at every entry, and what two tables need of one moment.</summary>
sealed class CourseRun(SubjectFacts facts, CourseSettings settings, IReadOnlyList<DateTime> moments)
{
    readonly Dictionary<DateTime, RecoveryCourse?> _recovery = [];
    readonly Dictionary<DateTime, IecHsAssessment> _iecHs = [];
    readonly Dictionary<DateTime, MagicInputs> _magic = [];
    ToxicityHistory? _history;

    public CourseSettings Settings => settings;

    public SubjectRecord Record { get; } = new(facts, countProvisional: true);

    public ToxicityHistory History => _history ??= new ToxicityHistory(Record, moments);

    public RecoveryCourse? RecoveryAt(DateTime moment) => Once(_recovery, moment, () => RecoveryCourse.At(Record, moment));

    public IecHsAssessment IecHsAt(DateTime moment) => Once(_iecHs, moment, () => IecHsCourse.At(Record, History, settings.Cytopenia, moment));

    public MagicInputs MagicAt(DateTime moment) => Once(_magic, moment, () => MagicCourse.InputsAt(Record, moment));

    static T Once<T>(Dictionary<DateTime, T> known, DateTime moment, Func<T> work)
    {
        if (!known.TryGetValue(moment, out var result))
        {
            known.Add(moment, result = work());
        }

        return result;
    }
}
