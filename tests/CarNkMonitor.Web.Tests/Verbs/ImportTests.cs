using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Testing.Databases;
using CarNkMonitor.Testing.RealParts;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Tests.Verbs;

/// <summary><c>import observations</c> as an operator runs it.</summary>
public class ImportTests(MonitorTemplate databases)
{
    const string Header = "subject,observed_at,code,value,unit\n";

    [Fact]
    public async Task A_good_file_is_stored_once_and_a_bad_row_stores_nothing()
    {
        await using var database = await Ward();

        var first = await Import(database, Header + "SH-901,2026-03-05 08:00,temperature,\"38,2\",Cel\n");
        Assert.Equal((0, "1 rows: 1 stored, 0 unchanged, 0 refused.", ""), first);

        var again = await Import(database, Header + "SH-901,2026-03-05 08:00,temperature,38.2,Cel\n");
        Assert.Equal((0, "1 rows: 0 to store, 1 unchanged, 0 refused.", ""), again);

        var (code, _, errors) = await Import(database, Header + "SH-901,2026-03-05 09:00,sbp,120,mm[Hg]\nSH-901,2026-03-05 09:00,spo2,0,%\n");
        Assert.Equal(1, code);
        Assert.StartsWith("line 3: Oxygen saturation", errors);
        Assert.Equal(1, await Observations(database));
    }

    [Fact]
    public async Task Bad_usage_and_an_unreadable_file_are_told_apart_from_bad_rows()
    {
        await using var database = await Ward();

        Assert.Equal(2, (await Import(database, "nothing of the kind\n")).Code);
        Assert.Equal(2, (await Import(database, Header, "--as", "nobody")).Code);
        Assert.Equal(2, (await Import(database, Header, "--as", "coordinator.sh")).Code);
        Assert.Equal(2, (await Import(database, Header, "--dry-run")).Code);   // whose name is it stored under?
    }

    async Task<TestDatabase> Ward()
    {
        var database = await databases.Create(DatabaseProvider.Sqlite);
        var (now, trial) = (new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), new Trial(new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc)));
        await using var db = MonitorTemplate.Open(database.Provider, database.ConnectionString, TimeProvider.System);
        await trial.Store(db);
        db.Subjects.Add(new Subject
        {
            StudyId = trial.Study.Id, SiteId = trial.Here.Id, SubjectCode = "SH-901", Sex = Sex.Male, EnrolledOn = DateOnly.FromDateTime(now),
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return database;
    }

    static async Task<int> Observations(TestDatabase database)
    {
        await using var db = MonitorTemplate.Open(database.Provider, database.ConnectionString, TimeProvider.System);
        return await db.Set<Observation>().CountAsync(row => row.Code != "weight", TestContext.Current.CancellationToken); // without what the trial holds already
    }

    static async Task<(int Code, string Output, string Errors)> Import(TestDatabase database, string csv, params string[] options)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, csv, TestContext.Current.CancellationToken);
        string[] asked = options.Length == 0 ? ["--as", $"{StaffRole.Nurse}.sh"] : options;
        var run = await VerbRun.Run(
            Path.Combine(RepositoryRoot.Find(), "src", "CarNkMonitor.Web"), ["import", "observations", file, .. asked], ("ConnectionStrings__Monitor", database.ConnectionString));
        File.Delete(file);
        return run;
    }
}
