using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection;

namespace CarNkMonitor.Web.Tests.Support;

/// <summary>
/// What makes an instance of a Razor page is compiled once for the test process instead of once for each of its hundreds of hosts, which took a tenth of its time.
/// It knows nothing of a host.
/// </summary>
sealed class SharedPageFactories(IRazorPageFactoryProvider own) : IRazorPageFactoryProvider
{
    static readonly ConcurrentDictionary<string, RazorPageFactoryResult> Factories = new();

    public RazorPageFactoryResult CreateFactory(string relativePath) => Factories.GetOrAdd(relativePath, own.CreateFactory);

    /// <summary>For a program that is not built yet: the framework adds its own only where there is none.</summary>
    public static void AddTo(IServiceCollection services) => services.AddSingleton<IRazorPageFactoryProvider>(
        built => new SharedPageFactories((IRazorPageFactoryProvider)ActivatorUtilities.CreateInstance(built, Own)));

    static readonly Type Own = TypeOfTheFramework();

    static Type TypeOfTheFramework()
    {
        var services = new ServiceCollection();
        services.AddRazorPages();
        return services.Single(service => service.ServiceType == typeof(IRazorPageFactoryProvider)).ImplementationType!;
    }
}
