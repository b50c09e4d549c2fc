using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Toxicity;
using CarNkMonitor.Web.Pages.Shared;

namespace CarNkMonitor.Web.Pages.Decisions;

/// <summary>The words of the screen for causes, grades and signatures.</summary>
public static class DecisionWords
{
    public const string FeverCode = "fever_attribution";

    /// <summary>What each statement is about, in the order of the form.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> Findings =
    [
        (FeverCode, "Fever"), ("hypotension_attribution", "Low blood pressure"), ("hypoxia_attribution", "Oxygen need"),
        ("consciousness_attribution", "Reduced consciousness"), ("seizure_attribution", "Seizure"), ("motor_attribution", "Weakness"),
        ("icp_attribution", "Signs of raised brain pressure"),
    ];

    static readonly Dictionary<string, string> Causes = new()
    {
        ["unattributed"] = "No cause known", ["crs"] = "CRS", ["iechs_or_mas"] = "IEC-HS or MAS", ["infection"] = "Infection", ["transfusion"] = "Transfusion",
        ["drug"] = "Drug", ["tumour"] = "Tumor", ["other"] = "Another cause", ["other_cause"] = "Another cause", ["attributable"] = "The cell therapy",
    };

    public static string Finding(string code) => Findings.FirstOrDefault(finding => finding.Code == code).Name ?? RecordWords.Name(code);

    public static string Cause(string? code) => code is null ? "" : Causes.GetValueOrDefault(code, code);

    /// <summary>The causes that the catalogue has for a finding: those that take it out of the grade first.</summary>
    public static IEnumerable<string> CausesOf(string finding) =>
        ObservationCatalog.Default[finding].Codes.OrderByDescending(AttributionLives.IsOtherCause);

    public static string State(StatementState state) => state switch
    {
        StatementState.AwaitsCountersignature => "Proposed, a physician must countersign",
        StatementState.Holds => "In force",
        StatementState.RanOut => "Ran out",
        StatementState.EpisodeOver => "Over with its episode",
        StatementState.Replaced => "Replaced by a newer statement",
    };

    /// <summary>Until when it counts and what to do then, in a sentence.</summary>
    public static string Life(AttributionStatement statement, WallClock clock)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(clock);
        var until = clock.Text(statement.Until);
        var finding = Finding(statement.Row.Code);
        return statement.StateAt(clock.Now) switch
        {
            StatementState.AwaitsCountersignature or StatementState.Holds => statement.EndsBy switch
            {
                AttributionEnd.Age => $"Counts until {until}. State it again before then if the finding goes on.",
                AttributionEnd.Episode => $"Counts until {until}, when the episode is over. Nothing to renew.",
                AttributionEnd.NextStatement => $"Counts until {until}, when the next statement was made.",
            },
            StatementState.RanOut => statement.IsOtherCause
                ? $"Ran out at {until}: {finding} counts for the grade again. State it again if it still has another cause."
                : $"Ran out at {until}.",
            StatementState.EpisodeOver => $"The episode ended at {until}. Nothing to renew.",
            StatementState.Replaced => $"The next statement was made at {until}.",
        };
    }

    /// <summary>What it does to the grade.</summary>
    public static string Effect(AttributionStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return !statement.IsOtherCause ? "The finding counts for the grade."
            : statement.AwaitsJudgement ? "The lower end of the grade leaves the finding out, the upper end still counts it."
            : "The grade leaves the finding out. Its vital-sign alarms go on.";
    }

    public static string Table(TablePart table) => TableNames.Of(table);

    /// <summary>The meaning of a signature, as it is printed beside the name (records S1).</summary>
    public static string Meaning(InvestigatorGrade grade)
    {
        ArgumentNullException.ThrowIfNull(grade);
        var table = Table(new TablePart(grade.Criteria, grade.Part));
        return grade.Meaning switch
        {
            SignatureMeaning.Confirmed => $"I confirm {table} grade {grade.Grade} as calculated ({Range(grade.CalculatedLow, grade.CalculatedHigh)}).",
            SignatureMeaning.Overridden => $"I set {table} grade {grade.Grade} in place of the calculated {Range(grade.CalculatedLow, grade.CalculatedHigh)}.",
        };
    }

    public static string Range(int low, int high) => low == high ? $"{low}" : $"{low} to {high}";

    public static string Reason(OverrideReason reason) => reason switch
    {
        OverrideReason.OtherCause => "Another cause",
        OverrideReason.KnownBefore => "Was so before the infusion",
        OverrideReason.ValueDoubtful => "A value is doubtful",
        OverrideReason.SeenAtTheBedside => "Seen at the bedside, not recorded",
        OverrideReason.AsTheProtocolSays => "The protocol grades it so",
        OverrideReason.Other => "Other",
    };

    public static string State(EpisodeState state) => state switch
    {
        EpisodeState.Ongoing => "ongoing",
        EpisodeState.Subsiding => "at 0, not closed yet",
        EpisodeState.Resolved => "resolved",
        EpisodeState.NotAssessed => "begun, not assessed now",
        EpisodeState.NoLongerGraded => "its table is not in force any more",
    };

    public static string Utc(DateTime at) => at.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
}
