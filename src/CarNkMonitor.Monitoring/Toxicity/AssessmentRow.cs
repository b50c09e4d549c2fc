using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>Turns a grade into the row that keeps it, with everything it was made from.</summary>
static class AssessmentRow
{
    public static Assessment Of(Subject subject, CrsAssessment crs, int version, int settingsVersion, bool isByTime, DateTime now) => new()
    {
        SubjectId = subject.Id, Criteria = crs.Result.Criteria, Moment = crs.Moment, Version = version,
        Low = crs.Result.Low, High = crs.Result.High, State = crs.Result.State, Episode = crs.Episode, OnsetAt = crs.OnsetAt,
        SettingsVersion = settingsVersion, IsByTime = isByTime, ResultJson = Json.Write(ToxicityNow.Of(crs.Result, crs.Moment)), AssessedAt = now,
    };

    /// <summary>Whether the later row says anything else; when it was made and under which settings is not part of a result.</summary>
    public static bool Differs(Assessment one, Assessment other) =>
        (one.Low, one.High, one.State, one.Episode, one.OnsetAt, one.ResultJson, one.IsByTime)
        != (other.Low, other.High, other.State, other.Episode, other.OnsetAt, other.ResultJson, other.IsByTime);
}
