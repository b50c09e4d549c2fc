using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;

namespace CarNkMonitor.Monitoring.Audit;

public static class ActingPerson
{
    /// <summary>Narrows what the door has set (request id and address stay) to a person and a use case.</summary>
    public static void ActAs(this MonitorContext db, StaffMember person, string useCase, string? reason = null) =>
        db.Act = AuditAct.By(person, useCase, reason) with { RequestId = db.Act?.RequestId, Address = db.Act?.Address };
}
