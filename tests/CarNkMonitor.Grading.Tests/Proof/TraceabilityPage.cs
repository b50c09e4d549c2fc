using System.Reflection;
using System.Text;
using System.Xml.Linq;
using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Tests.Cases;

namespace CarNkMonitor.Grading.Tests.Proof;

/// <summary>Rule, source, test, result: made from what the tests say of themselves and from the report of a run.</summary>
sealed class TraceabilityPage(XDocument report)
{
    readonly ILookup<string, string> _byMethod = report.Descendants("test").ToLookup(Method, Result);

    readonly Dictionary<string, string> _byCase = report.Descendants("test")
        .Where(test => (string?)test.Attribute("type") == typeof(WorkedCasesTests).FullName && (string?)test.Attribute("method") == nameof(WorkedCasesTests.Every_worked_case_grades_as_written))
        .ToDictionary(test => ((string)test.Attribute("name")!).Replace("\\\"", "\"", StringComparison.Ordinal), Result);

    public int Rules { get; } = Held().Select(held => held.Rule.Id).Distinct().Count();

    /// <summary>Tests with a rule, and worked cases, that the report does not show as passed.</summary>
    public IReadOnlyList<string> NotPassed() =>
    [
        .. Held().Where(held => ResultOf(held.Test) is not "passed").Select(held => Name(held.Test)),
        .. WorkedRows().Where(row => row.Result != "passed").Select(row => row.Id),
    ];

    public string Text()
    {
        var text = new StringBuilder("""
            # Traceability

            Made by `./tests/proof.sh grading` from the report of a whole run; do not edit. A rule is named by the short name of its table and the section of the
            specification; the source names that section and the publication behind it.

            ## Rules

            | rule | source | test | result |
            | --- | --- | --- | --- |

            """);
        foreach (var (rule, test) in Held())
        {
            text.Append(null, $"| {rule.Id} | {Cell(rule.Source)} | {Name(test)} | {ResultOf(test)} |\n");
        }

        text.Append("\n## Worked cases\n\n| rule | source | case | result |\n| --- | --- | --- | --- |\n");
        foreach (var row in WorkedRows())
        {
            text.Append(null, $"| {Cell(row.Rule)} | tests/cases/{row.Table}.csv | {row.Id} | {row.Result} |\n");
        }

        return text.ToString();
    }

    static IEnumerable<(RuleAttribute Rule, MethodInfo Test)> Held() =>
        from type in typeof(TraceabilityPage).Assembly.GetTypes()
        from test in type.GetMethods()
        from rule in test.GetCustomAttributes<RuleAttribute>()
        orderby rule.Id, Name(test)
        select (rule, test);

    IEnumerable<(string Table, string Id, string Rule, string Result)> WorkedRows() =>
        from table in CaseTables.All
        from row in WorkedCases.Read(table.Name)
        select (table.Name, row["case_id"], row.Cells.GetValueOrDefault("rule") ?? row.Cells.GetValueOrDefault("deciding_rule") ?? "", ResultOf(table.Name, row["case_id"]));

    string ResultOf(string table, string id) =>
        _byCase.FirstOrDefault(one => one.Key.Contains($"\"{table}\"", StringComparison.Ordinal) && one.Key.Contains($"\"{id}\"", StringComparison.Ordinal)).Value ?? "not run";

    string ResultOf(MethodInfo test) => _byMethod[$"{test.DeclaringType!.FullName}.{test.Name}"].Distinct().ToArray() switch
    {
        [] => "not run",
        [var only] => only,
        _ => "failed",
    };

    static string Method(XElement test) => $"{(string?)test.Attribute("type")}.{(string?)test.Attribute("method")}";

    static string Result(XElement test) => (string?)test.Attribute("result") == "Pass" ? "passed" : "failed";

    static string Name(MethodInfo test) => $"{test.DeclaringType!.FullName!["CarNkMonitor.Grading.Tests.".Length..]}.{test.Name}";

    static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
