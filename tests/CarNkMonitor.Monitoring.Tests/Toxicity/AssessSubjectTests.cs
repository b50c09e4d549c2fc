using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Tests.Observations;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;
using CsCheck;

namespace CarNkMonitor.Monitoring.Tests.Toxicity;

public class AssessSubjectTests(MonitorTemplate databases)
{
    const int Courses = 6;

    static readonly CheckItem[][] Kinds =
    [
        [Item.Temperature("38.6")], [Item.Temperature("37.1")], [Item.Temperature("39.9"), Item.Systolic("84")],
        [Item.Systolic("118"), Item.Agent("none")], [Item.Agent("norepinephrine")], [Item.Agent("norepinephrine"), Item.Agent("dopamine")],
        [Item.Device("nasal_cannula"), Item.Flow("3")], [Item.Device("nasal_cannula")], [Item.Device("room_air"), Item.Saturation("88")],
        [new("tocilizumab_dose", "480", "mg")], [new("fever_attribution", "infection", Note: "line infection")], [new("fluid_bolus_for_hypotension", "true")],
        Item.Well("37.0"), Item.Well("38.2"),
    ];

    /// <summary>Checks of about four days at whole hours, some before the infusion, the infusion among them.</summary>
    static readonly Gen<(DateTime At, CheckItem[] Items)[]> AnyCourse =
        from hours in Gen.Int[-12, 70].HashSet[10, 14]
        from kinds in Gen.Int[0, Kinds.Length - 1].Array[hours.Count]
        select hours.Where(hour => hour != 0).Zip(kinds, (hour, kind) => (RecordScene.InfusedAt.AddHours(hour), Kinds[kind]))
            .Append((RecordScene.InfusedAt, [new("infusion", "complete")])).OrderBy(check => check.Item1).ToArray();

    [Theory, OnBothDatabases]
    public async Task The_order_of_entry_does_not_matter(DatabaseProvider provider)
    {
        var courses = new List<((DateTime At, CheckItem[] Items)[] InTime, (DateTime At, CheckItem[] Items)[] Shuffled)>();
        AnyCourse.SelectMany(course => Gen.Shuffle(course).Select(shuffled => (course, shuffled))).Sample(courses.Add, iter: Courses, threads: 1);

        foreach (var (inTime, shuffled) in courses)
        {
            Assert.Equal(await Outcome(provider, inTime), await Outcome(provider, shuffled));
        }
    }

    /// <summary>Entered as it happened, with sweeps in between, or all at the end and nothing swept: the record says the same.</summary>
    [Theory, OnBothDatabases]
    public async Task When_a_sweep_runs_does_not_matter(DatabaseProvider provider)
    {
        var courses = new List<((DateTime At, CheckItem[] Items)[] Checks, int[] Sweeps)>();
        AnyCourse.SelectMany(course => Gen.Int[-12, 74].Array[8].Select(sweeps => (course, sweeps))).Sample(courses.Add, iter: Courses, threads: 1);

        foreach (var (checks, sweeps) in courses)
        {
            Assert.Equal(await Outcome(provider, checks), await AsItHappened(provider, checks, sweeps));
        }
    }

    /// <summary>Slips corrected and whole checks of somebody else withdrawn: the record says the same as if what holds now had been recorded once.</summary>
    [Theory, OnBothDatabases]
    public async Task Amendments_and_withdrawals_end_in_what_the_final_state_gives(DatabaseProvider provider)
    {
        var courses = new List<((DateTime At, CheckItem[] Items)[] Final, (DateTime At, CheckItem[] Items)[] Strangers)>();
        AnyCourse.SelectMany(course => AnyCourse.SelectMany(Gen.Shuffle).Select(others => (course, others))).Sample(courses.Add, iter: Courses, threads: 1);

        foreach (var (final, strangers) in courses)
        {
            Assert.Equal(await Outcome(provider, final), await Corrected(provider, final, strangers));
        }
    }

    /// <summary>Half of the temperatures are typed wrongly at first, and after each check comes one that belongs to another subject.</summary>
    async Task<List<string>> Corrected(DatabaseProvider provider, (DateTime At, CheckItem[] Items)[] final, (DateTime At, CheckItem[] Items)[] strangers)
    {
        await using var scene = await RecordScene.Set(databases, provider, infused: false);
        var slips = final.Index().Where(check => check.Index % 2 == 0).Select(check => check.Item.Items.FirstOrDefault(item => item.Code == "temperature")).OfType<CheckItem>().ToHashSet();
        foreach (var ((at, items), stranger) in final.Zip(strangers.Concat(strangers)))
        {
            await scene.Saved(at, [.. items.Select(item => slips.Contains(item) ? item with { Value = "40.6" } : item)]);
            if (stranger.Items[0].Code != "infusion")
            {
                await scene.Saved(stranger.At.AddMinutes(7), stranger.Items);
            }
        }

        foreach (var row in (await scene.All<Observation>()).Where(row => row.ObservedAt.Minute == 7 || row.EnteredValue == "40.6"))
        {
            var right = row.ObservedAt.Minute == 7 ? null : final.Single(check => check.At == row.ObservedAt).Items.Single(item => item.Code == "temperature");
            Assert.IsType<CheckSaved>(await scene.Amend(scene.Nurse, row.Id, right, "another subject's, or a slip"));
        }

        return await scene.CurrentAssessments();
    }

    async Task<List<string>> Outcome(DatabaseProvider provider, (DateTime At, CheckItem[] Items)[] checks)
    {
        await using var scene = await RecordScene.Set(databases, provider, infused: false);
        foreach (var (at, items) in checks)
        {
            await scene.Saved(at, items);
        }

        return await scene.CurrentAssessments();
    }

    async Task<List<string>> AsItHappened(DatabaseProvider provider, (DateTime At, CheckItem[] Items)[] checks, int[] sweeps)
    {
        await using var scene = await RecordScene.Set(databases, provider, infused: false, now: RecordScene.InfusedAt.AddHours(-13));
        var sweepTimes = sweeps.Select(hour => RecordScene.InfusedAt.AddHours(hour + 0.4)).Append(RecordScene.Noon);
        foreach (var at in checks.Select(check => check.At).Concat(sweepTimes).Distinct().Order())
        {
            scene.Time.SetUtcNow(at);
            foreach (var (_, items) in checks.Where(check => check.At == at))
            {
                await scene.Saved(at, items);
            }

            if (!checks.Any(check => check.At == at))
            {
                await scene.Regrade();
            }
        }

        return await scene.CurrentAssessments();
    }
}
