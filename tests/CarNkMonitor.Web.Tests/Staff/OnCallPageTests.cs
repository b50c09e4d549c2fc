using System.Net;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Staff;

public class OnCallPageTests(MonitorTemplate databases)
{
    const string German = "+49 1511 2345678";
    const string Chinese = "+86 138 0013 8000";
    const string OtherChinese = "+86 139 1234 5678";

    [Theory, OnBothDatabases]
    public async Task A_level_warns_until_somebody_on_it_can_be_reached(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var coordinator = await host.SignedIn(StaffRole.Coordinator);
        Assert.Equal(2, Warnings(await coordinator.Read("/on-call")));

        await Added(host, level: 1, ("Label", "Ward desk"), ("Phone", German));

        Assert.Equal(1, Warnings(await coordinator.Read("/on-call")));
        await ChangeContacts(host, contact => contact.IsEnabled = false);
        Assert.Equal(2, Warnings(await coordinator.Read("/on-call")));
    }

    [Fact]
    public async Task People_are_called_in_the_order_in_which_they_were_added_and_it_is_on_the_record_who_added_them()
    {
        await using var host = await MonitorHost.Start(databases);
        await new Ward(host).CallList();
        await Added(host, level: 1, ("StaffMemberId", host.Trial.Person(StaffRole.Investigator).Id.ToString()));
        await Added(host, level: 1, ("Label", "Ward desk"), ("Phone", German));

        var places = await host.InDatabase(db => db.OnCallPlaces.Include(place => place.Contact).Where(place => place.Level == 1).OrderBy(place => place.Order).ToListAsync());

        Assert.Equal(["Physician SH", "Investigator SH", "Ward desk"], places.Select(place => place.Contact!.Label));
        Assert.Equal([1, 2, 3], places.Select(place => place.Order));
        var acts = await host.InDatabase(db => db.AuditEntries.Where(entry => entry.Act == "AddOnCallPlace").ToListAsync());
        Assert.All(acts, entry => Assert.Equal(host.Trial.Person(StaffRole.Coordinator).Id, entry.ActorId));
        Assert.DoesNotContain(acts, entry => entry.ChangeJson.Contains("2345678", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2345678", "Begin the number with +")]
    [InlineData("+49 30 123456", "landline")]
    [InlineData("+49 1", "This is not a phone number")]
    [InlineData("", "Begin the number with +")]
    public async Task A_bad_phone_is_refused_with_a_sentence(string phone, string why)
    {
        await using var host = await MonitorHost.Start(databases);

        await Refused(Add(host, level: 1, ("Label", "Ward desk"), ("Phone", phone)), why);

        Assert.False(await host.InDatabase(db => db.Contacts.AnyAsync()));
    }

    [Fact]
    public async Task A_person_of_another_site_without_a_phone_or_who_cannot_accept_is_refused()
    {
        await using var host = await MonitorHost.Start(databases);

        await Refused(Add(host, 1, Person(host.Trial.Person(StaffRole.Physician, host.Trial.Elsewhere))), "Only a physician or investigator of this site");
        await Refused(Add(host, 1, Person(host.Trial.Person(StaffRole.Nurse))), "Only a physician or investigator of this site");
        await Refused(Add(host, 1, Person(host.Trial.Person(StaffRole.Physician))), "No phone of this person is stored");
        await Refused(Add(host, 1), "Choose a person, or name a team");
        await Refused(Add(host, 3, ("Label", "Ward desk"), ("Phone", German)), "Choose the level");
    }

    [Fact]
    public async Task A_phone_stands_once_on_a_level_and_a_persons_phone_is_no_teams()
    {
        await using var host = await MonitorHost.Start(databases);
        await new Ward(host).CallList();

        await Refused(Add(host, 1, Person(host.Trial.Person(StaffRole.Physician))), "called at this level already");
        await Refused(Add(host, 2, ("Label", "Ward desk"), ("Phone", "+49 1511 2345001")), "belongs to a person");
        await Added(host, 2, Person(host.Trial.Person(StaffRole.Physician)));
    }

    [Fact]
    public async Task A_level_cannot_rely_on_texts_to_mainland_China_alone()
    {
        await using var host = await MonitorHost.Start(databases);
        const string why = "Texts to +86";

        await Refused(Add(host, 1, ("Label", "Ward"), ("Phone", Chinese)), why);
        await Added(host, 1, ("Label", "Desk"), ("Phone", German));
        await Added(host, 1, ("Label", "Ward"), ("Phone", Chinese));
        await Added(host, 1, ("Label", "Other ward"), ("Phone", OtherChinese));
        var german = await host.InDatabase(db => db.OnCallPlaces.SingleAsync(place => place.Contact!.Label == "Desk"));

        await Refused(Remove(host, german.Id), "Only +86 phones would be left");
        Assert.Equal(3, await host.InDatabase(db => db.OnCallPlaces.CountAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task A_place_is_removed_and_the_phone_stays_stored(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        await new Ward(host).CallList();
        var place = await host.InDatabase(db => db.OnCallPlaces.FirstAsync(row => row.Level == 2));

        Assert.Equal(HttpStatusCode.Redirect, (await Remove(host, place.Id)).StatusCode);

        Assert.Equal(1, await host.InDatabase(db => db.OnCallPlaces.CountAsync()));
        Assert.Equal(2, await host.InDatabase(db => db.Contacts.CountAsync()));
        await Refused(Remove(host, place.Id), "no longer on the list");
    }

    [Fact]
    public async Task Another_sites_list_is_neither_shown_nor_changed()
    {
        await using var host = await MonitorHost.Start(databases);
        await new Ward(host).CallList();
        var coordinator = await host.SignedIn(StaffRole.Coordinator, host.Trial.Elsewhere);
        var place = await host.InDatabase(db => db.OnCallPlaces.FirstAsync());

        Assert.DoesNotContain("Physician SH", await coordinator.Read("/on-call"), StringComparison.Ordinal);
        await Refused(coordinator.Post("/on-call", Fields(host.Trial.Here, 1, ("Label", "Ward desk"), ("Phone", German)), "Add"), "Choose a site of yours");
        await Refused(coordinator.Post("/on-call", new() { ["placeId"] = place.Id.ToString() }, "Remove"), "no longer on the list");

        Assert.Equal(2, await host.InDatabase(db => db.OnCallPlaces.CountAsync()));
    }

    [Fact]
    public async Task A_phone_that_replied_STOP_is_not_put_back_by_somebody_else()
    {
        await using var host = await MonitorHost.Start(databases);
        await Added(host, 1, ("Label", "Ward desk"), ("Phone", German));
        await ChangeContacts(host, contact => (contact.IsEnabled, contact.Off) = (false, PhoneOff.Stopped));

        await Refused(Add(host, 2, ("Label", "Ward desk"), ("Phone", German)), "replied STOP");
        Assert.DoesNotContain("Call again", await (await host.SignedIn(StaffRole.Coordinator)).Read("/on-call"), StringComparison.Ordinal);
        await Refused(Available(host, (await host.InDatabase(db => db.OnCallPlaces.SingleAsync())).Id), "replied STOP");
        Assert.Equal(PhoneOff.Stopped, (await host.InDatabase(db => db.Contacts.SingleAsync())).Off);
    }

    [Theory, OnBothDatabases]
    public async Task Who_replied_not_on_duty_is_shown_so_and_called_again_from_the_page(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        await Added(host, 1, ("Label", "Ward desk"), ("Phone", German));
        await ChangeContacts(host, contact => (contact.IsEnabled, contact.Off) = (false, PhoneOff.NotOnDuty));
        var coordinator = await host.SignedIn(StaffRole.Coordinator);
        Assert.Contains("not on duty", await coordinator.Read("/on-call"), StringComparison.Ordinal);
        var place = await host.InDatabase(db => db.OnCallPlaces.SingleAsync());

        var elsewhere = await host.SignedIn(StaffRole.Coordinator, host.Trial.Elsewhere);
        await Refused(elsewhere.Post("/on-call", new() { ["placeId"] = place.Id.ToString() }, "Available"), "no longer on the list");
        Assert.Equal(HttpStatusCode.Redirect, (await Available(host, place.Id)).StatusCode);

        Assert.True((await host.InDatabase(db => db.Contacts.SingleAsync())).IsEnabled);
        Assert.DoesNotContain("not on duty", await coordinator.Read("/on-call"), StringComparison.Ordinal);
        var act = await host.InDatabase(db => db.AuditEntries.SingleAsync(entry => entry.Act == "MakeAvailable" && entry.Entity == nameof(Contact)));
        Assert.Equal(host.Trial.Person(StaffRole.Coordinator).Id, act.ActorId);
    }

    [Theory, OnBothDatabases]
    public async Task A_listed_person_who_moved_is_shown_as_not_called_and_the_level_warns(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        await new Ward(host).CallList();
        await host.InDatabase(async db =>
        {
            db.Act = AuditAct.BySystem("Test");
            (await db.Users.FindAsync(host.Trial.Person(StaffRole.Physician).Id))!.SiteId = host.Trial.Elsewhere.Id;
            await db.SaveChangesAsync();
        });

        var page = await (await host.SignedIn(StaffRole.Coordinator)).Read("/on-call");

        Assert.Contains("may not accept alerts of this site", page, StringComparison.Ordinal);
        Assert.Equal(1, Warnings(page));
    }

    static int Warnings(string page) => page.Split("Nobody can be reached at this level").Length - 1;

    static (string, string) Person(StaffMember person) => ("StaffMemberId", person.Id.ToString());

    static Dictionary<string, string> Fields(Site site, int level, params (string Name, string Value)[] fields)
    {
        var all = fields.ToDictionary(field => $"Place.{field.Name}", field => field.Value);
        (all["Place.SiteId"], all["Place.Level"]) = (site.Id.ToString(), level.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return all;
    }

    static async Task<HttpResponseMessage> Add(MonitorHost host, int level, params (string Name, string Value)[] fields) =>
        await (await host.SignedIn(StaffRole.Coordinator)).Post("/on-call", Fields(host.Trial.Here, level, fields), "Add");

    static async Task Added(MonitorHost host, int level, params (string Name, string Value)[] fields) =>
        Assert.Equal(HttpStatusCode.Redirect, (await Add(host, level, fields)).StatusCode);

    static async Task<HttpResponseMessage> Remove(MonitorHost host, Guid place) =>
        await (await host.SignedIn(StaffRole.Coordinator)).Post("/on-call", new() { ["placeId"] = place.ToString() }, "Remove");

    static async Task<HttpResponseMessage> Available(MonitorHost host, Guid place) =>
        await (await host.SignedIn(StaffRole.Coordinator)).Post("/on-call", new() { ["placeId"] = place.ToString() }, "Available");

    static async Task Refused(Task<HttpResponseMessage> sent, string why)
    {
        var answer = await sent;
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(why, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    static Task ChangeContacts(MonitorHost host, Action<Contact> change) => host.InDatabase(async db =>
    {
        db.Act = AuditAct.BySystem("Test");
        (await db.Contacts.ToListAsync()).ForEach(change);
        await db.SaveChangesAsync();
    });
}
