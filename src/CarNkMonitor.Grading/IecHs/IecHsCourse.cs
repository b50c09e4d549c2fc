using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;

namespace CarNkMonitor.Grading.IecHs;

/// <summary>
/// IEC-HS over time (specification 3.3 and 3.4): from raw timed observations to pattern and grade at a moment. Events count from the first moment at
/// which the pattern was POSSIBLE or MET since the most recent infusion; that moment is looked for at every entry that the pattern reads. A pure
/// function of the facts.
/// </summary>
public static class IecHsCourse
{
    /// <summary>Pattern and grade at a moment, UTC; an entry observed at that very moment counts.</summary>
    /// <returns>NOT_APPLICABLE before the first infusion; NOT_ASSESSED while nothing that the pattern reads has been recorded since the most recent one.</returns>
    public static IecHsAssessment At(SubjectFacts facts, CytopeniaLimits limits, DateTime moment)
    {
        var record = new SubjectRecord(facts, countProvisional: true);
        return At(record, new ToxicityHistory(record, [moment]), limits, moment);
    }

    internal static IecHsAssessment At(SubjectRecord record, ToxicityHistory history, CytopeniaLimits limits, DateTime moment)
    {
        if (record.InfusionAt(moment) is null)
        {
            return new(IecHsPatternExplainer.One.BeforeInfusion(), IecHsGradeExplainer.One.BeforeInfusion());
        }

        if (!record.IsAssessed(Readings, moment))
        {
            return new(IecHsPatternGrader.NotAssessed, IecHsGrader.NotAssessed);
        }

        var death = record.SinceInfusion(IecHsCodes.Death, moment);
        var inputs = IecHsWindows.At(record, history, limits, moment) with
        {
            Events = EventsAt(record, history, limits, moment),
            Death = death is null ? null : Coded.Of(death, DeathWords),
        };
        return new(IecHsPatternGrader.Grade(inputs), IecHsGrader.Grade(inputs));
    }

    internal static readonly string[] Readings =
    [
        .. HlhRecord.Readings, IecHsCodes.RapidRise, IecHsCodes.Ldh, IecHsCodes.DirectBilirubin, "pt", "inr", "aptt", IecHsCodes.PulmonaryManifestation,
        IecHsCodes.RenalInsufficiency, IecHsCodes.AlternativeSoleCause, IecHsCodes.Death,
    ];

    static readonly (string Word, IecHsDeath Cause)[] DeathWords =
        [("iechs", IecHsDeath.IecHs), ("other", IecHsDeath.Other), ("crs", IecHsDeath.Other), ("icans", IecHsDeath.Other), ("unknown", IecHsDeath.Unknown)];

    /// <summary>Without an event the beginning of the pattern need not be looked for.</summary>
    static IecHsEvents EventsAt(SubjectRecord record, ToxicityHistory history, CytopeniaLimits limits, DateTime moment)
    {
        var infusion = record.InfusionAt(moment)!.Value;
        var reported = IecHsCodes.Events
            .SelectMany(one => record.Between(one.Word, infusion.AddTicks(-1), moment).ToArray().Where(fact => fact.Flag == true), (one, fact) => (one.Event, fact.ObservedAt))
            .ToArray();
        return reported.Length == 0 || BeginningOfPattern(record, history, limits, infusion, moment) is not { } begun ? IecHsEvents.None
            : reported.Where(one => one.ObservedAt >= begun).Aggregate(IecHsEvents.None, (all, one) => all | one.Event);
    }

    static DateTime? BeginningOfPattern(SubjectRecord record, ToxicityHistory history, CytopeniaLimits limits, DateTime infusion, DateTime moment)
    {
        foreach (var at in Readings.SelectMany(code => record.Between(code, infusion.AddTicks(-1), moment).ToArray()).Select(fact => fact.ObservedAt).Append(moment).Distinct().Order())
        {
            if (IecHsFindings.Of(IecHsWindows.At(record, history, limits, at)).Classes.Low >= (int)IecHsClass.Possible)
            {
                return at;
            }
        }

        return null;
    }
}

/// <summary>IEC-HS at one moment.</summary>
/// <param name="Pattern">NOT_MET, POSSIBLE or MET.</param>
/// <param name="Grade">The grade; NOT_APPLICABLE unless the pattern is certainly MET.</param>
public sealed record IecHsAssessment(GradeResult Pattern, GradeResult Grade);
