using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>Ends a home oncologist's access to one participant, at the person's next request.</summary>
/// <exception cref="UnauthorizedAccessException">The acting person does not manage subjects.</exception>
public sealed class EndHomeOncologistLink(MonitorContext db, TimeProvider time)
{
    /// <returns>The link's id, or why not; the link of another site's subject is not found.</returns>
    public async Task<SetupAnswer> End(StaffMember by, Guid linkId, CancellationToken cancel)
    {
        by.Demand(Permission.ManageSubjects);
        db.ActAs(by, nameof(EndHomeOncologistLink));
        var subjects = db.SubjectsFor(by).Select(subject => subject.Id);
        var link = await db.SubjectLinks.SingleOrDefaultAsync(row => row.Id == linkId && row.EndedAt == null && subjects.Contains(row.SubjectId), cancel);
        if (link is null)
        {
            return SetupAnswer.Refused("LinkId", "This link has ended already.");
        }

        link.EndedAt = time.Now();
        await db.SaveChangesAsync(cancel);
        return SetupAnswer.Done(linkId);
    }
}
