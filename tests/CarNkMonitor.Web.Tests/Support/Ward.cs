using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using Xunit;

namespace CarNkMonitor.Web.Tests.Support;

/// <summary>What happens on the ward of the trial's first site, through the real use cases.</summary>
public sealed class Ward(MonitorHost host)
{
    /// <summary>Everything that CRS is graded from, and nothing wrong with it.</summary>
    public static readonly (string Code, string Value)[] Well =
    [
        ("temperature", "36.8"), ("sbp", "118"), ("dbp", "74"), ("heart_rate", "82"), ("resp_rate", "16"), ("spo2", "97"),
        ("oxygen_device", "room_air"), ("vasopressor_agent", "none"), ("masking_drugs_reviewed", "true"),
    ];

    public Subject Subject => host.Trial.Subject;

    /// <summary>The physician of the site is called first, its investigator second; both have phones.</summary>
    public Task CallList() => host.InDatabase(async db =>
    {
        db.Act = AuditAct.BySystem("Test");
        foreach (var (role, level) in new[] { (StaffRole.Physician, 1), (StaffRole.Investigator, 2) })
        {
            var person = host.Trial.Person(role);
            var contact = new Contact { StaffMemberId = person.Id, Label = person.DisplayName, Phone = PhoneOf(role) };
            db.Contacts.Add(contact);
            db.OnCallPlaces.Add(new OnCallPlace { SiteId = host.Trial.Here.Id, Level = level, Order = 1, ContactId = contact.Id });
        }

        await db.SaveChangesAsync();
    });

    public static string PhoneOf(StaffRole role) => $"+4915112345{(int)role:D3}";

    public async Task<Subject> Admit(string code)
    {
        var subject = new Subject
        {
            StudyId = host.Trial.Study.Id, SiteId = host.Trial.Here.Id, SubjectCode = code, Sex = Sex.Female, AgeAtEnrolmentDays = 15000,
            EnrolledOn = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime),
        };
        await host.InDatabase(async db =>
        {
            db.Act = AuditAct.BySystem("Test");
            db.Subjects.Add(subject);
            await db.SaveChangesAsync();
        });
        return subject;
    }

    public Task Infuse(double hoursAgo) => Record(hoursAgo, ("infusion", "complete"));

    public Task Infuse(Subject subject, double hoursAgo) => Record(subject, hoursAgo, ("infusion", "complete"));

    public Task<Guid> Record(double hoursAgo, params (string Code, string Value)[] values) => Record(Subject, hoursAgo, values);

    /// <summary>Recorded by the nurse; answers the check's id.</summary>
    public async Task<Guid> Record(Subject subject, double hoursAgo, params (string Code, string Value)[] values)
    {
        var result = await host.Run((RecordCheck record) => Record(record, subject, hoursAgo, values));
        return Assert.IsType<CheckSaved>(result).CheckId;
    }

    /// <summary>The same through a use case that the test has made itself.</summary>
    public Task<RecordCheckResult> Record(RecordCheck record, Subject subject, double hoursAgo, params (string Code, string Value)[] values)
    {
        var at = host.Clock.GetUtcNow().UtcDateTime.AddHours(-hoursAgo);
        var items = values.Select(value => new CheckItem(value.Code, value.Value, ObservationCatalog.Default[value.Code].Quantity?.Unit, IsConfirmed: true));
        var entry = new CheckEntry(Guid.CreateVersion7(), subject.Id, ObservedTime.At(at), [.. items]);
        return record.Record(host.Trial.Person(StaffRole.Nurse), entry, TestContext.Current.CancellationToken);
    }

    /// <summary><see cref="Well"/>, with other values in place of some.</summary>
    public static (string Code, string Value)[] But(params (string Code, string Value)[] others) =>
        [.. Well.Where(value => others.All(other => other.Code != value.Code)), .. others];
}
