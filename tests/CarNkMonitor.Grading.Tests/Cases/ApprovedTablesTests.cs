using System.Globalization;
using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cases;

/// <summary>What every table asks for, and everything that it says of its worked cases: a change of a word or a driver shows in a diff.</summary>
public sealed class ApprovedTablesTests
{
    public static IEnumerable<TheoryDataRow<string>> Tables => CaseTables.All.Select(table => new TheoryDataRow<string>(table.Name));

    [Theory, MemberData(nameof(Tables))]
    public void The_columns_of_the_table_are_the_approved_ones(string name) =>
        Approved.File($"case-tables/{name}.columns.txt", Columns(CaseTables.Find(name)!));

    [Theory, MemberData(nameof(Tables))]
    public void What_the_worked_cases_are_told_is_the_approved_text(string name) => Approved.File(
        $"case-tables/{name}.cases.txt", string.Join("\n\n", WorkedCases.Read(name).Select(row => Answer(CaseTables.Find(name)!, row))));

    static string Columns(CaseTable table) =>
        $"{table.Name}: {string.Join(", ", table.Criteria)}\n{table.Citation}\n\n{string.Join("\n", table.Inputs.Select(Column))}\n\nanswers: {string.Join(", ", table.Answers)}";

    static string Column(Column column) => string.Create(
        CultureInfo.InvariantCulture,
        $"{column.Name}: {column.Kind}, unit {column.Unit ?? "-"}, {column.Min}..{column.Max}, {(column.IsRequired ? "required" : "optional")}"
        + $"{(column.MayBeBound ? ", may be a bound" : "")}, {string.Join("|", column.Codes)}\n  {column.Meaning}");

    static string Answer(CaseTable table, CaseRow row)
    {
        var graded = table.Grade(table.Inputs.Where(column => row.Cells.ContainsKey(column.Name)).ToDictionary(column => column.Name, column => row[column.Name]));
        return string.Join("\n", graded.Results.Select(Told).Prepend($"{row["case_id"]}: {string.Join(" ; ", graded.Answers)}"));
    }

    static string Told(GradeResult result) =>
        $"  {result.Criteria} {ResultText.Of(result)} [{string.Join(" ", result.Flags.Order(StringComparer.Ordinal))}]"
        + $"\n    by: {string.Join(", ", result.Drivers.Select(driver => $"{driver.Code}={driver.Value}{(driver.Unit is { } unit ? $" {unit}" : "")}"))}"
        + $"\n    missing: {string.Join(", ", result.Missing.Select(input => $"{input.Code} ({string.Join(" ", input.CouldReach)})"))}"
        + $"\n    {result.Sentence.English}\n    {result.Sentence.In(Explanations.Sentence.Chinese)}";
}
