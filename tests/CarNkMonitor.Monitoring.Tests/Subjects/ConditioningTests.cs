using System.Globalization;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Tests.Observations;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Tests.Subjects;

public class ConditioningTests(MonitorTemplate databases)
{
    static readonly DateTime First = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    static readonly SubjectCalendar Three = new("Europe/Berlin", [Given(First.AddDays(7)), Given(First), Given(First.AddDays(60))]);

    [Theory]
    [InlineData("", null, "0")]                              // nothing known: the first infusion of all
    [InlineData("", "2026-02-25", "0")]                      // stated before the first
    [InlineData("", "2026-03-02", "0")]                      // on the day of the first
    [InlineData("", "2026-03-05", "0,7")]                    // between the first and the second
    [InlineData("", "2026-03-09", "0,7")]                    // on the day of the second
    [InlineData("-96", null, "0")]
    [InlineData("-96,1400", null, "0,60")]                   // a second course before the third
    [InlineData("-96,1400", "2026-02-26", "0,60")]           // the stated one is the recorded one
    [InlineData("0", null, "0")]                             // given at the very start of an infusion: neither before nor after it
    [InlineData("1", null, "0,7")]
    [InlineData("167,169", null, "0,7,60")]                  // an hour before and an hour after the second
    public void Recovery_begins_with_the_first_infusion_after_conditioning(string doseHours, string? statedFrom, string days)
    {
        var conditioning = new Conditioning(Doses(doseHours), Date(statedFrom), Date(statedFrom));

        Assert.Equal(days, string.Join(',', Enumerable.Range(0, 3).Where(at => conditioning.ComesBefore(Three, at))
            .Select(at => (Three.Infusions[at].StartedAt - First).Days)));
    }

    [Theory]
    [InlineData("", null, null, null)]
    [InlineData("", "2026-02-25", "2026-02-25", "2026-02-25")]
    [InlineData("-120,-96,-72", "2026-02-20", "2026-02-25", "2026-02-27")]        // doses say it better than the enrollment
    [InlineData("-72,1400,-120,1350", null, "2026-04-27", "2026-04-29")]          // the second course, whatever the order
    public void The_most_recent_course_are_the_doses_that_no_infusion_lies_between(string doseHours, string? stated, string? from, string? to)
    {
        var course = new Conditioning(Doses(doseHours), Date(stated), Date(stated)).MostRecent(Three);

        Assert.Equal((Date(from), Date(to)), (course?.From, course?.To));
    }

    [Theory, OnBothDatabases]
    public async Task The_order_in_which_infusions_and_doses_are_entered_does_not_matter(DatabaseProvider provider)
    {
        var before = new CheckItem("conditioning_dose", "fludarabine");
        (double Hours, CheckItem Item)[] facts = [(-72, before), (0, new("infusion", "complete")), (24, before), (72, new("infusion", "complete"))];

        List<string>? expected = null;
        foreach (var order in (int[][])[[0, 1, 2, 3], [3, 2, 1, 0], [3, 1, 0, 2]])
        {
            await using var scene = await RecordScene.Set(databases, provider, infused: false);
            foreach (var (hours, item) in order.Select(at => facts[at]))
            {
                await scene.Saved(First.AddHours(hours), item);
            }

            var infusions = (await scene.All<Infusion>()).OrderBy(infusion => infusion.StartedAt).Select(infusion => $"{infusion.StartedAt:u} {infusion.FollowsConditioning}").ToList();
            Assert.Equal(expected ??= [$"{First:u} True", $"{First.AddHours(72):u} True"], infusions);
            Assert.Equal(0, (await Calendar(scene)).RecoveryDay(First.AddHours(72)));
        }
    }

    [Theory, OnBothDatabases]
    public async Task Imported_doses_set_the_course_and_a_withdrawn_one_takes_its_part_back(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(First.AddHours(72), new CheckItem("infusion", "partial"));
        Assert.Equal(3, (await Calendar(scene)).RecoveryDay(First.AddHours(72)));

        await scene.Import("""
            subject,observed_at,code,value,unit
            01-001,2026-03-03 09:00,conditioning_dose,fludarabine,
            01-001,2026-03-04 09:00,conditioning_dose,cyclophosphamide,

            """);

        Assert.Equal((new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 4)), await Course(scene));
        Assert.Equal(0, (await Calendar(scene)).RecoveryDay(First.AddHours(72)));

        foreach (var dose in (await scene.All<Observation>()).Where(fact => fact.Code == "conditioning_dose"))
        {
            await scene.Amend(scene.Nurse, dose.Id, null, "another subject's");
        }

        Assert.Null(await Course(scene));
        Assert.Equal(3, (await Calendar(scene)).RecoveryDay(First.AddHours(72)));
    }

    static async Task<(DateOnly, DateOnly)?> Course(RecordScene scene)
    {
        await using var db = scene.Open();
        return (await new ReadSubject(db, scene.Time).For(scene.Nurse, scene.SubjectId, default))!.Conditioning;
    }

    static async Task<SubjectCalendar> Calendar(RecordScene scene)
    {
        await using var db = scene.Open();
        return SubjectCalendar.Of(await db.Subjects.Include(subject => subject.Site).Include(subject => subject.Infusions).SingleAsync());
    }

    static DateTime[] Doses(string hours) => [.. hours.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(hour => First.AddHours(int.Parse(hour, CultureInfo.InvariantCulture)))];

    static DateOnly? Date(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);

    static Infusion Given(DateTime at) => new()
    {
        SubjectId = Guid.Empty, Number = 1, StartedAt = at, FollowsConditioning = false, ObservationId = Guid.Empty,
    };
}
