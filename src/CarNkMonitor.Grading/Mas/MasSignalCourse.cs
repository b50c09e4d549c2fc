using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;

namespace CarNkMonitor.Grading.Mas;

/// <summary>The MAS signal over time (specification 4.6): from raw timed observations to the level at a moment. A pure function of the facts.</summary>
public static class MasSignalCourse
{
    static readonly TimeSpan LipidsAtLeast = TimeSpan.FromDays(7);

    /// <summary>The level at a moment, UTC; an entry observed at that very moment counts.</summary>
    /// <returns>NOT_APPLICABLE before the first infusion; NOT_ASSESSED while nothing that the signal reads has been recorded since the most recent one.</returns>
    public static GradeResult At(SubjectFacts facts, MasThresholds thresholds, DateTime moment)
    {
        var record = new SubjectRecord(facts, countProvisional: true);
        return At(record, new ToxicityHistory(record, [moment]), thresholds, moment);
    }

    internal static GradeResult At(SubjectRecord record, ToxicityHistory history, MasThresholds thresholds, DateTime moment) =>
        record.Graded(MasSignalExplainer.One, HlhRecord.Readings, moment, () => MasSignalGrader.Grade(InputsAt(record, history, thresholds, moment)));

    internal static MasSignalInputs InputsAt(SubjectRecord record, ToxicityHistory history, MasThresholds thresholds, DateTime moment)
    {
        var inputs = WithoutFerritin(record, history, thresholds, moment);
        var isAsked = MasSignalFindings.Fever(inputs) == true || MasSignalFindings.LowCounts(inputs) == true || MasSignalFindings.Organ(inputs) == true;
        var now = MasFerritinSamples.Now(record, moment, isAsked);
        var previous = now is null ? null : MasFerritinSamples.Previous(record, now, thresholds);
        return inputs with
        {
            Ferritin = now?.Measured,
            FerritinPrevious = previous?.Measured,
            FerritinIntervalHours = previous is null ? null : (decimal)(now!.ObservedAt - previous.ObservedAt).Ticks / TimeSpan.TicksPerHour,
            FerritinBaseline = record.Baseline(HlhCodes.Ferritin)?.Measured,
        };
    }

    static MasSignalInputs WithoutFerritin(SubjectRecord record, ToxicityHistory history, MasThresholds thresholds, DateTime moment)
    {
        var carried = CarryForward.Bilirubin(record, moment);
        Fact? Latest(string code) => record.Latest(code, moment, carried);
        var (neutrophils, platelets) = (Latest(HlhCodes.Neutrophils), BeforeTransfusion(record, Latest(HlhCodes.Platelets), "platelet_transfusion"));
        var hemoglobin = BeforeTransfusion(record, Latest(HlhCodes.Hemoglobin), "rbc_transfusion");
        var (ast, alt) = (Latest(HlhCodes.Ast), Latest(HlhCodes.Alt));
        var lipids = record.Latest(HlhCodes.Triglycerides, moment, carried > LipidsAtLeast ? carried : LipidsAtLeast);
        return new MasSignalInputs
        {
            Thresholds = thresholds,
            RecoveryDay = record.Recovery.DayAt(moment),
            FeverWindows = MasFever.Windows(record, moment, thresholds.FeverWindowsFrom),
            FeverIsRecrudescent = MasFever.IsRecrudescent(record, history, moment),
            FeverMayBeMasked = MasFever.MayBeMasked(record, moment),
            Neutrophils = neutrophils?.Measured,
            Platelets = platelets?.Measured,
            Hemoglobin = hemoglobin?.Measured,
            SecondFall = SecondFall.Of(record, moment, thresholds, neutrophils, platelets, hemoglobin),
            Fibrinogen = Latest(HlhCodes.Fibrinogen)?.Measured,
            Ast = ast?.Measured,
            AstUln = ast is null ? null : Laboratory.Limits(record.Subject, ast).Upper,
            Alt = alt?.Measured,
            AltUln = alt is null ? null : Laboratory.Limits(record.Subject, alt).Upper,
            Triglycerides = Laboratory.Triglycerides(lipids),
            TriglyceridesFasting = Laboratory.IsFasting(record, lipids),
        };
    }

    /// <summary>Of a day with a transfusion the last count before the first one, where there is one.</summary>
    static Fact? BeforeTransfusion(SubjectRecord record, Fact? latest, string transfusion)
    {
        if (latest is null)
        {
            return null;
        }

        var midnight = record.Subject.StartOf(record.Subject.LocalDate(latest.ObservedAt));
        return record.Between(transfusion, midnight.AddTicks(-1), latest.ObservedAt) is [var first, ..]
            && record.Between(latest.Code, midnight.AddTicks(-1), first.ObservedAt) is [.., var before] ? before : latest;
    }
}
