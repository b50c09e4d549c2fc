using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CarNkMonitor.Web.Pages;

/// <summary>What the clinical pages read and do.</summary>
public static class ClinicalSetup
{
    /// <summary>What the pages ask for, and the parts of it.</summary>
    static readonly Type[] UseCases =
    [
        typeof(RecordCheck), typeof(FollowFacts), typeof(AssessSubject), typeof(RaiseAlert), typeof(PlanAssessments),
        typeof(AcknowledgeAlert), typeof(PassOnAlert), typeof(ReviewAlert), typeof(CloseAlert),
        typeof(EnrollSubject), typeof(LinkHomeOncologist), typeof(EndHomeOncologistLink),
    ];

    public static void AddClinicalPages(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services
            .AddScoped<Worklist>().AddScoped<ReadSubject>().AddScoped<ReadBedsideForm>().AddScoped<ReadCheckAnswer>()
            .AddScoped<AlertList>().AddScoped<ReadAlert>();
        builder.Services.TryAddSingleton(_ => new AlertLinks(builder.Configuration["Telephony:PublicBaseUrl"] ?? "http://localhost:5000"));
        foreach (var useCase in UseCases)
        {
            builder.Services.TryAddScoped(useCase);
        }
    }
}
