using CarNkMonitor.Grading.Cases;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cases;

/// <summary>Every file of worked cases grades as written, through the code that the verb and the interface use.</summary>
public sealed class WorkedCasesTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Cases =>
        from table in CaseTables.All from row in WorkedCases.Read(table.Name) select new TheoryDataRow<string, string>(table.Name, row["case_id"]);

    public static IEnumerable<TheoryDataRow<string>> Tables => CaseTables.All.Select(table => new TheoryDataRow<string>(table.Name));

    [Theory, MemberData(nameof(Cases))]
    public void Every_worked_case_grades_as_written(string name, string id)
    {
        var (table, cells) = (CaseTables.Find(name)!, WorkedCases.Row(name, id).Cells);
        Assert.Empty(CaseComparison.Of(table, table.Grade(cells), cells).Select(one => $"{one.Answer}: expected '{one.Expected}', computed '{one.Computed}'"));
    }

    [Theory, MemberData(nameof(Tables))]
    public void Every_column_of_a_case_file_is_an_input_an_answer_or_a_comment(string name)
    {
        var table = CaseTables.Find(name)!;
        string[] comments = ["case_id", "vignette", "rule", "deciding_rule"];
        var known = table.Inputs.Select(column => column.Name).Concat(table.Answers.Select(CaseComparison.ColumnOf)).Concat(comments);
        Assert.Empty(WorkedCases.Read(name)[0].Cells.Keys.Except(known));
    }

    [Fact]
    public void Every_case_file_has_a_table_and_every_table_its_file() =>
        Assert.Equal(CaseTables.All.Select(table => table.Name).Order(StringComparer.Ordinal), WorkedCases.Names.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Tables))]
    public void Every_answer_of_a_table_is_worked_out_in_its_file(string name) =>
        Assert.Empty(CaseTables.Find(name)!.Answers.Select(CaseComparison.ColumnOf).Except(WorkedCases.Read(name)[0].Cells.Keys));
}
