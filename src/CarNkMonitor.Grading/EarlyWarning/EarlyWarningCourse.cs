using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.EarlyWarning;

/// <summary>
/// NEWS2 and qSOFA over time (specification of observations 4): the set of observations that is current at a moment. Pure functions of the facts; they do
/// not need an infusion.
/// </summary>
public static class EarlyWarningCourse
{
    /// <summary>Readings of one set lie at most so far apart, inclusive.</summary>
    static readonly TimeSpan OneSet = TimeSpan.FromMinutes(30);

    /// <summary>Temperature and consciousness may be as old as this, inclusive.</summary>
    static readonly TimeSpan SlowSigns = TimeSpan.FromMinutes(60);

    /// <summary>Support that was seen running, and the latest values of qSOFA; an entry as old as this no longer counts.</summary>
    static readonly TimeSpan HalfADay = TimeSpan.FromHours(12);

    static readonly string[] SetCodes = [News2Codes.RespiratoryRate, News2Codes.Saturation, News2Codes.Device, News2Codes.Systolic, News2Codes.Pulse];
    static readonly string[] SlowCodes = [News2Codes.Temperature, News2Codes.Consciousness];
    static readonly string[] QsofaCodes = [News2Codes.RespiratoryRate, News2Codes.Systolic, ComaScore];
    const string ComaScore = "gcs_total";

    /// <summary>NEWS2 of the readings of [t - 30 min, t], temperature and consciousness of [t - 60 min, t]; a running oxygen device is a reading at every moment.</summary>
    /// <returns>NOT_ASSESSED when none of these readings was made; NOT_APPLICABLE below 16 years and in pregnancy.</returns>
    public static GradeResult News2(SubjectFacts facts, DateTime moment) => News2(new SubjectRecord(facts, countProvisional: true), moment);

    /// <summary>qSOFA of the latest values of (t - 12 h, t].</summary>
    /// <returns>NOT_ASSESSED when there is none.</returns>
    public static GradeResult Qsofa(SubjectFacts facts, DateTime moment) => Qsofa(new SubjectRecord(facts, countProvisional: true), moment);

    internal static GradeResult News2(SubjectRecord record, DateTime moment) =>
        record.Any(SetCodes, Open(moment - OneSet), moment) || record.Any(SlowCodes, Open(moment - SlowSigns), moment)
            ? News2Grader.Grade(News2InputsAt(record, moment)) : News2Grader.NotAssessed;

    internal static News2Inputs News2InputsAt(SubjectRecord record, DateTime moment)
    {
        Fact? Latest(string code, TimeSpan age) => record.Between(code, Open(moment - age), moment) is [.., var latest] ? latest : null;
        return new News2Inputs
        {
            Age = record.Subject.AgeAt(moment),
            IsPregnant = record.Standing(News2Codes.Pregnancy, moment)?.Flag == true,
            RespiratoryRate = Latest(News2Codes.RespiratoryRate, OneSet)?.Measured,
            Saturation = Latest(News2Codes.Saturation, OneSet)?.Measured,
            UsesScale2 = record.Standing(News2Codes.Scale, moment)?.Points == 2,
            IsOnOxygen = DeviceAt(record, moment) is { } device ? device.Coded != "room_air" : null,
            Temperature = Latest(News2Codes.Temperature, SlowSigns)?.Measured,
            Systolic = Latest(News2Codes.Systolic, OneSet)?.Measured,
            Pulse = Latest(News2Codes.Pulse, OneSet)?.Measured,
            Consciousness = Coded.Of(Latest(News2Codes.Consciousness, SlowSigns), News2Codes.Letters),
        };
    }

    internal static GradeResult Qsofa(SubjectRecord record, DateTime moment)
    {
        Measured? Latest(string code) => record.Between(code, moment - HalfADay, moment) is [.., var latest] ? latest.Measured : null;
        return record.Any(QsofaCodes, moment - HalfADay, moment)
            ? QsofaGrader.Grade(new QsofaInputs { RespiratoryRate = Latest(News2Codes.RespiratoryRate), Systolic = Latest(News2Codes.Systolic), GlasgowComaScore = Latest(ComaScore) })
            : QsofaGrader.NotAssessed;
    }

    /// <summary>Stands until the next entry or its recorded end, at most 12 h (specification of CRS 1.2).</summary>
    static Fact? DeviceAt(SubjectRecord record, DateTime moment) =>
        record.Between(News2Codes.Device, moment - HalfADay, moment) is [.., var latest] && !(latest.EndedAt <= moment) ? latest : null;

    /// <summary>Includes the instant itself.</summary>
    static DateTime Open(DateTime instant) => instant.AddTicks(-1);
}
