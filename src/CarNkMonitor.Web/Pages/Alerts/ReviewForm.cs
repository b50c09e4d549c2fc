using CarNkMonitor.Monitoring.Alerts;

namespace CarNkMonitor.Web.Pages.Alerts;

/// <summary>What the physician enters.</summary>
public sealed class ReviewForm
{
    public int? Grade { get; set; }
    public ReviewAction? Action { get; set; }
    public string? Reason { get; set; }

    /// <summary>Only a grade that is certain stands there to be confirmed; of a range the physician chooses.</summary>
    public static ReviewForm For(AlertOverview overview) => new()
    {
        Grade = overview.Alert.Kind == AlertKind.Crs && overview.Crs is { Low: { } low, High: { } high } && low == high ? low : null,
    };

    public static string Word(ReviewAction action) => action switch
    {
        ReviewAction.ContinueObservation => "Continue observation",
        ReviewAction.ObserveMoreOften => "Observe more often",
        ReviewAction.TreatmentStarted => "Treatment started",
        ReviewAction.MovedToIntensiveCare => "Moved to intensive care",
    };
}
