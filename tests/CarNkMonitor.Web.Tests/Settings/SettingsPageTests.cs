using System.Net;
using CarNkMonitor.Grading.Ctcae;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Web.Pages.Settings;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Settings;

public class SettingsPageTests(MonitorTemplate databases)
{
    const string Mas = "/settings/change/mas";

    [Theory, OnBothDatabases]
    public async Task A_change_is_a_new_version_that_says_who_why_what_and_whom_it_grades(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var investigator = await host.SignedIn(StaffRole.Investigator);
        Assert.Contains("version 1 grades the <b>2 participants</b> on study", await investigator.Read(Mas), StringComparison.Ordinal);

        var saved = await investigator.Post(Mas, Thresholds("1,8"));

        Assert.Equal((HttpStatusCode.Redirect, "/settings"), (saved.StatusCode, saved.Headers.Location!.OriginalString));
        Assert.Equal(1.8m, (await InForce(host)).Settings.Mas.FibrinogenBelow);
        var page = await investigator.Read("/settings");
        Assert.Contains("Version 1 is in force.", page, StringComparison.Ordinal);
        Assert.Contains("by Investigator SH: amendment 2", page, StringComparison.Ordinal);
        Assert.Contains("MAS, Fibrinogen (g/L): 1.5 → 1.8", page, StringComparison.Ordinal);
        Assert.Contains("Each stored assessment names its version.", page, StringComparison.Ordinal);
        var monitors = await (await host.SignedIn(StaffRole.Monitor)).Read("/settings");
        Assert.Contains("MAS, Fibrinogen (g/L): 1.5 → 1.8", monitors, StringComparison.Ordinal);
        Assert.DoesNotContain(">Change<", monitors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_right_stands_beside_its_field_and_nothing_is_stored()
    {
        await using var host = await MonitorHost.Start(databases);
        var investigator = await host.SignedIn(StaffRole.Investigator);

        var unreadable = await Text(investigator.Post(Mas, Thresholds("low", ("Form.Values[mas.lineagesFrom]", "1.5"))), HttpStatusCode.BadRequest);
        var refused = await Text(investigator.Post(Mas, Thresholds("0", ("Form.Reason", " "))), HttpStatusCode.BadRequest);
        var same = await Text(investigator.Post(Mas, Thresholds("1.50")), HttpStatusCode.BadRequest);

        Assert.Contains("id=\"Form_mas_fibrinogenBelow-error\">'low' is not a number.", unreadable, StringComparison.Ordinal);
        Assert.Contains("id=\"Form_mas_lineagesFrom-error\">Write a whole number.", unreadable, StringComparison.Ordinal);
        Assert.Contains("value=\"low\"", unreadable, StringComparison.Ordinal);
        Assert.Contains("id=\"Form_mas_fibrinogenBelow-error\">A threshold is above 0.", refused, StringComparison.Ordinal);
        Assert.Contains("id=\"Form_reason-error\">Say why the settings change.", refused, StringComparison.Ordinal);
        Assert.Contains("Nothing is different from the settings in force.", same, StringComparison.Ordinal);
        Assert.Equal(0, (await InForce(host)).Version);
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_people_who_change_at_once_the_second_is_told_and_changes_nothing(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var (first, second) = (await host.SignedIn(StaffRole.Investigator), await host.SignedIn(StaffRole.Investigator, host.Trial.Elsewhere));
        await second.Read(Mas);
        await first.Post(Mas, Thresholds("1.8"));

        var told = await Text(second.Post(Mas, Thresholds("2.0")), HttpStatusCode.Conflict);

        Assert.Contains("Somebody else has changed the settings meanwhile.", told, StringComparison.Ordinal);
        Assert.Contains("made by Investigator SH: amendment 2", told, StringComparison.Ordinal);
        Assert.Contains("Begin again with version 1", told, StringComparison.Ordinal);
        Assert.Contains("value=\"2.0\"", told, StringComparison.Ordinal);
        Assert.Equal((1, 1.8m), (await InForce(host) is var now ? (now.Version, now.Settings.Mas.FibrinogenBelow) : default));
    }

    [Fact]
    public async Task Tables_come_into_force_and_leave_it_and_crs_never_leaves()
    {
        await using var host = await MonitorHost.Start(databases);
        var investigator = await host.SignedIn(StaffRole.Investigator);
        string[] wanted = [.. StudySettings.Default.Criteria.Where(id => id.StartsWith("ASTCT", StringComparison.Ordinal))];

        await investigator.Post("/settings/change/tables", new() { ["Form.BasedOn"] = "0", ["Form.Reason"] = "amendment 3", ["Form.Ctcae"] = Ctcae6.Criteria, ["Form.Tables"] = "ASTCT-ICANS-2019" });

        Assert.Equal(wanted.Append(Ctcae6.Criteria).Order(StringComparer.Ordinal), (await InForce(host)).Settings.Criteria);
        var page = await investigator.Read("/settings");
        Assert.Contains("No longer in force: CTCAE (CTCAE-5.0)", page, StringComparison.Ordinal);
        Assert.Contains("In force: CTCAE (CTCAE-6.0)", page, StringComparison.Ordinal);

        await investigator.Post("/settings/change/entry", new() { ["Form.BasedOn"] = "1", ["Form.Reason"] = "again", ["Form.LateAfterHours"] = "4", ["Form.TextDetail"] = "false" });
        var first = await investigator.Read("/settings?version=1");
        Assert.Contains("This is version 1, which is not in force any more.", first, StringComparison.Ordinal);
        Assert.Contains("after 2 h", first, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Limits_of_normal_are_added_and_taken_out_line_by_line(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var investigator = await host.SignedIn(StaffRole.Investigator);
        const string path = "/settings/change/laboratory";
        var lines = Ranges(host, 0, ("ast U/L", "10", "40,5"), ("ferritin ug/L", "300", "200"));

        var more = await Text(investigator.Post(path, new(lines), "More"), HttpStatusCode.OK);
        var wrong = await Text(investigator.Post(path, new(lines)), HttpStatusCode.BadRequest);
        var saved = await investigator.Post(path, Ranges(host, 0, ("ast U/L", "10", "40,5"), ("ferritin ug/L", "", "300")));

        Assert.Contains("value=\"40,5\"", more, StringComparison.Ordinal);
        Assert.Contains("id=\"Form_Added_6__upper\"", more, StringComparison.Ordinal);
        Assert.Contains("id=\"Form_Added_1__upper-error\">The upper limit of normal lies below the lower one.", wrong, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal([("ast", (decimal?)10, (decimal?)40.5m), ("ferritin", null, 300)], (await InForce(host)).Settings.LaboratoryRanges.Select(range => (range.Code, range.Lower, range.Upper)));

        await investigator.Post(path, new() { ["Form.BasedOn"] = "1", ["Form.Reason"] = "wrong sheet", ["Form.Remove"] = "0" });

        Assert.Equal("ferritin", Assert.Single((await InForce(host)).Settings.LaboratoryRanges).Code);
        Assert.Contains("Taken out: ", await investigator.Read("/settings"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_participants_alarm_limit_is_set_and_lifted_with_a_reason(DatabaseProvider provider)
    {
        await using var host = await MonitorHost.Start(databases, provider);
        var investigator = await host.SignedIn(StaffRole.Investigator);
        var path = $"/subjects/{host.Trial.Subject.Id}/alarm-limits";
        Assert.Contains(path, await investigator.Read($"/subjects/{host.Trial.Subject.Id}"), StringComparison.Ordinal);
        Assert.DoesNotContain(path, await (await host.SignedIn(StaffRole.Physician)).Read($"/subjects/{host.Trial.Subject.Id}"), StringComparison.Ordinal);

        var wrong = await Text(investigator.Post(path, Limit(0, ("Form.Below", "120"), ("Form.Above", "34")), "Set"), HttpStatusCode.BadRequest);
        Assert.Equal(HttpStatusCode.Redirect, (await investigator.Post(path, Limit(0), "Set")).StatusCode);
        var set = await investigator.Read(path);
        var stale = await Text(investigator.Post(path, Limit(0, ("Form.Reason", "again")), "Lift"), HttpStatusCode.Conflict);
        var blank = await Text(investigator.Post(path, Limit(1, ("Form.Reason", " ")), "Lift"), HttpStatusCode.BadRequest);

        Assert.Contains("id=\"Form_above-error\">The lower alarm limit lies above the upper one.", wrong, StringComparison.Ordinal);
        Assert.Contains("Heart rate below 34 or above 120 per min", set, StringComparison.Ordinal);
        Assert.Contains("trained heart", set, StringComparison.Ordinal);
        Assert.Contains("Somebody else has changed the settings meanwhile.", stale, StringComparison.Ordinal);
        Assert.Contains("id=\"Form_reason-error\">Say why the settings change.", blank, StringComparison.Ordinal);
        Assert.Contains("SH-001", await investigator.Read("/settings"), StringComparison.Ordinal);
        Assert.Contains("1 more at other sites.", await (await host.SignedIn(StaffRole.Investigator, host.Trial.Elsewhere)).Read("/settings"), StringComparison.Ordinal);

        await investigator.Post(path, Limit(1, ("Form.Reason", "heart rate is usual again")), "Lift");

        Assert.Empty((await InForce(host)).Settings.AlarmLimits);
    }

    [Fact]
    public void Every_threshold_of_a_study_has_its_words()
    {
        string[] properties =
        [
            .. typeof(MasThresholds).GetProperties().Select(one => $"mas.{Json.Options.PropertyNamingPolicy!.ConvertName(one.Name)}"),
            .. typeof(CytopeniaLimits).GetProperties().Select(one => $"cytopenia.{Json.Options.PropertyNamingPolicy!.ConvertName(one.Name)}"),
        ];

        Assert.Equal(properties.Order(StringComparer.Ordinal), Threshold.Mas.Concat(Threshold.Cytopenia).Select(one => one.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>The whole form as it is opened on the defaults, with another fibrinogen.</summary>
    static Dictionary<string, string> Thresholds(string fibrinogen, params (string Name, string Value)[] others)
    {
        var fields = Threshold.Mas.ToDictionary(one => $"Form.Values[{one.Name}]", one => one.Of(StudySettings.Default));
        (fields["Form.BasedOn"], fields["Form.Reason"], fields["Form.Values[mas.fibrinogenBelow]"]) = ("0", "amendment 2", fibrinogen);
        foreach (var (name, value) in others)
        {
            fields[name] = value;
        }

        return fields;
    }

    static Dictionary<string, string> Ranges(MonitorHost host, int basedOn, params (string Analyte, string Lower, string Upper)[] rows)
    {
        var fields = new Dictionary<string, string> { ["Form.BasedOn"] = $"{basedOn}", ["Form.Reason"] = "laboratory's sheet of May" };
        for (var row = 0; row < rows.Length; row++)
        {
            var field = $"Form.Added[{row}]";
            (fields[$"{field}.SiteId"], fields[$"{field}.Analyte"], fields[$"{field}.From"]) = ($"{host.Trial.Here.Id}", rows[row].Analyte, "2026-05-01");
            (fields[$"{field}.Lower"], fields[$"{field}.Upper"], fields[$"{field}.Sex"]) = (rows[row].Lower, rows[row].Upper, "");
        }

        return fields;
    }

    static Dictionary<string, string> Limit(int basedOn, params (string Name, string Value)[] others)
    {
        var fields = new Dictionary<string, string>
        {
            ["Form.BasedOn"] = $"{basedOn}", ["Form.Code"] = "heart_rate", ["Form.Below"] = "34", ["Form.Above"] = "120", ["Form.Reason"] = "trained heart",
        };
        foreach (var (name, value) in others)
        {
            fields[name] = value;
        }

        return fields;
    }

    static Task<SettingsInForce> InForce(MonitorHost host) => host.InDatabase(db => db.SettingsOf(host.Trial.Study.Id, TestContext.Current.CancellationToken));

    static async Task<string> Text(Task<HttpResponseMessage> request, HttpStatusCode expected)
    {
        using var answer = await request;
        var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode} instead of {expected}\n{text}");
        return text;
    }
}
