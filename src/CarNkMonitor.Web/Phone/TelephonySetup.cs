using System.Net.Http.Headers;
using System.Text;
using CarNkMonitor.Monitoring.Alerts;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace CarNkMonitor.Web.Phone;

/// <summary>Which phone the program speaks through.</summary>
public static class TelephonySetup
{
    /// <summary>
    /// Twilio, or nobody, as section <c>Telephony</c> says; it is checked when the program starts. A phone that is registered already is
    /// kept, and the section is not read.
    /// </summary>
    public static IServiceCollection AddTelephony(this IServiceCollection services, IConfiguration configuration)
    {
        var options = services.AddOptions<TelephonyOptions>();
        services.AddSingleton<CallbackLimit>();
        services.AddSingleton<SignedForms>();
        services.AddHearing();
        if (services.Any(service => service.ServiceType == typeof(ITelephony)))
            return services;
        options.Bind(configuration.GetSection(TelephonyOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelephonyOptions>, TelephonyCheck>();
        services.AddSingleton<NoTelephony>();
        services.AddTwilio();
        return services.AddTransient(Chosen);
    }

    /// <summary>The demo's phones. Chosen by the demo alone and by no setting: a site must never text into a void.</summary>
    public static IServiceCollection AddVisiblePhones(this IServiceCollection services)
    {
        services.AddHearing();
        services.AddSingleton<VisiblePhones>();
        services.AddSingleton<ITelephony>(provider => provider.GetRequiredService<VisiblePhones>());
        return services.AddHostedService<VisibleDelivery>();
    }

    static void AddHearing(this IServiceCollection services)
    {
        services.TryAddSingleton<NoticeNudge>();
        services.TryAddScoped<StoreProviderEvent>();
        services.TryAddSingleton<HearProvider>();
    }

    static ITelephony Chosen(IServiceProvider services) => services.GetRequiredService<IOptions<TelephonyOptions>>().Value.Provider switch
    {
        TelephonyProvider.None => services.GetRequiredService<NoTelephony>(),
        TelephonyProvider.Twilio => services.GetRequiredService<TwilioTelephony>(),
    };

    static void AddTwilio(this IServiceCollection services)
    {
        var client = services.AddHttpClient<TwilioTelephony>(Configure);
        // A redirect would carry our token elsewhere; the address of each request would put account and message ids into the log.
        client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        client.RemoveAllLoggers();
        client.AddResilienceHandler("Twilio", (pipeline, context) =>
        {
            pipeline.AddRetry(Reads());
            pipeline.AddTimeout(context.ServiceProvider.GetRequiredService<IOptions<TelephonyOptions>>().Value.Timeout);
        });
    }

    static void Configure(IServiceProvider provider, HttpClient http)
    {
        var options = provider.GetRequiredService<IOptions<TelephonyOptions>>().Value;
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}"));
        http.BaseAddress = new Uri(options.BaseUrl.TrimEnd('/') + "/");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        http.Timeout = Timeout.InfiniteTimeSpan;   // the pipeline bounds each try
    }

    /// <summary>Asking is repeated, sending never is: a repeated POST may be a second text.</summary>
    static HttpRetryStrategyOptions Reads()
    {
        var retry = new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
            ShouldRetryAfterHeader = false,
        };
        retry.DisableForUnsafeHttpMethods();
        return retry;
    }
}
