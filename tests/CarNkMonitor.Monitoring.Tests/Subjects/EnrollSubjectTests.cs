using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Observations;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Subjects;

public class EnrollSubjectTests(MonitorTemplate databases)
{
    static readonly DateOnly Today = new(2026, 3, 5);

    [Theory, OnBothDatabases]
    public async Task A_coordinator_enrolls_at_the_own_site_and_the_record_says_who(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);

        var enrolled = Assert.IsType<Enrolled>(await Enroll(scene, scene.Coordinator, new(scene.Berlin.Id, " 01-002 ", Sex.Male, Today, AgeDays: 9000)));

        var subject = (await scene.All<Subject>()).Single(subject => subject.Id == enrolled.SubjectId);
        Assert.Equal(("01-002", 9000, SubjectStatus.OnStudy), (subject.SubjectCode, subject.AgeAtEnrolmentDays, subject.Status));
        Assert.Contains(await scene.All<AuditEntry>(), entry => entry is { Act: "EnrollSubject", Entity: "Subject", Actor: "Ms Novak" });
    }

    [Theory, OnBothDatabases]
    public async Task Who_may_not_enroll_and_what_is_no_enrollment_is_refused(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        var good = new Enrollment(scene.Berlin.Id, "01-002", Sex.Male, Today);

        Assert.IsType<EnrollmentRefused>(await Enroll(scene, scene.Nurse, good));
        Assert.IsType<EnrollmentRefused>(await Enroll(scene, scene.Coordinator, good with { SiteId = scene.Shanghai.Id }));
        foreach (var (bad, field) in new (Enrollment, string)[]
        {
            (good with { SubjectCode = "Jane Doe" }, "SubjectCode"), (good with { SubjectCode = "" }, "SubjectCode"),
            (good with { SubjectCode = "01-001" }, "SubjectCode"), (good with { BirthDate = Today.AddDays(1) }, "BirthDate"),
            (good with { BirthDate = new(1726, 1, 1) }, "BirthDate"), (good with { BirthDate = new(1980, 1, 1), AgeDays = 9000 }, "AgeDays"),
            (good with { AgeDays = -1 }, "AgeDays"), (good with { ConditioningFrom = Today }, "ConditioningTo"),
            (good with { ConditioningFrom = Today, ConditioningTo = Today.AddDays(-1) }, "ConditioningTo"),
        })
        {
            Assert.Equal([field], Assert.IsType<EnrollmentRefused>(await Enroll(scene, scene.Coordinator, bad)).Problems.Select(problem => problem.Field));
        }

        Assert.Single(await scene.All<Subject>());
    }

    static async Task<EnrollmentResult> Enroll(RecordScene scene, StaffMember person, Enrollment enrollment)
    {
        await using var db = scene.Open();
        return await new EnrollSubject(db).Enroll(person, enrollment, default);
    }
}
