using System.CommandLine;
using CarNkMonitor.Web.Verbs;

// What this program can do; each verb explains itself with --help.
return await Usage.Run(
    new RootCommand("Watches over people given CAR-NK cells: grades what nurses record and texts physicians until somebody accepts.")
    {
        Serve.Command(),
        Demo.Command(),
        Migrate.Command(),
        Import.Command(),
        Grade.Command(),
        Course.Command(),
        VerifyAuditVerb.Command(),
        AskHealth.Command(),
    },
    args);
