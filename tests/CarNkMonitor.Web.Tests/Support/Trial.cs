using CarNkMonitor.Grading.Urgency;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CarNkMonitor.Web.Tests.Support;

/// <summary>A study with two sites and one person per role at each; the administrator belongs to neither.</summary>
public sealed class Trial
{
    public const string Password = "violet tractor umbrella 7";
    public const string AuthenticatorKey = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    /// <summary>A hundredth of the program's own: every sign-in of every test would cost a tenth of a second.</summary>
    public const int HashIterations = 1000;

    static readonly string Hash = HashOf(HashIterations);

    public Study Study { get; } = new() { Code = "CNK-T", Title = "Test trial" };
    public Site Here { get; }
    public Site Elsewhere { get; }
    public StaffMember Administrator { get; }

    /// <summary>A subject without infusions at <see cref="Here"/>; the home oncologist of that site is linked to it.</summary>
    public Subject Subject { get; }
    public Subject SubjectElsewhere { get; }

    /// <summary>Of <see cref="Subject"/>, long over: an empty check, and an alert that was closed.</summary>
    public BedsideCheck Check { get; }
    public Alert Alert { get; }

    /// <summary>A withdrawal of that check: what names an amendment.</summary>
    public Observation Amendment { get; }
    readonly Observation _slip;
    readonly Dictionary<(Guid Site, StaffRole Role), StaffMember> _people = [];

    public Trial(DateTime now)
    {
        Here = new Site { StudyId = Study.Id, Code = "SH", Name = "Shanghai", Zone = "Asia/Shanghai" };
        Elsewhere = new Site { StudyId = Study.Id, Code = "BE", Name = "Berlin", Zone = "Europe/Berlin" };
        Administrator = Some(StaffRole.Administrator, null, now);
        (Subject, SubjectElsewhere) = (SubjectAt(Here, now), SubjectAt(Elsewhere, now));
        (Check, Alert) = (CheckOf(Subject, now), AlertOf(Subject, now));
        _slip = SlipOf(Check);
        Amendment = WithdrawalOf(_slip);
        foreach (var site in (Site[])[Here, Elsewhere])
        {
            foreach (var role in Enum.GetValues<StaffRole>().Where(role => role != StaffRole.Administrator))
            {
                _people[(site.Id, role)] = Some(role, site, now);
            }
        }
    }

    /// <summary>The person of this role at <see cref="Here"/>, or at the named site.</summary>
    public StaffMember Person(StaffRole role, Site? site = null) =>
        role == StaffRole.Administrator ? Administrator : _people[((site ?? Here).Id, role)];

    public async Task Store(MonitorContext db)
    {
        db.Act = AuditAct.BySystem("Test");
        db.Studies.Add(Study);
        db.Sites.AddRange(Here, Elsewhere);
        db.Users.AddRange([Administrator, .. _people.Values]);
        db.Subjects.AddRange(Subject, SubjectElsewhere);
        db.Checks.Add(Check);
        db.Observations.AddRange(_slip, Amendment);
        db.Alerts.Add(Alert);
        db.SubjectLinks.Add(new SubjectLink
        {
            SubjectId = Subject.Id, StaffMemberId = Person(StaffRole.HomeOncologist).Id, LinkedAt = Administrator.CreatedAt,
        });
        db.UserTokens.AddRange(_people.Values.Append(Administrator).Where(person => person.TwoFactorEnabled).Select(KeyOf));
        await db.SaveChangesAsync();
    }

    /// <summary>A person who is ready to sign in with <see cref="Password"/>, and with a code where the role needs one; not stored.</summary>
    public static StaffMember Some(StaffRole role, Site? site, DateTime now, string? userName = null)
    {
        var name = userName ?? $"{role}.{site?.Code ?? "all"}".ToLowerInvariant();
        return new StaffMember
        {
            UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = $"{role} {site?.Code}".Trim(),
            Role = role, SiteId = site?.Id, StudyId = site?.StudyId, CreatedAt = now, LockoutEnabled = true,
            PasswordHash = Hash, SecurityStamp = Guid.NewGuid().ToString(), TwoFactorEnabled = role.NeedsSecondFactor(),
        };
    }

    public static string HashOf(int iterations) =>
        new PasswordHasher<StaffMember>(Options.Create(new PasswordHasherOptions { IterationCount = iterations })).HashPassword(null!, Password);

    static Subject SubjectAt(Site site, DateTime now) => new()
    {
        StudyId = site.StudyId, SiteId = site.Id, SubjectCode = $"{site.Code}-001", Sex = Sex.Unknown, AgeAtEnrolmentDays = 15000,
        EnrolledOn = DateOnly.FromDateTime(now),
    };

    BedsideCheck CheckOf(Subject subject, DateTime now) => new()
    {
        SubjectId = subject.Id, SubmissionId = Guid.CreateVersion7(), ObservedAt = now.AddDays(-30), RecordedAt = now.AddDays(-30),
        RecordedById = Administrator.Id, Source = ObservationSource.Typed, IsLate = false, IncompleteReason = "Declined",
    };

    static Observation SlipOf(BedsideCheck check) => new()
    {
        SubjectId = check.SubjectId, CheckId = check.Id, Code = "weight", Value = 700, Unit = "kg", EnteredValue = "700", EnteredUnit = "kg",
        ObservedAt = check.ObservedAt, RecordedAt = check.RecordedAt, RecordedById = check.RecordedById, Source = check.Source,
    };

    static Observation WithdrawalOf(Observation slip) => new()
    {
        SubjectId = slip.SubjectId, CheckId = slip.CheckId, Code = slip.Code, ObservedAt = slip.ObservedAt, RecordedAt = slip.RecordedAt.AddMinutes(1),
        RecordedById = slip.RecordedById, Source = slip.Source, SupersedesId = slip.Id, IsWithdrawal = true, Reason = "Slip of the hand",
    };

    static Alert AlertOf(Subject subject, DateTime now) => new()
    {
        SiteId = subject.SiteId, SubjectId = subject.Id, Kind = AlertKind.Vitals, Episode = 1, Reference = "K7Q2", Urgency = ClinicalUrgency.SameDay,
        State = AlertState.Closed, PolicyJson = Json.Write(EscalationDefaults.For(ClinicalUrgency.SameDay)), OpenedAt = now.AddDays(-30),
        ClosedAt = now.AddDays(-29),
    };

    // Where Identity keeps the secret of an authenticator app.
    static IdentityUserToken<Guid> KeyOf(StaffMember person) => new()
    {
        UserId = person.Id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = AuthenticatorKey,
    };
}
