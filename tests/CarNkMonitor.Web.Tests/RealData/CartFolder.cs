using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Web.Tests.RealData;

/// <summary>
/// The CD22 CAR-T trial of <c>cart-cd22</c>. Days are counted from the infusion, whose hour is not told: midnight stands for it, so what was drawn in the
/// morning of day 0 counts as after it. There is no temperature, pressure, oxygen and no blood count; drugs are named without a day.
/// </summary>
static class CartFolder
{
    public static readonly DateTime DayZero = new(2019, 3, 4, 0, 0, 0, DateTimeKind.Utc);

    static readonly Dictionary<string, string> Codes = new() { ["CRP"] = "crp", ["Ferritin"] = "ferritin", ["LDH"] = "ldh" };

    public static IReadOnlyList<(SourceSubject Subject, CartOutcome Outcome)> Subjects(string folder)
    {
        var rows = SourceFile.Read(folder, "inflammatory_labs.csv", row => (Patient: row("patient_id"), Row: Reading(row))).ToLookup(row => row.Patient, row => row.Row);
        return SourceFile.Read(folder, "patients.csv", row => (
            new SourceSubject(row("patient_id"), null, null, ObservationSource.Import, [DayZero], [.. rows[row("patient_id")]]),
            new CartOutcome(row("hlh") == "1", Day(row("hlh_day")), int.Parse(row("max_grade_crs"), System.Globalization.CultureInfo.InvariantCulture))));
    }

    static SourceRow Reading(Func<string, string> row)
    {
        var at = DayZero.AddDays(SourceFile.Number(row("day_post_infusion")));
        at = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
        var source = new SourceRow($"inflammatory_labs {row("analyte")}", at, at, row("value"), null);
        // The analysers' upper limits, as the set's description tells them.
        var value = (row("analyte"), row("value")) switch { ("CRP", "301") => ">300", ("LDH", "2501") => ">2500", var (_, other) => other };
        return value.Length == 0 ? source with { Unmapped = "a sample without a result" }
            : source with { Item = new CheckItem(Codes[row("analyte")], value, row("unit")) };
    }

    static double? Day(string text) => text.Length == 0 ? null : SourceFile.Number(text);
}

/// <summary>What the trial itself says of a patient.</summary>
/// <param name="HasHlh">HLH-like manifestations.</param>
/// <param name="HlhDay">Day of their onset.</param>
/// <param name="MaxCrs">Highest CRS grade, 0 to 4.</param>
sealed record CartOutcome(bool HasHlh, double? HlhDay, int MaxCrs);
