using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Web.Phone;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CarNkMonitor.Web.Demo;

/// <summary>What is different in the demo: database, clock, phones, a page of their own, and nothing else.</summary>
public static class DemoSetup
{
    public static void Furnish(WebApplicationBuilder builder, string file, string url, DemoClock clock, DemoStart start)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Demo:IsOn"] = "true",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning",
            ["Logging:Console:FormatterName"] = "simple",
            ["ConnectionStrings:Monitor"] = $"Data Source={file}",
            ["Database:Provider"] = "Sqlite",
            ["Access:AllowHttp"] = "true",
            ["Telephony:PublicBaseUrl"] = url,
        });
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(start);
        builder.Services.AddVisiblePhones();
        builder.Services.AddSingleton<DemoPeople>();
        builder.Services.TryAddScoped<EnrollSubject>();
        builder.Services.AddScoped<DemoTrial>();
        builder.Services.AddSingleton<WriteDemo>();
        builder.Services.AddHostedService<RaiseWhileWatching>();
    }
}
