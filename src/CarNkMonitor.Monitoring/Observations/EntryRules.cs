using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Quantities;
using static System.FormattableString;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>The rules of entry for one item, pure: impossible values are refused, alarming ones asked about, missing units never guessed.</summary>
public static class EntryRules
{
    /// <summary>Reads one item as it was typed. A <see cref="ObservationSource.Device"/> may send fractions of whole numbers; nobody else may.</summary>
    public static EntryReading Read(CheckItem item, ObservationSource source, ObservationCatalog catalog)
    {
        if (catalog.Find(item.Code) is not { } type)
        {
            return new Unreadable($"'{item.Code}' is not in the observation catalogue.");
        }

        if (string.IsNullOrWhiteSpace(item.Value))
        {
            return new Unreadable($"{type.Display} is blank. Leave it out, or say why it was not done.");
        }

        var reading = type.ValueType switch
        {
            ObservationValueType.YesNo => YesOrNo(type, item),
            ObservationValueType.Coded => Code(type, item),
            ObservationValueType.Quantity or ObservationValueType.WholeNumber => Number(type, type.Quantity!, item, source),
        };
        return reading is not Readable readable ? reading
            : ReportedLimits.Read(type, item) is var (limits, problem) && problem is null ? readable with { Limits = limits }
            : new Unreadable(problem!);
    }

    static EntryReading YesOrNo(ObservationType type, CheckItem item) => item.Value!.Trim() switch
    {
        "true" => new Readable(type, Flag: true),
        "false" => new Readable(type, Flag: false),
        var other => new Unreadable($"{type.Display} is true or false; got '{other}'."),
    };

    static EntryReading Code(ObservationType type, CheckItem item) => type.Codes.Contains(item.Value!.Trim())
        ? new Readable(type, Coded: item.Value!.Trim())
        : new Unreadable($"'{item.Value}' is not one of: {string.Join(", ", type.Codes)}.");

    static EntryReading Number(ObservationType type, QuantityRule rule, CheckItem item, ObservationSource source)
    {
        var (typed, notANumber) = TypedNumber.Read(item.Value!);
        if (typed is null)
        {
            return new Unreadable(notANumber!);
        }

        if (rule.ToCanonical(typed.Value, item.Unit ?? "") is not { } canonical)
        {
            return new Unreadable($"{type.Display} is accepted in {string.Join(", ", rule.Units)}; got {Named(item.Unit)}. {RatesByWeight.Advice(type, item.Unit)}".TrimEnd());
        }

        if (type.IsScore && typed.Comparator != Comparator.Equal)
        {
            return new Unreadable($"{type.Display} is counted or chosen: write the number itself, or leave it out where it is not known; got '{item.Value}'.");
        }

        var reading = JudgeNumber(type, rule, item, typed) ?? Whole(type, item, source, typed with { Value = canonical });
        return typed.Otherwise is null || item.IsConfirmed ? reading : AskWhichNumber(type, item, typed, reading);
    }

    /// <summary>1,500 may be one and a half or one thousand five hundred. One yes answers this and the question about an alarming value together.</summary>
    static EntryReading AskWhichNumber(ObservationType type, CheckItem item, TypedNumber typed, EntryReading reading)
    {
        var sentence = $"{type.Display}: {item.Value!.Trim()} is read as {typed.Plain} {item.Unit}, because a comma is a decimal sign. If the comma separates thousands, write {typed.Otherwise}.";
        return reading switch
        {
            Unreadable => reading,
            Questionable alarming => alarming with { Reason = $"{sentence} {alarming.Reason}", Plain = typed.Plain },
            _ => new Questionable(sentence) { Plain = typed.Plain },
        };
    }

    static EntryReading? JudgeNumber(ObservationType type, QuantityRule rule, CheckItem item, TypedNumber typed) =>
        EntryLimits.Judge(rule, typed, item.Unit!) switch
        {
            Disposition.Accept => null,
            Disposition.Confirm when item.IsConfirmed => null,
            Disposition.Confirm => new Questionable(
                $"{type.Display} {item.Value} {item.Unit} is unusual. Is it right?", EntryLimits.OfferFor(rule, typed, item.Unit!)),
            Disposition.Reject or Disposition.UnknownUnit => new Unreadable(
                Invariant($"{type.Display} must lie between {rule.PossibleMin} and {rule.PossibleMax} {rule.Unit}; got {item.Value} {item.Unit}.{WhichUnit(rule, typed, item)}"),
                EntryLimits.OfferFor(rule, typed, item.Unit!)),
        };

    /// <summary>Where more than one other unit fits, nothing is offered: the person reads the unit on the report and chooses it.</summary>
    static string WhichUnit(QuantityRule rule, TypedNumber typed, CheckItem item) =>
        EntryLimits.OfferFor(rule, typed, item.Unit!) is null && EntryLimits.Meanings(rule, typed, item.Unit!) is { Count: > 1 } meanings
            ? $" Choose the unit: {string.Join(", ", meanings.Select(meant => $"in {meant.Unit} it would be {EntryLimits.Display(rule, meant.Canonical, meant.Unit)} {rule.Unit}"))}."
            : "";

    /// <summary>The demand for whole numbers is on what is typed in the canonical unit: 12 kPa need not be a whole number of mm[Hg].</summary>
    static EntryReading Whole(ObservationType type, CheckItem item, ObservationSource source, TypedNumber number)
    {
        var mustBeWhole = type.ValueType == ObservationValueType.WholeNumber && item.Unit == type.Quantity!.Unit;
        return !mustBeWhole || decimal.IsInteger(number.Value) ? new Readable(type, number.Comparator, number.Value)
            : source == ObservationSource.Device && number.Comparator == Comparator.Equal
                ? new Readable(type, Value: decimal.Round(number.Value, 0, MidpointRounding.AwayFromZero))
            : new Unreadable($"{type.Display} in {item.Unit} is a whole number; got {item.Value}.");
    }

    static string Named(string? unit) => string.IsNullOrWhiteSpace(unit) ? "no unit" : $"'{unit}'";
}
