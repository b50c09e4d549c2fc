using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.RealData;

/// <summary>
/// A physician at level 1 who reads a text after 12 minutes, an investigator at level 2 who reads one after 4, and both duties of the program:
/// to look when something is due, and nothing else. Ten minutes after an alert was accepted the investigator records the assessment.
/// </summary>
sealed class OnCall
{
    static readonly TimeSpan AssessesAfter = TimeSpan.FromMinutes(10);

    readonly RealTrial _trial;
    readonly StaffMember _investigator;
    readonly Dictionary<Guid, DateTime> _assessments = [];
    DateTime _looked;

    OnCall(RealTrial trial, StaffMember investigator, Contact first, Contact second)
    {
        (_trial, _investigator) = (trial, investigator);
        Phones = new ScriptedPhones(trial.Time, new Dictionary<string, TimeSpan>
        {
            [first.Phone] = TimeSpan.FromMinutes(12), [second.Phone] = TimeSpan.FromMinutes(4),
        });
    }

    public ScriptedPhones Phones { get; }
    public int Assessed { get; private set; }

    public static async Task<OnCall> At(RealTrial trial)
    {
        var (physician, investigator) = (trial.Person("Physician", StaffRole.Physician), trial.Person("Investigator", StaffRole.Investigator));
        var first = new Contact { StaffMemberId = physician.Id, Label = "Physician", Phone = "+4915100000001" };
        var second = new Contact { StaffMemberId = investigator.Id, Label = "Investigator", Phone = "+4915100000002" };
        await using var db = trial.Open();
        db.AddRange(physician, investigator, first, second);
        db.AddRange(Place(trial.Site, 1, first), Place(trial.Site, 2, second));
        await db.SaveChangesAsync();
        return new OnCall(trial, investigator, first, second);
    }

    /// <summary>Everything that falls due up to and including this moment happens, each at its own time.</summary>
    public async Task Until(DateTime moment)
    {
        while (await NextDue() is { } due && due <= moment)
        {
            // Whatever is due stays due until it was looked at; a second look at the same moment would find the same.
            var at = due > _looked ? due : _looked.AddSeconds(1);
            if (at > moment)
            {
                return;
            }

            _trial.Time.SetUtcNow(at > _trial.Time.Now() ? at : _trial.Time.Now());
            await Look();
            _looked = _trial.Time.Now();
        }
    }

    async Task Look()
    {
        await using var db = _trial.Open();
        foreach (var said in Phones.Hear())
        {
            await new StoreProviderEvent(db).Run(said, default);
        }

        await new SendNotices(db, _trial.Time, Phones, RealTrial.Links).Run(default);
        await Assess(db);
    }

    async Task Assess(MonitorContext db)
    {
        var now = _trial.Time.Now();
        foreach (var alert in await db.Alerts.AsNoTracking().Where(alert => alert.State == AlertState.Acknowledged).ToListAsync())
        {
            if (!_assessments.TryAdd(alert.Id, now + AssessesAfter) && _assessments[alert.Id] <= now)
            {
                var entry = new ReviewEntry(alert.Low, ReviewAction.ContinueObservation, "as calculated");
                Assert.True((await new ReviewAlert(db, _trial.Time).Run(_investigator, alert.Id, entry, default)).IsDone);
                _assessments.Remove(alert.Id);
                Assessed++;
            }
        }
    }

    async Task<DateTime?> NextDue()
    {
        await using var db = _trial.Open();
        var step = await db.Alerts.Where(alert => alert.ClosedAt == null).MinAsync(alert => alert.NextStepAt);
        var notice = await db.Notices.Where(notice => notice.State == NoticeState.Queued).MinAsync(notice => (DateTime?)notice.DueAt);
        return new[] { step, notice, Phones.Next, _assessments.Values.Select(at => (DateTime?)at).Min() }.Min();
    }

    static OnCallPlace Place(Site site, int level, Contact contact) => new() { SiteId = site.Id, Level = level, Order = 1, ContactId = contact.Id };
}
