using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Tests.Schedule;

public class WorklistRowTests
{
    static readonly DateTime Now = new(2026, 5, 24, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Danger_comes_first_then_who_has_waited_longest_then_who_is_next()
    {
        WorklistRow[] rows =
        [
            Row("later", due: 5), Row("due", due: 1), Row("overdue", due: -2), Row("long overdue", due: -3),
            Row("grade 2", grade: (2, 2)), Row("grade 2 to 4", grade: (2, 4)), Row("urgent", grade: (1, 1), urgency: ClinicalUrgency.Urgent1H),
            Row("emergency", grade: (3, 3), urgency: ClinicalUrgency.EmergencyNow), Row("nothing planned"),
        ];

        Assert.Equal(
            ["emergency", "urgent", "grade 2 to 4", "grade 2", "long overdue", "overdue", "due", "later", "nothing planned"],
            WorklistRow.InOrder(rows).Select(row => row.Subject.SubjectCode));
    }

    [Theory]
    [InlineData(null, null, WorklistPart.Later)]
    [InlineData(1, ClinicalUrgency.SameDay, WorklistPart.Later)]
    [InlineData(1, ClinicalUrgency.Urgent1H, WorklistPart.InDanger)]
    [InlineData(2, null, WorklistPart.InDanger)]
    [InlineData(0, ClinicalUrgency.EmergencyNow, WorklistPart.InDanger)]
    public void Who_is_in_danger(int? low, ClinicalUrgency? urgency, WorklistPart part) =>
        Assert.Equal(part, Row("one", grade: low is { } grade ? (grade, grade) : null, urgency: urgency).Part);

    static WorklistRow Row(string code, (int Low, int High)? grade = null, ClinicalUrgency? urgency = null, int? due = null)
    {
        var subject = new Subject { StudyId = Guid.NewGuid(), SiteId = Guid.NewGuid(), SubjectCode = code, Sex = Sex.Unknown, EnrolledOn = new(2026, 5, 1) };
        return new WorklistRow(subject, new SubjectCalendar("Asia/Shanghai", []), Now,
            grade is var (low, high) ? Graded(subject, low, high) : null, CheckedAt: null,
            due is { } hours ? Slot(subject, hours) : null, urgency is { } called ? [Calling(subject, called)] : []);
    }

    static Assessment Graded(Subject subject, int low, int high) => new()
    {
        SubjectId = subject.Id, Criteria = "ASTCT-CRS-2019", Moment = Now, Version = 1, Low = low, High = high, Episode = 1, SettingsVersion = 0,
        State = low == high ? GradeState.Determined : GradeState.CannotExclude, ResultJson = "{}", AssessedAt = Now,
    };

    /// <summary>Open from two hours before to two after, on time for one.</summary>
    static PlannedAssessment Slot(Subject subject, int hours) => new()
    {
        SubjectId = subject.Id, InfusionId = Guid.NewGuid(), CycleDay = 3, NominalAt = Now.AddHours(hours), OpensAt = Now.AddHours(hours - 2),
        OnTimeUntil = Now.AddHours(hours + 1), ClosesAt = Now.AddHours(hours + 8),
    };

    static Alert Calling(Subject subject, ClinicalUrgency urgency) => new()
    {
        SiteId = subject.SiteId, SubjectId = subject.Id, Kind = AlertKind.Crs, Episode = 1, Reference = "K7Q2", Urgency = urgency,
        PolicyJson = Json.Write(EscalationDefaults.For(urgency)), OpenedAt = Now,
    };
}
