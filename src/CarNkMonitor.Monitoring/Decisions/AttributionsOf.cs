using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Decisions;

static class AttributionsOf
{
    /// <summary>The statements of one subject that hold or held, the latest first; withdrawn and rejected ones are for auditors.</summary>
    /// <param name="db">Read only.</param>
    /// <param name="subject">With site and infusions.</param>
    /// <param name="cancel">Stops reading.</param>
    public static async Task<IReadOnlyList<AttributionStatement>> Statements(this MonitorContext db, Subject subject, CancellationToken cancel)
    {
        var rows = await db.Observations.Current().AsNoTracking()
            .Where(row => row.SubjectId == subject.Id && AttributionLives.Codes.Contains(row.Code)).ToDictionaryAsync(row => row.Id, cancel);
        if (rows.Count == 0)
        {
            return [];
        }

        var history = await db.Observations.Where(row => row.SubjectId == subject.Id && AttributionLives.Codes.Contains(row.Code))
            .Select(row => new Stated(row.Id, row.SupersedesId, row.RecordedById, row.RecordedAt)).ToDictionaryAsync(row => row.Id, cancel);
        var people = history.Values.Select(row => row.By).Distinct().ToList();
        var names = await db.Users.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancel);
        var facts = await db.FactsOf(subject, await db.SettingsHistoryOf(subject.StudyId, cancel), cancel);
        return [.. AttributionLives.Of(facts).Select(life => Statement(life, rows[life.Statement.Id], history, names))];
    }

    static AttributionStatement Statement(AttributionLife life, Observation row, Dictionary<Guid, Stated> history, Dictionary<Guid, string> names)
    {
        var first = history[row.Id];
        while (first.SupersedesId is { } before && history.TryGetValue(before, out var earlier))
        {
            first = earlier;
        }

        var countersigned = row.SupersedesId is not null && !row.IsProvisional ? names[row.RecordedById] : null;
        return new AttributionStatement(row, names[first.By], first.At, countersigned, life.Until, life.EndsBy);
    }

    /// <summary>Who made a row and when: of a superseded one, all that anybody but an auditor may know.</summary>
    sealed record Stated(Guid Id, Guid? SupersedesId, Guid By, DateTime At);
}
