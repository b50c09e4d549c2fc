using System.Globalization;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Web.Tests.RealData;

/// <summary>
/// The charted rows of <c>mimic3-demo</c>. Times are those of the source's clock, read as UTC: the dates are shifted, so no zone's clock changes
/// would be true. An admission's first day stands for an infusion day.
/// </summary>
static class MimicFolder
{
    /// <summary>Everything of every person.</summary>
    public static IReadOnlyList<SourceSubject> Subjects(string folder)
    {
        var rows = Rows(folder).ToLookup(row => row.Subject);
        var admissions = SourceFile.Read(folder, "admissions.csv", row => (Subject: row("subject_id"), At: Time(row("admittime")).Date)).ToLookup(row => row.Subject, row => row.At);
        return SourceFile.Read(folder, "patients.csv", row => (Subject: row("subject_id"), Born: DateOnly.FromDateTime(Time(row("dob")))))
            .Select(person => Subject(person.Subject, person.Born, [.. admissions[person.Subject].Distinct().Order()], [.. rows[person.Subject].Select(row => row.Row)]))
            .ToList();
    }

    /// <summary>One hospital stay of one person, with a chosen infusion day.</summary>
    public static SourceSubject Stay(string folder, string subject, string admission, DateTime infusion)
    {
        var born = SourceFile.Read(folder, "patients.csv", row => (Subject: row("subject_id"), Born: DateOnly.FromDateTime(Time(row("dob"))))).Single(row => row.Subject == subject).Born;
        return Subject(subject, born, [infusion], [.. Rows(folder).Where(row => row.Subject == subject && row.Admission == admission).Select(row => row.Row)]);
    }

    /// <summary>Birth dates 300 years back stand for "over 89"; that is an age, and all that is known.</summary>
    static SourceSubject Subject(string code, DateOnly born, IReadOnlyList<DateTime> infusions, IReadOnlyList<SourceRow> rows) =>
        infusions.Count > 0 && infusions[0].Year - born.Year > 200
            ? new SourceSubject(code, null, 90 * 365, ObservationSource.External, infusions, rows)
            : new SourceSubject(code, born, null, ObservationSource.External, infusions, rows);

    static IEnumerable<(string Subject, string Admission, SourceRow Row)> Rows(string folder) =>
    [
        .. SourceFile.Read(folder, "chartevents.csv", row => Of(row, Charted(row))),
        .. SourceFile.Read(folder, "labevents.csv", row => Of(row, Laboratory(row))),
        .. SourceFile.Read(folder, "inputevents_cv.csv", row => Of(row, DripSample(row))),
        .. SourceFile.Read(folder, "inputevents_mv.csv", row => Of(row, Running(row, "inputevents_mv", "vasopressor_agent", MimicNames.Agents))),
        .. SourceFile.Read(folder, "procedureevents_mv.csv", row => Of(row, Running(row, "procedureevents_mv", "oxygen_device", MimicNames.Procedures))),
        .. SourceFile.Read(folder, "prescriptions.csv", row => Of(row, Prescribed(row))),
    ];

    static (string, string, SourceRow) Of(Func<string, string> row, SourceRow source) => (row("subject_id"), row("hadm_id"), source);

    static SourceRow Charted(Func<string, string> row)
    {
        var (item, value, at) = (int.Parse(row("itemid"), CultureInfo.InvariantCulture), row("value"), Time(row("charttime")));
        var known = row("storetime") is { Length: > 0 } stored && Time(stored) > at ? Time(stored) : at;
        var source = new SourceRow($"chartevents {item}", at, known, $"{value} {row("valueuom")}".TrimEnd(), null);
        if (MimicNames.Charted.TryGetValue(item, out var named))
        {
            return source with { Item = new CheckItem(named.Code, value, named.Unit ?? MimicNames.Unit(row("valueuom"))) };
        }

        return MimicNames.Worded.TryGetValue(item, out var worded)
            ? worded.Words.TryGetValue(value, out var ours) || value.Length == 0
                ? source with { Item = new CheckItem(worded.Code, ours ?? value, worded.Unit) }
                : source with { Unmapped = "the word has no code of the same meaning" }
            : source with { Unmapped = item is 677 or 679 ? "the same reading, converted by the source" : "no code of the catalogue" };
    }

    static SourceRow Laboratory(Func<string, string> row)
    {
        var (item, at) = (int.Parse(row("itemid"), CultureInfo.InvariantCulture), Time(row("charttime")));
        var source = new SourceRow($"labevents {item}", at, at, $"{row("value")} {row("valueuom")}".TrimEnd(), null);
        return MimicNames.Laboratory.TryGetValue(item, out var named)
            ? source with { Item = new CheckItem(named.Code, row("value"), named.Unit ?? MimicNames.Unit(row("valueuom"))) }
            : source with { Unmapped = "no code of the catalogue" };
    }

    /// <summary>A sample says that the agent runs if it has a rate. An end of one agent is no observation: it does not say that none runs.</summary>
    static SourceRow DripSample(Func<string, string> row)
    {
        var (item, at) = (int.Parse(row("itemid"), CultureInfo.InvariantCulture), Time(row("charttime")));
        var text = $"rate {row("rate")} {row("rateuom")} amount {row("amount")} {row("stopped")}".TrimEnd();
        var source = new SourceRow($"inputevents_cv {item}", at, at, text, null);
        var runs = decimal.TryParse(row("rate"), NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate > 0;
        return row("stopped") is "Stopped" or "D/C'd" ? source with { Unmapped = "the end of one agent" }
            : runs ? source with { Item = new CheckItem("vasopressor_agent", MimicNames.Agents[item], Note: text) }
            : source with { Unmapped = "no rate: it does not say that the agent runs" };
    }

    /// <summary>What has a start and an end is known as a whole when it ends.</summary>
    static SourceRow Running(Func<string, string> row, string file, string code, Dictionary<int, string> words)
    {
        var (item, from, to) = (int.Parse(row("itemid"), CultureInfo.InvariantCulture), Time(row("starttime")), Time(row("endtime")));
        var source = new SourceRow($"{file} {item}", from, to > from ? to : from, $"{row("starttime")} to {row("endtime")} {row("statusdescription")}", null);
        return words.TryGetValue(item, out var word)
            ? source with { Item = new CheckItem(code, word, Note: row("statusdescription"), EndedAt: to) }
            : source with { Unmapped = "no code of the catalogue" };
    }

    static SourceRow Prescribed(Func<string, string> row)
    {
        var at = Time(row("startdate"));
        return new SourceRow("prescriptions", at, at, $"{row("drug")} {row("dose_val_rx")} {row("dose_unit_rx")} {row("route")}", null, "a prescription is not a dose given");
    }

    static DateTime Time(string text) => DateTime.SpecifyKind(
        DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
