using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Alerts;

public class AlertTimelineTests(MonitorTemplate databases)
{
    [Theory, OnBothDatabases]
    public async Task The_story_of_an_alert_from_the_first_grade_to_its_end(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Sweep();
        scene.Time.Advance(TimeSpan.FromSeconds(3));
        await scene.Hear("SM000001", "delivered");
        await scene.SweepFor(10, stepSeconds: 60);
        await scene.Reply(scene.BauerPhone, $"A{scene.CodeOn(scene.BauerPhone)}");
        scene.Pass(20);
        await scene.Review(scene.Bauer, 1, "Rigors after a transfusion.");
        scene.Pass(20);
        await scene.Close(scene.Bauer, "Not CRS.");

        Assert.Equal(
            [
                "14:00:00 CRS grade 2 found. Urgent: a physician within 1 h.",
                "14:00:00 Text to Dr Li, on call at level 1: delivered after 3 s.",
                "14:05:03 Repeated text to Dr Li, on call at level 1: taken by the provider, not yet delivered.",
                "14:10:03 Not accepted in time or not reached: level 2 is called.",
                "14:10:03 Repeated text to Dr Li, on call at level 1: taken by the provider, not yet delivered.",
                "14:10:03 Text to Dr Bauer, on call at level 2: taken by the provider, not yet delivered.",
                "14:10:03 Accepted by Dr Bauer by text.",
                "14:10:03 Confirmation to Dr Bauer: taken by the provider, not yet delivered.",
                "14:10:03 News that somebody else accepted to Dr Li: taken by the provider, not yet delivered.",
                "14:30:03 Assessed by Dr Bauer: grade 1 instead of the calculated one (Rigors after a transfusion.), observation continues.",
                "14:50:03 Closed by Dr Bauer: Not CRS.",
            ],
            await Story(scene, scene.Bauer));
    }

    [Theory, OnBothDatabases]
    public async Task Gaps_in_the_list_worsening_exhaustion_and_withdrawal_are_told(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(1, 4);
        var first = scene.Now;
        scene.Pass(1);
        await scene.Change<Contact>(scene.LiPhone.Id, contact => contact.IsEnabled = false);
        await scene.Change<Contact>(scene.BauerPhone.Id, contact => contact.IsEnabled = false);
        await scene.Grade(3);
        var second = scene.Now;
        await scene.Grade(first, 0, 0);
        scene.Pass(1);
        await scene.Grade(second, 0, 0);

        var story = await Story(scene, scene.Bauer);

        Assert.Equal("14:00:00 CRS at least grade 1; grade 4 cannot be excluded, data missing. Urgent: a physician within 1 h.", story[0]);
        Assert.Contains("14:01:00 Worse. CRS grade 3 found. Everybody is called again.", story);
        Assert.Contains("14:01:00 Nobody can be reached at level 1.", story);
        Assert.Contains("14:01:00 Nobody can be reached at level 2.", story);
        Assert.Contains("14:01:00 Everybody was called and nobody accepted. Level 1 is called again every 15 minutes.", story);
        Assert.Equal("14:02:00 Withdrawn: the entry behind it was corrected by Nurse Ortiz.", story[^1]);
    }

    [Theory, OnBothDatabases]
    public async Task A_lease_that_ran_out_is_told_and_strangers_are_told_nothing(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        await scene.Sweep();
        await scene.Accept(scene.Li);
        scene.Pass(60);
        await scene.Sweep();

        Assert.Contains("15:00:00 Accepted, but no assessment was recorded in time: everybody is called again.", await Story(scene, scene.Li));
        var stranger = scene.Person("Administrator", StaffRole.Administrator);
        await using var db = scene.Open();
        Assert.Null(await new ReadAlert(db, scene.Time).For(stranger, (await scene.Alert()).Id, TestContext.Current.CancellationToken));
        Assert.Null(await new ReadAlert(db, scene.Time).Find(stranger, (await scene.Alert()).Reference, TestContext.Current.CancellationToken));
        Assert.Equal((await scene.Alert()).Id, await new ReadAlert(db, scene.Time).Find(scene.Li, (await scene.Alert()).Reference, TestContext.Current.CancellationToken));
    }

    [Theory, OnBothDatabases]
    public async Task Leaving_the_study_and_coming_back_are_told(DatabaseProvider provider)
    {
        await using var scene = await AlertScene.Set(databases, provider);
        await scene.Grade(2);
        scene.Pass(1);
        await scene.Leave();
        await scene.Sweep();
        scene.Pass(1);
        await scene.Return();
        await scene.Accept(scene.Li);
        scene.Pass(1);
        await scene.Leave();
        await scene.Sweep();
        scene.Pass(1);
        await scene.Return();

        Assert.Equal(
            [
                "14:00:00 CRS grade 2 found. Urgent: a physician within 1 h.",
                "14:01:00 Closed: the participant is not on study any more.",
                "14:02:00 The participant is on study again: everybody is called again.",
                "14:02:00 Accepted by Dr Li on the page.",
                "14:03:00 Closed: the participant is not on study any more.",
                "14:04:00 The participant is on study again: the alert stands as it stood.",
            ],
            await Story(scene, scene.Bauer));
    }

    static async Task<List<string>> Story(AlertScene scene, StaffMember reader)
    {
        await using var db = scene.Open();
        var story = await new ReadAlert(db, scene.Time).For(reader, (await scene.Alert()).Id, default);
        return [.. story!.Timeline.Select(entry => $"{entry.At:HH:mm:ss} {entry.Sentence}")];
    }
}
