using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;
using static System.FormattableString;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>The limits of normal that a laboratory printed beside its value, pure: plain numbers in the unit of the value, either or both.</summary>
static class ReportedLimits
{
    /// <summary>The limits, or what is wrong with them. Blank ones are not there: they are neither zero nor those of another laboratory.</summary>
    public static (ReferenceRange Limits, string? Problem) Read(ObservationType type, CheckItem item)
    {
        if (IsBlank(item.ReferenceLow) && IsBlank(item.ReferenceHigh))
        {
            return (default, null);
        }

        if (type.Quantity is not { } rule)
        {
            return (default, $"{type.Display} is no number: it has no limits of normal.");
        }

        var ((lower, lowerProblem), (upper, upperProblem)) = (Limit(rule, item.ReferenceLow, item.Unit!), Limit(rule, item.ReferenceHigh, item.Unit!));
        return (new ReferenceRange(lower, upper), lowerProblem ?? upperProblem
            ?? (lower > upper ? Invariant($"The lower limit of normal ({lower}) lies above the upper one ({upper}).") : null));
    }

    /// <summary>A limit that is impossible as a value was read from another line or in another unit; it would move every grade that hangs on it.</summary>
    static (decimal? Limit, string? Problem) Limit(QuantityRule rule, string? text, string unit)
    {
        if (IsBlank(text))
        {
            return (null, null);
        }

        var (typed, notANumber) = TypedNumber.Read(text!);
        return typed is null ? (null, $"Limit of normal: {notANumber}")
            : typed.Comparator != Comparator.Equal ? (null, $"A limit of normal is a plain number; for '{text}' leave the other limit blank.")
            : typed.Otherwise is not null ? (null, $"Limit of normal: '{text}' may be {typed.Plain} or {typed.Otherwise}. Write it without the comma.")
            : EntryLimits.Judge(rule, typed, unit) == Disposition.Reject
                ? (null, Invariant($"A limit of normal must lie between {rule.PossibleMin} and {rule.PossibleMax} {rule.Unit}; got {text} {unit}."))
            : (typed.Value, null);
    }

    static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);
}
