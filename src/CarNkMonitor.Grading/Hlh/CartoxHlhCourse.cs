using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Hlh;

/// <summary>
/// CARTOX HLH/MAS over time (specification 4.5). The CRS phase: from the most recent infusion to the closing of the first CRS episode that is open
/// after it, and at least CycleDay 0 to 5. A pure function of the facts.
/// </summary>
public static class CartoxHlhCourse
{
    const int LastDayOfLeast = 5;

    /// <summary>Whether the set is met at a moment, UTC; an entry observed at that very moment counts.</summary>
    /// <returns>NOT_APPLICABLE before the first infusion; NOT_ASSESSED while nothing that the table reads has been recorded since the most recent one.</returns>
    public static GradeResult At(SubjectFacts facts, DateTime moment)
    {
        var record = new SubjectRecord(facts, countProvisional: true);
        return At(record, new ToxicityHistory(record, [moment]), moment);
    }

    internal static GradeResult At(SubjectRecord record, ToxicityHistory history, DateTime moment) =>
        record.Graded(CartoxHlhExplainer.Call, HlhRecord.Readings, moment, () => CartoxHlhGrader.Call(InputsAt(record, history, moment)));

    internal static CartoxHlhInputs InputsAt(SubjectRecord record, ToxicityHistory history, DateTime moment)
    {
        var infusion = record.InfusionAt(moment)!.Value;
        var episode = history.Crs(infusion, moment).FirstOrDefault(one => one.OnsetAt is not null)?.Episode;
        Fact[] InPhase(string code) => [.. record.Between(code, infusion.AddTicks(-1), moment).ToArray().Where(fact =>
            record.Subject.CycleDayAt(fact.ObservedAt) <= LastDayOfLeast
            || (history.CrsAt(fact.ObservedAt) is { OnsetAt: not null } crs && crs.Episode == episode))];

        return new CartoxHlhInputs
        {
            FerritinPeak = Laboratory.Highest(InPhase(HlhCodes.Ferritin))?.Measured,
            Bilirubin = HighestOfUln(record.Subject, InPhase(HlhCodes.Bilirubin)),
            Ast = HighestOfUln(record.Subject, InPhase(HlhCodes.Ast)),
            Alt = HighestOfUln(record.Subject, InPhase(HlhCodes.Alt)),
            OliguriaGrade = Laboratory.Highest(InPhase(HlhCodes.Oliguria))?.Measured,
            Creatinine = OfBaseline(Laboratory.Highest(InPhase(HlhCodes.Creatinine)), record.BeforeFirstInfusion(HlhCodes.Creatinine)),
            PulmonaryEdemaGrade = Laboratory.Highest(InPhase(HlhCodes.PulmonaryEdema))?.Measured,
            Hemophagocytosis = record.Hemophagocytosis(moment),
        };
    }

    /// <summary>The value that is the highest multiple of its own limit.</summary>
    static Multiple? HighestOfUln(SubjectFacts subject, Fact[] facts) =>
        WorstReading.Of([.. facts.Select(fact => Laboratory.OfUln(subject, fact)).OfType<Multiple>()]);

    /// <summary>A baseline known only as a bound is no number to multiply.</summary>
    static Multiple? OfBaseline(Fact? value, Fact? baseline) =>
        value is not null && baseline?.Measured is { Comparator: Comparator.Equal } before ? new Multiple(value.Measured, before.Value) : null;
}
