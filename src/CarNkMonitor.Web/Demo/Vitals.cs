using System.Globalization;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Web.Demo;

/// <summary>A set of bedside values; what is left out was not recorded.</summary>
sealed record Vitals(decimal Celsius = 36.7m, int Systolic = 121, int Diastolic = 74, int Heart = 78, int Breaths = 15, int Saturation = 97)
{
    public string? Device { get; init; } = "room_air";
    public decimal? Flow { get; init; }
    public string[] Agents { get; init; } = ["none"];
    public bool IsReviewed { get; init; } = true;
    public IReadOnlyList<CheckItem> More { get; init; } = [];

    public IReadOnlyList<CheckItem> Items =>
    [
        Number("temperature", Celsius, "Cel"), Number("sbp", Systolic, "mm[Hg]"), Number("dbp", Diastolic, "mm[Hg]"),
        Number("heart_rate", Heart, "/min"), Number("resp_rate", Breaths, "/min"), Number("spo2", Saturation, "%"),
        .. Device is { } device ? [new CheckItem("oxygen_device", device)] : Array.Empty<CheckItem>(),
        .. Flow is { } flow ? [Number("oxygen_flow", flow, "L/min")] : Array.Empty<CheckItem>(),
        .. Agents.Select(agent => new CheckItem("vasopressor_agent", agent)),
        .. IsReviewed ? [new CheckItem("masking_drugs_reviewed", "true")] : Array.Empty<CheckItem>(),
        .. More,
    ];

    /// <summary>Invented values need nobody's second look.</summary>
    public static CheckItem Number(string code, decimal value, string unit) =>
        new(code, value.ToString(CultureInfo.InvariantCulture), unit, IsConfirmed: true);
}
