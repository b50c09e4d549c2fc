using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Tests.Support;

namespace CarNkMonitor.Web.Tests.Access;

/// <summary>
/// Every endpoint of the program and who may go through it. A new page needs one line here; a page without a line fails the walk, so that
/// nobody opens a door by forgetting it.
/// </summary>
static class Doors
{
    public static readonly Door[] All =
    [
        Door.Open("/health/live"),
        Door.Open("/health/ready", mayBeUnwell: true),
        Door.Open("/error/{status:int}", path: _ => "/error/404", mayBeUnwell: true),
        Door.Open("/account/sign-in"),
        Door.Open("/account/code"),
        Door.Open("/setup", mayBeUnwell: true),
        Door.Open("/phones", mayBeUnwell: true), // only in the demo
        Door.ForMachines("/webhooks/twilio/inbound"),
        Door.ForMachines("/webhooks/twilio/status/{noticeId:guid}", path: _ => $"/webhooks/twilio/status/{Guid.Empty}"),

        Door.For("/", Everybody),
        Door.For("/account/sign-out", Everybody),
        Door.For("/account/password", Everybody),
        Door.For("/account/second-factor", Everybody),

        Door.OfSite("/subjects/{id:guid}", Readers, path: trial => $"/subjects/{trial.Subject.Id}"),
        Door.OfSite("/subjects/{id:guid}/check", Recorders, path: trial => $"/subjects/{trial.Subject.Id}/check"),
        Door.OfSite("/checks/{id:guid}", Readers, path: trial => $"/checks/{trial.Check.Id}"),
        Door.OfSite("/checks/{id:guid}/values", ReadersOfGrades, path: trial => $"/checks/{trial.Check.Id}/values"),
        Door.OfSite("/checks/{id:guid}/amend", Recorders, path: trial => $"/checks/{trial.Check.Id}/amend"),
        Door.OfSite("/amendments/{id:guid}", Recorders, path: trial => $"/amendments/{trial.Amendment.Id}"),
        Door.For("/subjects/enroll", [StaffRole.Coordinator]),
        Door.OfSite("/subjects/{id:guid}/infusion", [StaffRole.Coordinator], path: trial => $"/subjects/{trial.Subject.Id}/infusion"),
        Door.OfSite("/subjects/{id:guid}/home", [StaffRole.Coordinator], path: trial => $"/subjects/{trial.Subject.Id}/home"),
        Door.OfSite("/subjects/{id:guid}/leave", [StaffRole.Coordinator], path: trial => $"/subjects/{trial.Subject.Id}/leave"),
        Door.For("/alerts", ReadersOfAlerts),
        Door.OfSite("/alerts/{id:guid}", ReadersOfAlerts, path: trial => $"/alerts/{trial.Alert.Id}"),
        Door.OfSite("/k/{reference:length(4)}", ReadersOfAlerts, path: trial => $"/k/{trial.Alert.Reference}"),

        Door.For("/decisions", [StaffRole.Physician, StaffRole.Investigator]),
        Door.OfSite("/subjects/{id:guid}/decisions", ReadersOfGrades, path: trial => $"/subjects/{trial.Subject.Id}/decisions"),
        Door.OfSite("/subjects/{id:guid}/events", ReadersOfGrades, path: trial => $"/subjects/{trial.Subject.Id}/events"),
        Door.For("/audit", [StaffRole.Monitor]),

        Door.For("/settings", [StaffRole.Investigator, StaffRole.Monitor]),
        Door.For("/settings/change/{part}", [StaffRole.Investigator], path: _ => "/settings/change/mas"),
        Door.OfSite("/subjects/{id:guid}/alarm-limits", [StaffRole.Investigator], path: trial => $"/subjects/{trial.Subject.Id}/alarm-limits"),

        Door.For("/api/grade/", Everybody),
        Door.For("/api/grade/{criteria}", Everybody, path: _ => "/api/grade/crs") with { Json = "{}" },
        Door.For("/api/openapi/{documentName}.json", Everybody, path: _ => "/api/openapi/grade.json"),

        Door.For("/on-call", [StaffRole.Coordinator, StaffRole.Investigator]),
        Door.For("/sites", [StaffRole.Administrator]),
        Door.For("/people", [StaffRole.Administrator]),
        Door.For("/people/add", [StaffRole.Administrator]),
        Door.For("/people/{id:guid}", [StaffRole.Administrator], path: trial => $"/people/{trial.Person(StaffRole.Nurse).Id}"),
        Door.For("/jobs/{**path}", [StaffRole.Administrator], path: _ => "/jobs"),
    ];

    static StaffRole[] Recorders => [StaffRole.Nurse, StaffRole.Physician, StaffRole.Investigator];

    static StaffRole[] ReadersOfAlerts => [.. Recorders, StaffRole.Coordinator, StaffRole.Monitor];

    static StaffRole[] Readers => [.. ReadersOfAlerts, StaffRole.HomeOncologist];

    static StaffRole[] ReadersOfGrades => [.. Recorders, StaffRole.Monitor, StaffRole.HomeOncologist];

    static StaffRole[] Everybody => Enum.GetValues<StaffRole>();
}

/// <param name="Pattern">Route pattern with a leading slash.</param>
/// <param name="Roles">Roles that may enter; null when nobody needs to sign in.</param>
/// <param name="Path">A real path for this pattern, naming a row of the trial's first site; null when the pattern has no parameters.</param>
/// <param name="IsOfSite">True when people of another site must not even see that the row exists.</param>
/// <param name="MayBeUnwell">True when the answer to somebody who may enter can be something else than a page.</param>
sealed record Door(string Pattern, StaffRole[]? Roles, Func<Trial, string>? Path, bool IsOfSite, bool MayBeUnwell)
{
    public static Door Open(string pattern, Func<Trial, string>? path = null, bool mayBeUnwell = false) => new(pattern, null, path, false, mayBeUnwell);

    /// <summary>Takes signed posts from a machine that has no account.</summary>
    public static Door ForMachines(string pattern, Func<Trial, string>? path = null) => Open(pattern, path, mayBeUnwell: true) with { IsPost = true };

    public static Door For(string pattern, StaffRole[] roles, Func<Trial, string>? path = null) => new(pattern, roles, path, false, false);

    /// <summary>A page about one row of a site.</summary>
    public static Door OfSite(string pattern, StaffRole[] roles, Func<Trial, string> path) => new(pattern, roles, path, true, false);

    public bool IsPost { get; init; }

    /// <summary>What is posted to an interface; null for other doors.</summary>
    public string? Json { get; init; }

    /// <summary>A script is told that nobody is signed in, a person is led to the sign-in.</summary>
    public bool IsForScripts => Pattern.StartsWith("/api/", StringComparison.Ordinal);

    public Task<HttpResponseMessage> Knock(Visitor visitor, Trial trial) =>
        Json is not null ? visitor.PostJson(PathIn(trial), Json)
        : IsPost ? visitor.Send(PathIn(trial), [])
        : visitor.Get(PathIn(trial));

    public string PathIn(Trial trial) => Path?.Invoke(trial) ?? Pattern;

    public override string ToString() => Pattern;
}
