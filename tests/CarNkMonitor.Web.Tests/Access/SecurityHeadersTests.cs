using CarNkMonitor.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace CarNkMonitor.Web.Tests.Access;

public class SecurityHeadersTests
{
    [Theory]
    [InlineData("Content-Security-Policy", "default-src 'self';")]
    [InlineData("Content-Security-Policy", "frame-ancestors 'none'")]
    [InlineData("Content-Security-Policy", "form-action 'self'")]
    [InlineData("X-Content-Type-Options", "nosniff")]
    [InlineData("X-Frame-Options", "DENY")]
    [InlineData("Referrer-Policy", "no-referrer")]
    [InlineData("Cross-Origin-Opener-Policy", "same-origin")]
    [InlineData("Cache-Control", "no-store")]
    [InlineData("Strict-Transport-Security", "max-age=31536000")]
    public async Task Every_page_carries_the_header(string name, string part)
    {
        var answer = await Ask(Environments.Production, "https://monitor.example/", _ => { });
        Assert.Contains(part, Header(answer, name), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_content_policy_allows_nothing_inline()
    {
        var answer = await Ask(Environments.Production, "https://monitor.example/", _ => { });
        Assert.DoesNotContain("unsafe", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", "https://monitor.example/")]
    [InlineData("Production", "http://monitor.example/")]
    public async Task Transport_security_is_asked_for_only_over_https_outside_development(string environment, string address)
    {
        var answer = await Ask(environment, address, _ => { });
        Assert.Equal("", Header(answer, "Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("max-age=31536000, immutable", "max-age=31536000, immutable")]
    [InlineData("no-cache, no-store", "no-store")]
    [InlineData("no-cache", "no-store")]
    public async Task Only_a_file_that_says_so_is_kept(string said, string sent)
    {
        var answer = await Ask(Environments.Production, "https://monitor.example/", context => context.Response.Headers.CacheControl = said);
        Assert.Equal(sent, Header(answer, "Cache-Control"));
    }

    [Fact]
    public async Task A_refusal_carries_them_too()
    {
        var answer = await Ask(Environments.Production, "https://monitor.example/", context => context.Response.StatusCode = 404);
        Assert.Equal("no-store", Header(answer, "Cache-Control"));
    }

    static async Task<HttpResponseMessage> Ask(string environment, string address, Action<HttpContext> page)
    {
        using var host = new HostBuilder().UseEnvironment(environment).ConfigureWebHost(web => web.UseTestServer().Configure(app =>
        {
            app.UseMiddleware<SecurityHeaders>();
            app.Run(context =>
            {
                page(context);
                return context.Response.WriteAsync("page");
            });
        })).Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return await host.GetTestClient().GetAsync(new Uri(address), TestContext.Current.CancellationToken);
    }

    static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
