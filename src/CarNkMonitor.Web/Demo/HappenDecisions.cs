using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.EntityFrameworkCore;

namespace CarNkMonitor.Web.Demo;

/// <summary>Lets corrections and decisions of the demo's story happen through the program's own use cases.</summary>
/// <param name="services">Of one scope.</param>
/// <param name="subject">Whose story it is.</param>
sealed class HappenDecisions(IServiceProvider services, Guid subject, CancellationToken cancel)
{
    readonly MonitorContext _db = services.GetRequiredService<MonitorContext>();

    public async Task Amend(StaffMember nurse, DemoEvent.Amended amended)
    {
        var row = await _db.Observations.Current().Where(one => one.SubjectId == subject && one.Code == amended.Corrected.Code)
            .OrderByDescending(one => one.ObservedAt).Select(one => one.Id).FirstAsync(cancel);
        Demand(await services.GetRequiredService<AmendObservation>().Amend(nurse, row, amended.Corrected, amended.Reason, cancel) is CheckSaved, amended);
    }

    public async Task Propose(StaffMember nurse, DemoEvent.Proposed proposed) => Demand(await services.GetRequiredService<ProposeAttribution>()
        .Run(nurse, new AttributionEntry(Guid.NewGuid(), subject, proposed.Finding, proposed.Cause, proposed.Reason), cancel) is CheckSaved, proposed);

    public async Task Countersign(StaffMember physician, DemoEvent.Countersigned countersigned)
    {
        var proposal = await _db.Observations.Current().Where(one => one.SubjectId == subject && one.IsProvisional).Select(one => one.Id).SingleAsync(cancel);
        Demand(await services.GetRequiredService<JudgeAttribution>().Countersign(physician, proposal, countersigned.Reason, cancel) is CheckSaved, countersigned);
    }

    public async Task Confirm(StaffMember physician, string password, DemoEvent.Confirmed confirmed)
    {
        var grade = await _db.Assessments.Where(one => one.SubjectId == subject && one.Criteria == confirmed.Criteria && one.IsCurrent)
            .OrderByDescending(one => one.Moment).Select(one => one.Id).FirstAsync(cancel);
        var answer = await services.GetRequiredService<ConfirmGrade>().Run(physician, new GradeEntry(Guid.NewGuid(), grade, confirmed.Grade, null, null, password), cancel);
        Demand(answer.IsDone, confirmed);
    }

    static void Demand(bool isDone, DemoEvent happened)
    {
        if (!isDone)
        {
            throw new InvalidOperationException($"The demo's own story was refused: {happened}");
        }
    }
}
