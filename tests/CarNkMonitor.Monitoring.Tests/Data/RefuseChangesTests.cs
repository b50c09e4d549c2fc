using System.Data.Common;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Data;

/// <summary>The database itself refuses to change the record, after the last migration too: a rebuilt table would have lost its triggers.</summary>
public class RefuseChangesTests(MonitorTemplate databases)
{
    static readonly DateTime At = new(2026, 5, 24, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "UPDATE observations SET note = 'x'")]
    [InlineData(DatabaseProvider.Sqlite, "DELETE FROM observations")]
    [InlineData(DatabaseProvider.Sqlite, "UPDATE audit_entries SET reason = 'x'")]
    [InlineData(DatabaseProvider.Sqlite, "DELETE FROM audit_entries")]
    [InlineData(DatabaseProvider.Sqlite, "UPDATE assessment_changes SET causes = 'x'")]
    [InlineData(DatabaseProvider.Sqlite, "DELETE FROM assessment_changes")]
    [InlineData(DatabaseProvider.Postgres, "UPDATE assessment_changes SET causes = 'x'")]
    [InlineData(DatabaseProvider.Postgres, "DELETE FROM assessment_changes")]
    [InlineData(DatabaseProvider.Postgres, "TRUNCATE assessment_changes")]
    [InlineData(DatabaseProvider.Sqlite, "UPDATE investigator_grades SET grade = 0")]
    [InlineData(DatabaseProvider.Sqlite, "DELETE FROM investigator_grades")]
    [InlineData(DatabaseProvider.Sqlite, "UPDATE voided_signatures SET because = 'x'")]
    [InlineData(DatabaseProvider.Sqlite, "DELETE FROM voided_signatures")]
    [InlineData(DatabaseProvider.Postgres, "UPDATE investigator_grades SET grade = 0")]
    [InlineData(DatabaseProvider.Postgres, "DELETE FROM investigator_grades")]
    [InlineData(DatabaseProvider.Postgres, "TRUNCATE investigator_grades CASCADE")]
    [InlineData(DatabaseProvider.Postgres, "UPDATE voided_signatures SET because = 'x'")]
    [InlineData(DatabaseProvider.Postgres, "DELETE FROM voided_signatures")]
    [InlineData(DatabaseProvider.Postgres, "TRUNCATE voided_signatures")]
    [InlineData(DatabaseProvider.Postgres, "UPDATE observations SET note = 'x'")]
    [InlineData(DatabaseProvider.Postgres, "DELETE FROM observations")]
    [InlineData(DatabaseProvider.Postgres, "TRUNCATE observations CASCADE")]
    [InlineData(DatabaseProvider.Postgres, "UPDATE audit_entries SET reason = 'x'")]
    [InlineData(DatabaseProvider.Postgres, "DELETE FROM audit_entries")]
    [InlineData(DatabaseProvider.Postgres, "TRUNCATE audit_entries")]
    public async Task The_record_is_never_changed_or_deleted(DatabaseProvider provider, string sql)
    {
        await using var database = await databases.Create(provider);
        await StoreOneOfEach(database);

        var refused = await Assert.ThrowsAnyAsync<DbException>(() => database.Execute(sql));

        Assert.Contains("never changed or deleted", refused.Message, StringComparison.Ordinal);
    }

    static async Task StoreOneOfEach(TestDatabase database)
    {
        await using var db = database.Open(TimeProvider.System);
        var study = new Study { Code = "CNK-T", Title = "Test" };
        var site = new Site { StudyId = study.Id, Code = "SH", Name = "Shanghai", Zone = "Asia/Shanghai" };
        var nurse = new StaffMember { UserName = "nurse", DisplayName = "Nurse", Role = StaffRole.Nurse, SiteId = site.Id, CreatedAt = At };
        var subject = new Subject { StudyId = study.Id, SiteId = site.Id, SubjectCode = "SH-001", Sex = Sex.Unknown, EnrolledOn = DateOnly.FromDateTime(At) };
        var check = new BedsideCheck
        {
            SubjectId = subject.Id, SubmissionId = Guid.NewGuid(), ObservedAt = At, RecordedAt = At, RecordedById = nurse.Id,
            Source = ObservationSource.Typed, IsLate = false,
        };
        check.Observations.Add(new Observation
        {
            SubjectId = subject.Id, CheckId = check.Id, Code = "temperature", Value = 38.0m, Unit = "Cel", ObservedAt = At, RecordedAt = At,
            RecordedById = nurse.Id, Source = ObservationSource.Typed,
        });
        var before = new Assessment
        {
            SubjectId = subject.Id, Criteria = AstctCrs.Criteria, Moment = At, Version = 1, State = GradeState.NotAssessed, Episode = 1, SettingsVersion = 0,
            ResultJson = "{}", AssessedAt = At,
        };
        var change = new AssessmentChange
        {
            SubjectId = subject.Id, Criteria = AstctCrs.Criteria, Part = "", Moment = At, BeforeId = before.Id, LowBefore = null, HighBefore = null,
            StateBefore = before.State, AfterId = null, LowAfter = null, HighAfter = null, StateAfter = null, Sentence = "CRS", Causes = "", ChangedAt = At,
        };
        var signed = new InvestigatorGrade
        {
            SubmissionId = Guid.NewGuid(), SubjectId = subject.Id, AssessmentId = before.Id, Criteria = before.Criteria, Part = "", Moment = At, CalculatedLow = 1,
            CalculatedHigh = 1, CalculatedState = GradeState.Determined, Grade = 1, Meaning = SignatureMeaning.Confirmed, SignedById = nurse.Id, PrintedName = "Nurse",
            SignedAt = At, ContentHash = "",
        };
        var voided = new VoidedSignature { InvestigatorGradeId = signed.Id, SubjectId = subject.Id, VoidedAt = At, Because = "CRS" };
        db.AddRange(study, site, nurse, subject, check, before, change, signed, voided);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
