using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Observations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CarNkMonitor.Web.Pages.Audit;

/// <summary>The filter as it was chosen.</summary>
public sealed class TrailForm
{
    public Guid? Subject { get; set; }
    public Guid? Person { get; set; }
    public string? Act { get; set; }
    public string? Field { get; set; }
    public string? From { get; set; }
    public string? Before { get; set; }
    public bool Reading { get; set; }

    public bool IsSet => Subject is not null || Person is not null || Reading
        || new[] { Act, Field, From, Before }.Any(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>Null when a time cannot be read; then the page says which and why.</summary>
    /// <param name="zone">On whose clock a time without offset is read.</param>
    /// <param name="problems">Where they are added.</param>
    public AuditFilter? Read(string zone, ModelStateDictionary problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var (from, before) = (TimeOf(From, nameof(From), zone, problems), TimeOf(Before, nameof(Before), zone, problems));
        return problems.IsValid ? new AuditFilter(Subject, Person, OrNull(Act), OrNull(Field), from, before, Reading) : null;
    }

    /// <summary>The same choice in an address or in hidden fields.</summary>
    public Dictionary<string, string> Fields() => new Dictionary<string, string?>
    {
        [Name(nameof(Subject))] = Subject?.ToString(), [Name(nameof(Person))] = Person?.ToString(), [Name(nameof(Act))] = OrNull(Act),
        [Name(nameof(Field))] = OrNull(Field), [Name(nameof(From))] = OrNull(From), [Name(nameof(Before))] = OrNull(Before),
        [Name(nameof(Reading))] = Reading ? "true" : null,
    }.Where(field => field.Value is not null).ToDictionary(field => field.Key, field => field.Value!);

    public static string Name(string property) => $"{nameof(TrailModel.Form)}.{property}";

    static DateTime? TimeOf(string? text, string field, string zone, ModelStateDictionary problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var (utc, error) = ObservedTime.Text(text).In(zone);
        if (error is not null)
        {
            problems.AddModelError(Name(field), error);
        }

        return utc;
    }

    static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
