using System.Globalization;
using CarNkMonitor.Grading.Urgency;

namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>
/// Every text that the program sends. Nothing here takes a name, a subject, a site, a drug or a laboratory value: a text can be read by
/// whoever holds the phone. Each is one part of 160 GSM-7 septets, or it is refused.
/// </summary>
public static class AlertText
{
    public static string Call(TextGround ground, string reference, string code, string link) => OnePart(ground.IsShort
        ? $"CNK {Word(ground.Urgency)} {reference}: {ground.Words()}. Reply A{code} or E{code}. {link}"
        : $"CNK {Word(ground.Urgency)} {reference}: {ground.Words()}. Reply A{code} to accept, E{code} to pass on. {link}");

    public static string Minimal(ClinicalUrgency urgency, string reference, string code, string link) =>
        OnePart($"CNK {Word(urgency)} {reference}: toxicity alert, {Within(urgency)}. Reply A{code} to accept, E{code} to pass on. {link}");

    /// <param name="number">2 for the first repeat.</param>
    /// <param name="of">How many texts the level sends to this person.</param>
    public static string Repeat(ClinicalUrgency urgency, string reference, int number, int of, DateTime nextCall, string code) => OnePart(
        $"CNK REPEAT {number}/{of} {Word(urgency)} {reference}: not yet accepted, next person called {Utc(nextCall)}. Reply A{code} or E{code}.");

    public static string AcceptedByYou(string reference, DateTime at, DateTime assessBy) => OnePart(
        $"CNK {reference} accepted by you {Utc(at)}. Record your assessment by {Utc(assessBy)} or it is called again.");

    public static string AcceptedByAnother(string reference, DateTime at) =>
        OnePart($"CNK {reference} already accepted by another clinician {Utc(at)}. No action needed.");

    public static string Withdrawn(string reference, DateTime at) =>
        OnePart($"CNK {reference} was WITHDRAWN {Utc(at)}: entry corrected. Sign in to see why. No action needed.");

    public static string CouldNotUseReply() =>
        OnePart("CNK could not use that reply. Send A or E and the 4 digits in the alert, or sign in.");

    public static string Test(string code) => OnePart($"CNK TEST, no patient involved. Reply A{code} to confirm your phone works.");

    /// <summary>Renders the longest form of every template with this host; the program does not start where one does not fit.</summary>
    /// <exception cref="TextTooLongException">Names the template.</exception>
    public static void CheckFits(AlertLinks links)
    {
        var at = new DateTime(2000, 1, 1, 22, 22, 0, DateTimeKind.Utc);
        foreach (var urgency in Enum.GetValues<ClinicalUrgency>())
        {
            foreach (var ground in TextGround.Longest(urgency))
                Call(ground, "MMMM", "0000", links.To("MMMM"));
            Minimal(urgency, "MMMM", "0000", links.To("MMMM"));
            Repeat(urgency, "MMMM", 10, 10, at, "0000");
        }

        AcceptedByYou("MMMM", at, at);
        AcceptedByAnother("MMMM", at);
        Withdrawn("MMMM", at);
        CouldNotUseReply();
        Test("0000");
    }

    static string Word(ClinicalUrgency urgency) => urgency switch
    {
        ClinicalUrgency.EmergencyNow => "EMERGENCY",
        ClinicalUrgency.Urgent1H => "URGENT",
        ClinicalUrgency.SameDay => "SAME DAY",
        ClinicalUrgency.Routine => "ROUTINE",
    };

    static string Within(ClinicalUrgency urgency) => urgency switch
    {
        ClinicalUrgency.EmergencyNow => "attend now",
        ClinicalUrgency.Urgent1H => "review within 1 h",
        ClinicalUrgency.SameDay => "review within 4 h",
        ClinicalUrgency.Routine => "review at the next visit",
    };

    static string Utc(DateTime at) => at.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);

    static string OnePart(string text) => Gsm7.FitsOnePart(text) ? text : throw new TextTooLongException(text);
}

/// <summary>A text that does not fit one part, or holds a character that would halve the parts.</summary>
public sealed class TextTooLongException(string text)
    : InvalidOperationException($"This text is not one part of {Gsm7.OnePart} GSM-7 septets; use a shorter public address: {text}");
