using CarNkMonitor.Grading;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Monitoring.Trends;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Testing.RealParts;
using CarNkMonitor.Web.Tests.Support;
using CarNkMonitor.Web.Trends;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.RealData;

/// <summary>
/// Subject 40310, admission 186361 of mimic3-demo, with 2144-07-24 as infusion day 0: the whole stay through the real use cases on a virtual
/// clock, people called and answering.
/// </summary>
public class FirstRunTests(MonitorTemplate databases, ITestOutputHelper output)
{
    static readonly DateTime DayZero = new(2144, 7, 24, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Eight thousand rows, each save graded by every table: a minute and a half, too long for every run of the tests.</summary>
    [Fact(Explicit = true), Trait("Proof", "first-run")]
    public async Task A_whole_stay_is_recorded_graded_called_escalated_accepted_and_drawn()
    {
        var source = MimicFolder.Stay(SharedData.Folder("mimic3-demo"), "40310", "186361", DayZero);
        await using var trial = await RealTrial.Enroll(databases, DatabaseProvider.Sqlite, source);
        var onCall = await OnCall.At(trial);

        await trial.Run(onCall.Until);
        await onCall.Until(trial.Time.Now().AddDays(2));

        Report(trial);
        await EveryRowIsAccountedFor(trial);
        await TheCourseHasFever(trial);
        await PeopleWereCalledUntilTheyAccepted(trial, onCall);
        await TheStayIsDrawn(trial);
    }

    static async Task EveryRowIsAccountedFor(RealTrial trial)
    {
        Assert.True(trial.Figures.AddUp, trial.Figures.ToString());
        Assert.Contains(trial.Figures.Refused, refusal => refusal.Row.Text == "GREATER THAN 2000 ng/mL" && refusal.Reason.Contains("not a number"));
        await using var db = trial.Open();
        var temperatures = await db.Observations.AsNoTracking().Where(fact => fact.Code == "temperature").ToListAsync();
        Assert.NotEmpty(temperatures);
        Assert.All(temperatures, fact => Assert.True(fact is { Unit: "Cel", Value: >= 30 and <= 45 }, fact.EnteredValue));
        Assert.Contains(temperatures, fact => fact.EnteredUnit == "[degF]");
    }

    async Task TheCourseHasFever(RealTrial trial)
    {
        var course = await trial.Course();
        Assert.All(course.Where(one => one.Moment < DayZero), one => Assert.Equal(GradeState.NotApplicable, one.State));
        var after = course.Where(one => one.Moment >= DayZero).ToList();
        Assert.Contains(after, one => one is { State: GradeState.Determined, Low: >= 1, OnsetAt: not null });
        await using var db = trial.Open();
        var drips = await db.Observations.AsNoTracking().Where(fact => fact.Code == "vasopressor_agent").OrderBy(fact => fact.ObservedAt).ToListAsync();
        Assert.All(drips, drip => Assert.NotNull(drip.EndedAt));
        output.WriteLine($"FIGURES: 40310: {after.Count} gradings from day 0 ({Days(after, 1)} days with at least grade 1, {Days(after, 3)} with at least 3), "
            + $"{after.Max(one => one.Episode)} episodes, {drips.Count} vasopressor stretches on days {Day(drips[0].ObservedAt)} to {Day(drips[^1].ObservedAt)}");
        foreach (var change in after.Where((one, index) => index == 0 || (one.Low, one.High) != (after[index - 1].Low, after[index - 1].High)))
        {
            output.WriteLine($"day {Day(change.Moment)} {change.Moment:HH:mm}: {change.Low}-{change.High} {ToxicityNow.Of(change).Sentence}");
        }
    }

    async Task PeopleWereCalledUntilTheyAccepted(RealTrial trial, OnCall onCall)
    {
        await using var db = trial.Open();
        var alerts = await db.Alerts.AsNoTracking().Include(alert => alert.Notices).Include(alert => alert.Acknowledgements).AsSplitQuery().ToListAsync();
        var crs = alerts.Where(alert => alert.Kind == AlertKind.Crs).ToList();
        Assert.NotEmpty(crs);
        Assert.Contains(crs, alert => alert.Notices.Any(notice => notice is { Level: 2, Kind: NoticeKind.Call }));
        Assert.Contains(crs, alert => alert.Acknowledgements.Count > 0);
        Assert.DoesNotContain(alerts, alert => alert.State is AlertState.Open or AlertState.Exhausted);
        Assert.All(onCall.Phones.Texts, text => Assert.Matches(@"^CNK ((REPEAT \d/\d )?(EMERGENCY|URGENT|SAME DAY) )?[2-9A-Z]{4}[ :]", text.Body));
        Assert.DoesNotContain(onCall.Phones.Texts, text => text.Body.Contains(trial.Source.Code));
        output.WriteLine($"FIGURES: 40310: {alerts.Count} alerts, {onCall.Phones.Texts.Count} texts, "
            + $"{alerts.Count(alert => alert.Notices.Any(notice => notice.Level == 2))} escalated to level 2, {alerts.Sum(alert => alert.Acknowledgements.Count)} acceptances, "
            + $"{onCall.Assessed} assessments, {alerts.Count(alert => alert.IsOver)} ended by themselves");
    }

    static async Task TheStayIsDrawn(RealTrial trial)
    {
        await using var db = trial.Open();
        var nurse = await db.Users.AsNoTracking().SingleAsync(person => person.Role == StaffRole.Nurse);
        var series = await db.TemperatureTrendOf(nurse, trial.SubjectId, trial.Time.Now(), default);
        var drawn = TrendChart.Svg(series!);
        Assert.Contains("38.0", drawn);
        Assert.Equal(series!.Readings.Count, TrendTable.Rows(series).Count);
        Assert.True(series.Readings.Count > 40);
    }

    void Report(RealTrial trial)
    {
        output.WriteLine($"FIGURES: 40310/186361: {trial.Figures}");
        output.WriteLine($"FIGURES: 40310 refused: {trial.Figures.RefusedByReason}");
        output.WriteLine($"FIGURES: 40310 unmapped: {trial.Figures.UnmappedByReason}");
        output.WriteLine($"Unmapped by item: {trial.Figures.UnmappedByItem}");
        foreach (var (row, reason) in trial.Figures.Refused)
        {
            output.WriteLine($"refused {row.Origin} {row.At:yyyy-MM-dd HH:mm}: {row.Text}: {reason}");
        }
    }

    static int Days(IEnumerable<Assessment> course, int grade) => course.Where(one => one.Low >= grade).Select(one => one.Moment.Date).Distinct().Count();

    static int Day(DateTime moment) => (moment.Date - DayZero).Days;
}
