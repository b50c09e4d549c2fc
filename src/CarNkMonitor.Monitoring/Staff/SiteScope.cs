using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>
/// Whose data a person may see: own site, or the whole study without a site; a home oncologist the linked subjects; others nobody.
/// Every query for subjects starts here, so that somebody else's subject is simply not there.
/// </summary>
public static class SiteScope
{
    public static IQueryable<Subject> SubjectsFor(this MonitorContext db, StaffMember person) =>
        person.IsDisabled ? db.Subjects.Where(_ => false)
        : person.May(Permission.ReadLinkedSubjects) ? Linked(db, person)
        : !person.May(Permission.ReadSubjects) ? db.Subjects.Where(_ => false)
        : person.SiteId is { } site ? db.Subjects.Where(subject => subject.SiteId == site)
        : db.Subjects.Where(subject => subject.StudyId == person.StudyId);

    /// <summary>The sites that a person works for: the own one, or all of the study. What may be done there is asked apart from this.</summary>
    public static IQueryable<Site> SitesFor(this MonitorContext db, StaffMember person) => person.SiteId is { } own
        ? db.Sites.Where(site => site.Id == own)
        : db.Sites.Where(site => site.StudyId == person.StudyId);

    /// <summary>The same for one site.</summary>
    public static bool WorksAt(this StaffMember person, Site site) => person.SiteId is { } own ? own == site.Id : person.StudyId == site.StudyId;

    static IQueryable<Subject> Linked(MonitorContext db, StaffMember person) => db.Subjects.Where(subject =>
        db.SubjectLinks.Any(link => link.StaffMemberId == person.Id && link.SubjectId == subject.Id && link.EndedAt == null));
}
