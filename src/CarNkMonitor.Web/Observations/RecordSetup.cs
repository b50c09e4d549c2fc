using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Schedule;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CarNkMonitor.Web.Observations;

/// <summary>The use cases that bring facts into the record, with the parts they are made of.</summary>
public static class RecordSetup
{
    static readonly Type[] UseCases =
    [
        typeof(RecordCheck), typeof(PreviewCheck), typeof(AmendObservation), typeof(PreviewAmendment), typeof(ImportObservations),
        typeof(EnrollSubject), typeof(FollowFacts), typeof(AssessSubject), typeof(RaiseAlert), typeof(PlanAssessments),
    ];

    /// <exception cref="InvalidDataException">The observation catalogue breaks a rule: better no program than one that grades by it.</exception>
    public static void AddRecord(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(ObservationCatalog.Default);
        builder.Services.TryAddSingleton(_ => new AlertLinks(builder.Configuration["Telephony:PublicBaseUrl"] ?? "http://localhost:5000"));
        foreach (var useCase in UseCases)
        {
            builder.Services.TryAddScoped(useCase);
        }
    }
}
