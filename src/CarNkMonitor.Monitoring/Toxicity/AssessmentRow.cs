using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Toxicity;

/// <summary>Turns a result into the row that keeps it, with everything it was made from.</summary>
static class AssessmentRow
{
    public static Assessment Of(Subject subject, GradedMoment graded, int version, bool isByTime, DateTime now) => new()
    {
        SubjectId = subject.Id, Criteria = graded.Table.Criteria, Part = graded.Table.Part, Moment = graded.Moment, Version = version,
        Low = graded.Course.Result.Low, High = graded.Course.Result.High, State = graded.Course.Result.State, Episode = graded.Course.Episode,
        OnsetAt = graded.Course.OnsetAt, SettingsVersion = graded.SettingsVersion, IsByTime = isByTime,
        ResultJson = Json.Write(ToxicityNow.Of(graded.Course)), AssessedAt = now,
    };

    /// <summary>Whether the later row says anything else; when it was made and under which settings is not part of a result.</summary>
    public static bool Differs(Assessment one, Assessment other) => Says(one) != Says(other) || one.IsByTime != other.IsByTime;

    /// <summary>What a row says, whatever its moment.</summary>
    public static (int?, int?, Grading.GradeState, int, DateTime?, string) Says(Assessment one) =>
        (one.Low, one.High, one.State, one.Episode, one.OnsetAt, one.ResultJson);
}
