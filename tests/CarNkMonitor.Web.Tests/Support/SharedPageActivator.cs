using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection;

namespace CarNkMonitor.Web.Tests.Support;

/// <summary>
/// What furnishes a Razor page with its properties is compiled once for the test process instead of once for each of its hundreds of hosts. What a page asks for by
/// itself still comes from its own host: the activator holds the framework's stateless helpers alone.
/// </summary>
static class SharedPageActivator
{
    static RazorPageActivator? _shared;

    /// <summary>For a program that is not built yet: the framework adds its own only where there is none.</summary>
    public static void AddTo(IServiceCollection services) => services.AddSingleton<IRazorPageActivator>(
        built => LazyInitializer.EnsureInitialized(ref _shared, () => ActivatorUtilities.CreateInstance<RazorPageActivator>(built)));
}
