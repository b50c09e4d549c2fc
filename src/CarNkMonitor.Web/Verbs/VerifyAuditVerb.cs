using System.CommandLine;
using CarNkMonitor.Monitoring.Audit;

namespace CarNkMonitor.Web.Verbs;

/// <summary>Says whether the audit trail is as it was written.</summary>
public static class VerifyAuditVerb
{
    public static Command Command()
    {
        var verb = new Command("verify-audit",
            "Reads the audit trail from its first row to its last and names the first row that was changed, moved, removed or added. Exit 1: there is one.");
        verb.SetAction(async (_, cancel) =>
        {
            await using var app = MonitorApp.Build(MonitorApp.CreateBuilder());
            await using var scope = app.Services.CreateAsyncScope();
            return Say(await scope.ServiceProvider.GetRequiredService<ReadAudit>().Run(cancel));
        });
        return verb;
    }

    static int Say(AuditVerdict verdict)
    {
        if (verdict.Fault is { } fault)
        {
            Console.Error.WriteLine($"Row {fault.Sequence}: {fault.Why}");
            return Usage.Disagreement;
        }

        Console.WriteLine($"The audit trail is whole: {verdict.Rows} rows, hash of the last {verdict.Hash}.");
        return 0;
    }
}
