using System.Net;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Decisions;

/// <summary>The use case in the real program, because it asks Identity for the password; and the pages that show what was signed.</summary>
public class ConfirmGradeTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task A_confirmed_grade_is_signed_with_name_time_and_meaning_and_stands_beside_the_calculated_one(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var crs = await Feverish(host);
        var physician = host.Trial.Person(StaffRole.Physician);

        Assert.True((await Sign(host, physician, crs.Id, 1)).IsDone);

        var signed = Assert.Single(await Signed(host));
        Assert.True(signed.Stands);
        Assert.Equal(
            (crs.Id, 1, SignatureMeaning.Confirmed, "Physician SH", host.Clock.GetUtcNow().UtcDateTime, 1, 1),
            (signed.Grade.AssessmentId, signed.Grade.Grade, signed.Grade.Meaning, signed.Grade.PrintedName, signed.Grade.SignedAt, signed.Grade.CalculatedLow, signed.Grade.CalculatedHigh));
        var page = await (await host.SignedIn(StaffRole.Nurse)).Read($"/subjects/{host.Trial.Subject.Id}");
        Assert.Contains("Signed by Physician SH, 2026-05-24 09:00:00 UTC. “I confirm CRS grade 1 as calculated (1).”", page, StringComparison.Ordinal);
        Assert.Contains("data-grade=\"1\"", page, StringComparison.Ordinal);
        var audit = await host.InDatabase(db => db.AuditEntries.SingleAsync(entry => entry.Act == nameof(ConfirmGrade)));
        Assert.Equal((physician.Id, (Guid?)host.Trial.Subject.Id, "InvestigatorGrade"), (audit.ActorId, audit.SubjectId, audit.Entity));
    }

    [Theory, OnBothDatabases]
    public async Task A_changed_grade_voids_the_signature_and_tells_the_signer_until_the_grade_is_signed_again(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var crs = await Feverish(host);
        var physician = host.Trial.Person(StaffRole.Physician);
        await Sign(host, physician, crs.Id, 1);
        var visitor = await host.SignedIn(physician);
        Assert.DoesNotContain("no longer hold", await visitor.Read("/decisions"), StringComparison.Ordinal);

        var fever = await host.InDatabase(db => db.Observations.SingleAsync(fact => fact.Code == "temperature"));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.Run((AmendObservation amend) => amend.Amend(host.Trial.Person(StaffRole.Nurse), fever.Id, new CheckItem("temperature", "36.6", "Cel"), "typed 38 for 36", Cancel));

        var signed = Assert.Single(await Signed(host));
        Assert.False(signed.Stands);
        Assert.True(signed.IsIntact);
        Assert.Contains("CRS 1 → 0 because", signed.WhyVoid, StringComparison.Ordinal);
        var told = await visitor.Read("/decisions");
        Assert.Contains("Your signatures that no longer hold", told, StringComparison.Ordinal);
        Assert.Contains("CRS 1 → 0 because", told, StringComparison.Ordinal);
        Assert.Contains("This signature no longer holds.", await visitor.Read($"/subjects/{host.Trial.Subject.Id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("no longer hold", await (await host.SignedIn(StaffRole.Investigator)).Read("/decisions"), StringComparison.Ordinal);

        Assert.Equal(DecisionRefusal.MovedOn, (await Sign(host, physician, crs.Id, 1)).Refusal);
        Assert.True((await Sign(host, physician, (await Newest(host)).Id, 0)).IsDone);
        Assert.DoesNotContain("no longer hold", await visitor.Read("/decisions"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_later_check_leaves_the_signature_of_an_earlier_moment_as_it_is(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        await Sign(host, host.Trial.Person(StaffRole.Physician), (await Feverish(host)).Id, 1);

        host.Clock.Advance(TimeSpan.FromHours(4));
        await new Ward(host).Record(hoursAgo: 0, Ward.But(("temperature", "38.9"), ("sbp", "84")));

        Assert.True(Assert.Single(await Signed(host)).Stands);
    }

    [Theory, OnBothDatabases]
    public async Task A_wrong_password_signs_nothing_and_counts_towards_the_lock(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var crs = await Feverish(host);
        var physician = host.Trial.Person(StaffRole.Physician);

        Assert.Equal((DecisionRefusal.Incomplete, "Password"), await Refused(host, physician, crs.Id, null));
        for (var failure = 1; failure <= 5; failure++)
        {
            Assert.Equal((DecisionRefusal.Incomplete, "Password"), await Refused(host, physician, crs.Id, "another password entirely"));
        }

        var locked = await Sign(host, physician, crs.Id, 1);
        Assert.Contains("locked", locked.Sentence, StringComparison.Ordinal);
        Assert.Empty(await Signed(host));
        var failures = await host.InDatabase(db => db.AuditEntries.Where(entry => entry.Act == FailedSignIns.Act).ToListAsync());
        Assert.Equal(5, failures.Count);
        Assert.All(failures, entry => Assert.Equal(physician.Id, entry.ActorId));
        Assert.Equal(1, await host.InDatabase(db => db.AuditEntries.CountAsync(entry => entry.Act == FailedSignIns.AlarmAct)));
        host.Clock.Advance(TimeSpan.FromMinutes(16));
    }

    [Theory, OnBothDatabases]
    public async Task An_override_needs_a_reason_and_pressing_sign_twice_signs_once(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var crs = await Feverish(host);
        var investigator = host.Trial.Person(StaffRole.Investigator);
        var entry = new GradeEntry(Guid.NewGuid(), crs.Id, 3, OverrideReason.SeenAtTheBedside, "norepinephrine was running", Trial.Password);

        Assert.Equal("ReasonCode", (await Run(host, investigator, entry with { ReasonCode = null })).Field);
        Assert.Equal("Reason", (await Run(host, investigator, entry with { Reason = " " })).Field);
        Assert.True((await Run(host, investigator, entry)).IsDone);
        Assert.True((await Run(host, investigator, entry)).IsDone);

        var signed = Assert.Single(await Signed(host));
        Assert.Equal((3, SignatureMeaning.Overridden, OverrideReason.SeenAtTheBedside), (signed.Grade.Grade, signed.Grade.Meaning, signed.Grade.ReasonCode!.Value));
        var page = await (await host.SignedIn(StaffRole.Monitor)).Read($"/subjects/{host.Trial.Subject.Id}/events");
        Assert.Contains("“I set CRS grade 3 in place of the calculated 1.”", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StaffRole.Nurse, DecisionRefusal.NotAllowed)]
    [InlineData(StaffRole.Coordinator, DecisionRefusal.NotAllowed)]
    [InlineData(StaffRole.Monitor, DecisionRefusal.NotAllowed)]
    public async Task Only_a_physician_or_investigator_signs(StaffRole role, DecisionRefusal refusal)
    {
        await using var host = await MonitorHost.Start(databases);
        var crs = await Feverish(host);

        Assert.Equal(refusal, (await Sign(host, host.Trial.Person(role), crs.Id, 1)).Refusal);
        Assert.Equal(DecisionRefusal.NotFound, (await Sign(host, host.Trial.Person(StaffRole.Physician, host.Trial.Elsewhere), crs.Id, 1)).Refusal);
        Assert.Empty(await Signed(host));
    }

    [Fact]
    public async Task The_page_asks_for_the_password_and_signs()
    {
        await using var host = await MonitorHost.Start(databases);
        var crs = await Feverish(host);
        var physician = await host.SignedIn(StaffRole.Physician);
        var path = $"/subjects/{host.Trial.Subject.Id}/decisions?grade={crs.Id}";
        Assert.Contains("Your password is your signature", await physician.Read(path), StringComparison.Ordinal);
        Dictionary<string, string> fields = new() { ["Sign.SubmissionId"] = Guid.NewGuid().ToString(), ["Sign.Grade"] = "1", ["Sign.Password"] = "not the one" };

        var refused = await physician.Post(path, fields, "Sign");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("The password is wrong. Nothing was signed.", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        fields["Sign.Password"] = Trial.Password;
        Assert.Equal(HttpStatusCode.Redirect, (await physician.Post(path, fields, "Sign")).StatusCode);

        Assert.Single(await Signed(host));
        var nurse = await host.SignedIn(StaffRole.Nurse);
        Assert.DoesNotContain("Your password", await nurse.Read(path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await nurse.Post(path, fields, "Sign")).StatusCode);
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static async Task<Assessment> Feverish(MonitorHost host)
    {
        var ward = new Ward(host);
        await ward.Infuse(hoursAgo: 75);
        await ward.Record(hoursAgo: 0, Ward.But(("temperature", "38.6")));
        return await Newest(host);
    }

    static Task<Assessment> Newest(MonitorHost host) => host.InDatabase(db => db.Assessments.Where(one => one.Criteria == AstctCrs.Criteria && one.IsCurrent)
        .OrderByDescending(one => one.Moment).FirstAsync(Cancel));

    static Task<IReadOnlyList<SignedGrade>> Signed(MonitorHost host) => host.InDatabase(db => db.SignedGradesOf(host.Trial.Subject.Id, Cancel));

    static Task<DecisionAnswer> Sign(MonitorHost host, StaffMember person, Guid assessment, int grade) =>
        Run(host, person, new GradeEntry(Guid.NewGuid(), assessment, grade, null, null, Trial.Password));

    static Task<DecisionAnswer> Run(MonitorHost host, StaffMember person, GradeEntry entry) => host.Run((ConfirmGrade confirm) => confirm.Run(person, entry, Cancel));

    static async Task<(DecisionRefusal?, string)> Refused(MonitorHost host, StaffMember person, Guid assessment, string? password)
    {
        var answer = await Run(host, person, new GradeEntry(Guid.NewGuid(), assessment, 1, null, null, password));
        return (answer.Refusal, answer.Field);
    }
}
