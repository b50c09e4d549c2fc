using System.CommandLine;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Verbs;

/// <summary>Brings a file of observations into the record, in the name of a person.</summary>
public static class Import
{
    static readonly Argument<FileInfo> File = new("FILE") { Description = "CSV with the columns subject,observed_at,code,value,unit[,source]." };
    static readonly Option<string> As = new("--as") { Description = "User name of the person who imports; a nurse or physician.", Required = true };
    static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say what would happen and store nothing." };
    static readonly Option<bool> AcceptValid = new("--accept-valid") { Description = "Store the good rows although others are refused." };
    static readonly Option<bool> Notify = new("--notify") { Description = "Let the grades of this file call people. Without it nobody is called." };
    static readonly Option<bool> Confirm = new("--confirm-alarming")
    {
        Description = "You have looked at the alarming but possible values of this file, and they are right.",
    };

    public static Command Command()
    {
        var verb = new Command("observations",
            "Imports observations. All rows or none, unless told otherwise; the same file twice changes nothing. Exit 1: rows were refused; 2: the file cannot be read.")
        {
            File, As, DryRun, AcceptValid, Notify, Confirm,
        };
        verb.SetAction(Run);
        return new Command("import", "Brings files into the record.") { verb };
    }

    static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var options = new ImportOptions(parsed.GetValue(AcceptValid), parsed.GetValue(Notify), parsed.GetValue(DryRun), parsed.GetValue(Confirm));
        await using var app = MonitorApp.Build(MonitorApp.CreateBuilder());
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            await using var content = parsed.GetRequiredValue(File).OpenRead();
            var person = await PersonNamed(scope.ServiceProvider.GetRequiredService<MonitorContext>(), parsed.GetRequiredValue(As), cancel);
            return Say(await scope.ServiceProvider.GetRequiredService<ImportObservations>().Import(person, content, options, cancel), options);
        }
        catch (Exception problem) when (problem is UnreadableImportException or UnauthorizedAccessException or IOException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return Usage.Bad;
        }
    }

    static async Task<StaffMember> PersonNamed(MonitorContext db, string name, CancellationToken cancel)
    {
        var normalized = name.ToUpperInvariant();
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(person => person.NormalizedUserName == normalized && !person.IsDisabled, cancel)
            ?? throw new UnauthorizedAccessException($"There is no active user '{name}'.");
    }

    static int Say(ImportReport report, ImportOptions options)
    {
        foreach (var error in report.Errors)
        {
            Console.Error.WriteLine($"line {error.Line}: {error.Reason}");
        }

        foreach (var remark in report.Remarks)
        {
            Console.WriteLine($"line {remark.Line}: {remark.Sentence}");
        }

        var verb = report.WasStored ? "stored" : options.DryRun ? "would be stored (dry run)" : report.Stored == 0 ? "to store" : "not stored, because rows were refused";
        Console.WriteLine($"{report.Rows} rows: {report.Stored} {verb}, {report.Unchanged} unchanged, {report.Errors.Count} refused.");
        if (report.Called.Count > 0)
        {
            Console.WriteLine($"Being called: {string.Join(", ", report.Called)}.");
        }

        return report.Errors.Count > 0 ? Usage.Disagreement : 0;
    }
}
