using System.Net;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CarNkMonitor.Web.Tests.Access;

/// <summary>Walks every endpoint of the real host with every role of both sites, and with nobody.</summary>
public class EveryDoorTests(MonitorTemplate databases)
{
    [Fact]
    public async Task Every_endpoint_stands_in_the_table_and_every_line_of_the_table_is_an_endpoint()
    {
        await using var host = await MonitorHost.Start(databases);

        Assert.Equal(Doors.All.Select(door => door.Pattern).Order(StringComparer.Ordinal), PatternsOf(host).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_doors_that_the_table_opens_let_in_somebody_who_is_not_signed_in()
    {
        await using var host = await MonitorHost.Start(databases);
        using var stranger = host.Visitor();

        foreach (var door in Doors.All)
        {
            var answer = await door.Knock(stranger, host.Trial);
            var isLedToSignIn = answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("returnUrl=", StringComparison.Ordinal);
            var isTurnedAway = door.IsForScripts ? answer.StatusCode == HttpStatusCode.Unauthorized : isLedToSignIn;
            Assert.True(isTurnedAway == door.Roles is not null, $"{door} answered {answer.StatusCode} {answer.Headers.Location} to a stranger");
        }
    }

    [Fact]
    public async Task Each_role_of_each_site_finds_open_what_the_table_says_and_nothing_else()
    {
        await using var host = await MonitorHost.Start(databases);
        foreach (var (role, site) in from role in Enum.GetValues<StaffRole>() from site in (Site[])[host.Trial.Here, host.Trial.Elsewhere] select (role, site))
        {
            var visitor = await host.SignedIn(role, site);
            foreach (var door in Doors.All)
            {
                var answer = await door.Knock(visitor, host.Trial);
                Assert.True(IsAsExpected(door, role, site == host.Trial.Here, answer.StatusCode),
                    $"{door} answered {(int)answer.StatusCode} to a {role} of {site.Name}");
            }
        }
    }

    [Fact]
    public async Task A_form_is_refused_to_a_role_that_may_not_enter_and_to_everybody_without_its_token()
    {
        await using var host = await MonitorHost.Start(databases);
        var nurse = await host.SignedIn(StaffRole.Nurse);
        foreach (var (page, handler) in await FormsOf(host))
        {
            var door = Doors.All.Single(door => door.Pattern == PatternOf(page));
            var path = door.PathIn(host.Trial) + (handler.Length == 0 ? "" : $"?handler={handler}");
            var insider = door.Roles is null ? nurse : await host.SignedIn(door.Roles[0]);
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, (await insider.Send(path, [])).StatusCode));
            if (door.Roles?.Contains(StaffRole.Nurse) == false)
            {
                Assert.Equal((path, HttpStatusCode.Forbidden), (path, (await nurse.Send(path, [])).StatusCode));
            }
        }
    }

    [Fact]
    public async Task Nothing_but_the_listed_doors_is_marked_as_open()
    {
        await using var host = await MonitorHost.Start(databases);

        var open = EndpointsOf(host).Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(PatternOf);

        Assert.Equal(Doors.All.Where(door => door.Roles is null).Select(door => door.Pattern).Order(StringComparer.Ordinal), open.Distinct().Order(StringComparer.Ordinal));
    }

    static bool IsAsExpected(Door door, StaffRole role, bool isOwnSite, HttpStatusCode answer) =>
        door.Roles is not null && !door.Roles.Contains(role) ? answer is HttpStatusCode.Forbidden or HttpStatusCode.NotFound
        : door.IsOfSite && !isOwnSite ? answer == HttpStatusCode.NotFound
        : door.MayBeUnwell || answer is HttpStatusCode.OK or HttpStatusCode.Redirect;

    static IEnumerable<RouteEndpoint> EndpointsOf(MonitorHost host) => host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    static IEnumerable<string> PatternsOf(MonitorHost host) => EndpointsOf(host).Select(PatternOf).Distinct();

    static string PatternOf(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}";

    /// <summary>Every page handler that takes a form, by reading the compiled pages.</summary>
    static async Task<List<(RouteEndpoint Page, string Handler)>> FormsOf(MonitorHost host)
    {
        var forms = new List<(RouteEndpoint, string)>();
        foreach (var page in EndpointsOf(host))
        {
            if (page.Metadata.GetMetadata<PageActionDescriptor>() is not { } described || page.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is not null)
            {
                continue;
            }

            var compiled = await host.Services.GetRequiredService<PageLoader>().LoadAsync(described, page.Metadata);
            forms.AddRange(compiled.HandlerMethods.Where(method => method.HttpMethod.Equals("post", StringComparison.OrdinalIgnoreCase)).Select(method => (page, method.Name ?? "")));
        }

        return forms;
    }
}
