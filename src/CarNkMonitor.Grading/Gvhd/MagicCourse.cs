using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;

namespace CarNkMonitor.Grading.Gvhd;

/// <summary>
/// Acute GvHD over time (specification of observations 1.1 and 1.3): the latest finding of each organ within its carry-forward time, and the stool of the day
/// or days that the 3-day rule chooses. A pure function of the facts.
/// </summary>
public static class MagicCourse
{
    /// <summary>The signal grade at a moment, UTC; an entry observed at that very moment counts.</summary>
    /// <returns>NOT_APPLICABLE before the first infusion; NOT_ASSESSED while nothing that the table reads has been recorded since the most recent one.</returns>
    public static GradeResult Signal(SubjectFacts facts, DateTime moment) => Signal(new SubjectRecord(facts, countProvisional: true), moment);

    /// <summary>The reported grade at a moment, UTC: organs that a clinician called probable or confirmed.</summary>
    /// <returns>As <see cref="Signal(SubjectFacts, DateTime)"/>.</returns>
    public static GradeResult Reported(SubjectFacts facts, DateTime moment) => Reported(new SubjectRecord(facts, countProvisional: true), moment);

    internal static GradeResult Signal(SubjectRecord record, DateTime moment, Func<MagicInputs> inputs) =>
        record.Graded(MagicExplainer.Signal, Readings, moment, () => MagicGrader.Grade(inputs()));

    internal static GradeResult Reported(SubjectRecord record, DateTime moment, Func<MagicInputs> inputs) =>
        record.Graded(MagicExplainer.Reported, Readings, moment, () => MagicGrader.Reported(inputs()));

    static GradeResult Signal(SubjectRecord record, DateTime moment) => Signal(record, moment, () => InputsAt(record, moment));

    static GradeResult Reported(SubjectRecord record, DateTime moment) => Reported(record, moment, () => InputsAt(record, moment));

    internal static readonly string[] Readings =
    [
        MagicCodes.Rash, MagicCodes.Erythroderma, MagicCodes.Bullae, MagicCodes.Desquamation, MagicCodes.Bilirubin, MagicCodes.NauseaDays, MagicCodes.VomitingEpisodes,
        MagicCodes.VomitingDays, MagicCodes.Anorexia, MagicCodes.StoolVolume, MagicCodes.UnmeasuredStools, MagicCodes.SeverePain, MagicCodes.Ileus, MagicCodes.GrossBlood,
    ];

    internal static MagicInputs InputsAt(SubjectRecord record, DateTime moment)
    {
        var organ = CarryForward.Organ(record, moment);
        Fact? Latest(string code) => record.Latest(code, moment, organ);
        bool Reports(string code) => Latest(code)?.Flag == true;
        GvhdConfidence Confidence(string code) => Coded.Of(SinceFirst(record, code, moment), MagicCodes.ConfidenceWords) ?? GvhdConfidence.Possible;
        var stool = StoolDays.At(record, moment);
        return new MagicInputs
        {
            Age = record.Subject.AgeAt(moment),
            WeightKg = record.Standing(MagicCodes.Weight, moment)?.Measured,
            RashPct = Latest(MagicCodes.Rash)?.Measured,
            Erythroderma = Reports(MagicCodes.Erythroderma),
            Bullae = Reports(MagicCodes.Bullae),
            DesquamationPct = Latest(MagicCodes.Desquamation)?.Measured,
            Bilirubin = record.Latest(MagicCodes.Bilirubin, moment, CarryForward.Bilirubin(record, moment))?.Measured,
            BaselineBilirubin = record.BeforeFirstInfusion(MagicCodes.Bilirubin)?.Measured,
            NauseaDays = Latest(MagicCodes.NauseaDays)?.Measured,
            VomitingEpisodes = Latest(MagicCodes.VomitingEpisodes)?.Measured,
            VomitingDays = Latest(MagicCodes.VomitingDays)?.Measured,
            AnorexiaWithWeightLoss = Latest(MagicCodes.Anorexia)?.Flag,
            StoolVolume = stool?.Volume,
            UnmeasuredStools = stool?.Unmeasured,
            SevereAbdominalPain = Reports(MagicCodes.SeverePain),
            Ileus = Reports(MagicCodes.Ileus),
            GrossBlood = Reports(MagicCodes.GrossBlood),
            ChronicFeature = HasChronicFeature(record, moment),
            SkinConfidence = Confidence(MagicCodes.SkinConfidence),
            LiverConfidence = Confidence(MagicCodes.LiverConfidence),
            UpperGiConfidence = Confidence(MagicCodes.UpperGiConfidence),
            LowerGiConfidence = Confidence(MagicCodes.LowerGiConfidence),
        };
    }

    static Fact? SinceFirst(SubjectRecord record, string code, DateTime moment) =>
        record.FirstInfusion is { } first && record.Between(code, first.AddTicks(-1), moment) is [.., var latest] ? latest : null;

    /// <summary>The latest set of signs since the first infusion: all entries of its instant.</summary>
    static bool HasChronicFeature(SubjectRecord record, DateTime moment)
    {
        if (SinceFirst(record, MagicCodes.ChronicFeature, moment) is not { } latest)
        {
            return false;
        }

        foreach (var sign in record.Between(MagicCodes.ChronicFeature, latest.ObservedAt.AddTicks(-1), latest.ObservedAt))
        {
            if (sign.Coded != "none")
            {
                return true;
            }
        }

        return false;
    }
}
