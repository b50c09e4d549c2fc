using CarNkMonitor.Grading.Urgency;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>What a detailed text may say of an alert's ground: the toxicity and the grade identify nobody.</summary>
/// <param name="WasAccepted">Called anew because somebody accepted and no assessment was recorded.</param>
public sealed record TextGround(ClinicalUrgency Urgency, AlertKind Kind, int? Low, int? High, int? PreviousLow, bool WasAccepted)
{
    public static TextGround Of(Alert alert, bool wasAccepted) =>
        new(alert.Urgency, alert.Kind, alert.Low, alert.High, alert.PreviousLow, wasAccepted);

    bool HasGap => High > Low;

    /// <summary>The long words leave room only for the short way to say how to reply.</summary>
    internal bool IsShort => HasGap || WasAccepted;

    internal string Words() => WasAccepted ? $"{Finding()}, accepted but no assessment" : Finding();

    string Finding() => Kind switch
    {
        AlertKind.Vitals => "vital signs beyond limits",
        AlertKind.DataGap => "data missing",
        AlertKind.Overdue => "check overdue",
        AlertKind.Coverage => "nobody reachable on the on-call list",
        AlertKind.System => "a listed phone sends wrong codes",
        AlertKind.Crs => Graded("CRS"),
        AlertKind.Icans => Graded("ICANS"),
        AlertKind.IecHs => Graded("IEC-HS"),
        AlertKind.Mas => Graded("MAS"),
        AlertKind.Gvhd => Graded("GvHD"),
        AlertKind.Cytopenia => Graded("cytopenia"),
        AlertKind.Infection => Graded("infection"),
    };

    /// <summary>That nobody assessed is then the news, and both do not fit beside a hospital's host name.</summary>
    string Gap => WasAccepted ? "" : ", data missing";

    string Graded(string toxicity) =>
        Low is null ? $"{toxicity} signal"
        : HasGap && Low == 0 ? $"{toxicity} not excluded{Gap}"
        : HasGap ? $"{toxicity} grade {Low} or more{Gap}"
        : PreviousLow < Low ? $"{toxicity} grade {Low}, was {PreviousLow}"
        : $"{toxicity} grade {Low}";

    internal static IEnumerable<TextGround> Longest(ClinicalUrgency urgency) =>
        from kind in Enum.GetValues<AlertKind>()
        from ground in new TextGround[] { new(urgency, kind, null, null, null, false), new(urgency, kind, 0, 4, 0, false), new(urgency, kind, 1, 4, 0, false), new(urgency, kind, 4, 4, 3, false) }
        from wasAccepted in (bool[])[false, true]
        select ground with { WasAccepted = wasAccepted };
}
