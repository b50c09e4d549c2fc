using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Observations;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>A site as it is asked for.</summary>
/// <param name="Code">Unique within the study; 1 to 20 letters, digits and hyphens.</param>
/// <param name="Zone">IANA name of the zone in which the site's nurses read the clock; it cannot be changed later.</param>
public sealed record NewSite(Guid? StudyId, string? Code, string? Name, string? Zone);

/// <summary>Opens a site of a study; from then on people can work there.</summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage sites.</exception>
public sealed class OpenSite(MonitorContext db)
{
    /// <returns>The site's id, or the fields of <see cref="NewSite"/> that are not right.</returns>
    public async Task<SetupAnswer> Open(StaffMember by, NewSite wanted, CancellationToken cancel)
    {
        by.Demand(Permission.ManageSites);
        db.ActAs(by, nameof(OpenSite));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockHead(cancel); // two of the same code at once: the second sees the first
        IReadOnlyList<EntryProblem> problems = [.. await Problems(wanted, cancel)];
        if (problems.Count > 0)
        {
            return SetupAnswer.Refused(problems);
        }

        var site = new Site { StudyId = wanted.StudyId!.Value, Code = wanted.Code!.Trim(), Name = wanted.Name!.Trim(), Zone = wanted.Zone!.Trim() };
        db.Sites.Add(site);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return SetupAnswer.Done(site.Id);
    }

    async Task<IEnumerable<EntryProblem>> Problems(NewSite wanted, CancellationToken cancel)
    {
        var code = wanted.Code?.Trim();
        var isTaken = await db.Sites.AnyAsync(site => site.StudyId == wanted.StudyId && site.Code == code, cancel);
        var hasStudy = await db.Studies.AnyAsync(study => study.Id == wanted.StudyId, cancel);
        return
        [
            .. hasStudy ? [] : (EntryProblem[])[new(nameof(NewSite.StudyId), "Choose the study.")],
            .. TrialNames.OfCode(nameof(NewSite.Code), wanted.Code, isTaken),
            .. TrialNames.OfName(nameof(NewSite.Name), wanted.Name),
            .. TrialNames.OfZone(nameof(NewSite.Zone), wanted.Zone),
        ];
    }
}
