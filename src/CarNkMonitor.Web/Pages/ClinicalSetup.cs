using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Audit;
using CarNkMonitor.Monitoring.Decisions;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Web.Pages;

/// <summary>What the clinical pages read, and what a signed-in person does with an alert.</summary>
public static class ClinicalSetup
{
    public static void AddClinicalPages(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services
            .AddScoped<Worklist>().AddScoped<ReadSubject>().AddScoped<ReadBedsideForm>().AddScoped<ReadCheckAnswer>()
            .AddScoped<ReadCheckValues>().AddScoped<ReadAmendment>()
            .AddScoped<AlertList>().AddScoped<ReadAlert>().AddScoped<ReadAudit>().AddScoped<FindAudit>().AddScoped<ExportAudit>()
            .AddScoped<AcknowledgeAlert>().AddScoped<PassOnAlert>().AddScoped<ReviewAlert>().AddScoped<CloseAlert>()
            .AddScoped<ProposeAttribution>().AddScoped<JudgeAttribution>().AddScoped<ConfirmGrade>()
            .AddScoped<ReadDecisions>().AddScoped<OpenDecisions>().AddScoped<ReadAdverseEvents>()
            .AddScoped<LinkHomeOncologist>().AddScoped<EndHomeOncologistLink>().AddScoped<WithdrawInfusion>().AddScoped<LeaveStudy>().AddScoped<ReturnToStudy>();
    }
}
