using System.Text.Json.Nodes;
using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Web.Tests.Support;

namespace CarNkMonitor.Web.Tests.Grading;

/// <summary>The OpenAPI description says of every field what the table says of its column.</summary>
public sealed class GradeDocumentTests(MonitorTemplate databases)
{
    [Fact]
    public async Task Every_column_of_every_table_stands_in_it_with_unit_and_possible_range()
    {
        await using var host = await MonitorHost.Start(databases);
        var visitor = await host.SignedIn(StaffRole.HomeOncologist);
        var document = JsonNode.Parse(await visitor.Read("/api/openapi/grade.json"))!;

        Assert.Equal(CaseTables.All.Select(table => $"/api/grade/{table.Name}").Append("/api/grade").Order(StringComparer.Ordinal),
            document["paths"]!.AsObject().Select(path => path.Key).Order(StringComparer.Ordinal));
        foreach (var table in CaseTables.All)
        {
            var post = document["paths"]![$"/api/grade/{table.Name}"]!["post"]!;
            var body = post["requestBody"]!["content"]!["application/json"]!["schema"]!;
            Assert.Equal(table.Inputs.Select(column => column.Name), body["properties"]!.AsObject().Select(field => field.Key));
            Assert.False((bool)body["additionalProperties"]!);
            Assert.Equal(table.Inputs.Where(column => column.IsRequired).Select(column => column.Name), body["required"]?.AsArray().Select(name => (string)name!) ?? []);
            Assert.All(table.Inputs, column => Describes(body["properties"]![column.Name]!, column));
            var answer = post["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;
            Assert.Equal(table.Answers, answer["properties"]!["answers"]!["properties"]!.AsObject().Select(field => field.Key));
            Assert.NotNull(post["responses"]!["400"]);
        }
    }

    static void Describes(JsonNode field, Column column)
    {
        Assert.Equal((column.Unit, column.Min, column.Max), ((string?)field["x-ucum-unit"], (decimal?)field["minimum"], (decimal?)field["maximum"]));
        Assert.Equal(column.Kind is ColumnKind.Word ? column.Codes : [], field["enum"]?.AsArray().Where(code => code is not null).Select(code => (string)code!) ?? []);
        Assert.Equal(column.Kind is ColumnKind.List ? column.Codes : [], field["items"]?["enum"]?.AsArray().Select(code => (string)code!) ?? []);
        string[] types = field["type"] is JsonArray several ? [.. several.Select(type => (string)type!)] : [(string)field["type"]!];
        Assert.Equal(!column.IsRequired, types.Contains("null"));
        Assert.Equal(column.MayBeBound, types.Contains("string") && types.Contains("number"));
        Assert.True(column.Unit is null || ((string?)field["description"])!.Contains(column.Unit, StringComparison.Ordinal), column.Name);
    }
}
