using System.Net;
using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Web.Demo;
using CarNkMonitor.Web.Phone;
using CarNkMonitor.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CarNkMonitor.Web.Tests.Phone;

public class PhonesPageTests(MonitorTemplate databases)
{
    [Fact]
    public async Task Outside_the_demo_there_is_no_such_page()
    {
        await using var host = await MonitorHost.Start(databases);
        using var anybody = host.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await anybody.Get("/phones")).StatusCode);
    }

    [Fact]
    public async Task In_the_demo_everybody_sees_texts_with_their_link_and_the_present_codes()
    {
        await using var host = await Demo(databases);
        var person = host.Services.GetRequiredService<DemoPeople>().WithPhone[0];
        await host.Services.GetRequiredService<VisiblePhones>().SendText(
            new OutgoingText(Guid.CreateVersion7(), person.Phone!, "CNK URGENT K7Q2: CRS grade 2. https://cnk.example/k/K7Q2"), TestContext.Current.CancellationToken);
        using var anybody = host.Visitor();

        var page = await anybody.Read("/phones");

        Assert.Contains("no text leaves this machine", page, StringComparison.Ordinal);
        Assert.Contains("CNK URGENT K7Q2: CRS grade 2. <a href=\"/k/K7Q2\">", page, StringComparison.Ordinal);
        Assert.Contains(person.CodeAt(host.Clock.GetUtcNow().UtcDateTime)!, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_typed_on_a_phone_enters_by_the_same_door_as_a_real_one()
    {
        await using var host = await Demo(databases);
        var person = host.Services.GetRequiredService<DemoPeople>().WithPhone[0];
        using var anybody = host.Visitor();

        var answer = await anybody.Post("/phones", new() { ["userName"] = person.UserName, ["text"] = "A4821" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var heard = await host.InDatabase(db => db.ProviderEvents.SingleAsync(row => row.Kind == ProviderEventKind.Inbound));
        Assert.Equal((person.Phone, "A4821"), (heard.FromPhone, heard.Body));
        Assert.Contains("A4821", await anybody.Read("/phones"), StringComparison.Ordinal);
    }

    static Task<MonitorHost> Demo(MonitorTemplate databases) => MonitorHost.Start(databases, furnish: builder =>
    {
        builder.Services.AddVisiblePhones();
        builder.Services.AddSingleton<DemoPeople>();
    });
}
