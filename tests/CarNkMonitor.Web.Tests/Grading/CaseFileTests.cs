using System.Text;
using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Testing.RealParts;
using CarNkMonitor.Web.Grading;

namespace CarNkMonitor.Web.Tests.Grading;

public sealed class CaseFileTests : IDisposable
{
    static readonly CaseTable Crs = CaseTables.Find("crs")!;

    readonly string _file = Path.GetTempFileName();

    public static TheoryData<string> Tables => [.. CaseTables.All.Select(table => table.Name)];

    [Theory, MemberData(nameof(Tables))]
    public void Every_open_case_file_is_graded_as_written(string name)
    {
        var table = CaseTables.Find(name)!;
        var graded = GradedSheet.Of(table, CaseFile.Read(Path.Combine(RepositoryRoot.Find(), "tests", "cases", name + ".csv"), table));

        Assert.Empty(graded.Disagreements);
        Assert.Equal(graded.Rows.Count * table.Answers.Count, graded.Compared);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Any_line_end_is_one_and_the_last_may_be_missing(string end)
    {
        var sheet = Read($"case_id,temp_max__Cel{end}a,38{end}{end}b,39");

        Assert.Equal([("a", 2L, "38"), ("b", 4L, "39")], sheet.Rows.Select(row => (row.Id, row.Line, row.Cells["temp_max__Cel"])));
    }

    [Fact]
    public void A_byte_order_mark_quotes_and_line_breaks_inside_them_belong_to_no_cell_by_mistake()
    {
        var sheet = Read("\ufeffcase_id,vignette,temp_max__Cel\n\"a\"\"1\",\"said \"\"hot\"\",\nthen cold\r\n\",\"38\"\nb,,39\n");

        Assert.Equal([("a\"1", 2L), ("b", 5L)], sheet.Rows.Select(row => (row.Id, row.Line)));
        Assert.Equal("said \"hot\",\nthen cold\r\n", sheet.Rows[0].Cells["vignette"]);
        Assert.Equal("38", sheet.Rows[0].Cells["temp_max__Cel"]);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\n\n", "is empty")]
    [InlineData("case_id,temp_max__Cel\n", "has a header and no cases")]
    [InlineData("temp_max__Cel\n38\n", "line 1: has no column case_id.")]
    [InlineData("case_id;temp_max__Cel\na;38\n", "line 1: has no column case_id; columns are separated by commas.")]
    [InlineData("case_id,temp\na,38\n", "line 1, column temp: is not a column of crs. Its columns are case_id, age__a")]
    [InlineData("case_id,expected_grade\na,3\n", "line 1, column expected_grade: is not a column")]
    [InlineData("case_id,Vignette\na,3\n", "line 1, column Vignette: is not a column")]
    [InlineData("case_id,,temp_max__Cel\na,,38\n", "line 1: column 2 has no name")]
    [InlineData("case_id,temp_max__Cel,temp_max__Cel\na,38,39\n", "line 1, column temp_max__Cel: is there twice")]
    [InlineData("case_id,temp_max__Cel\na,38\nb,38,5\n", "line 3: has 3 cells where the header has 2; a cell with a comma needs quotes")]
    [InlineData("case_id,temp_max__Cel\na\n", "line 2: has 1 cells where the header has 2")]
    [InlineData("case_id,temp_max__Cel\n ,38\n", "line 2, column case_id: is empty")]
    [InlineData("case_id,temp_max__Cel\na,\"38\n", "line 2: ")]
    [InlineData("case_id,temp_max__Cel\na,\"38\"5\n", "line 2: ")]
    public void What_is_no_sheet_of_this_table_is_refused_with_file_and_line(string csv, string why)
    {
        var refused = Assert.Throws<CaseFileException>(() => Read(csv));

        Assert.Contains(refused.Problems, problem => problem.StartsWith(_file, StringComparison.Ordinal) && problem.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public void A_required_column_that_is_missing_is_said_once_and_not_for_every_row()
    {
        File.WriteAllText(_file, "case_id,value,unit\na,1,Cel\nb,2,Cel\n");
        var refused = Assert.Throws<CaseFileException>(() => CaseFile.Read(_file, CaseTables.Find("units")!));

        Assert.Equal([$"{_file}, line 1, column obs_code: is required and missing."], refused.Problems);
    }

    [Fact]
    public void Another_encoding_is_refused()
    {
        File.WriteAllBytes(_file, Encoding.Latin1.GetBytes("case_id,vignette\na,Übelkeit\n"));

        Assert.Contains("not UTF-8", Assert.Throws<CaseFileException>(() => CaseFile.Read(_file, Crs)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_bad_cell_is_named_and_good_rows_are_not_graded_beside_them()
    {
        var sheet = Read("case_id,temp_max__Cel,o2_device\na,38,room_air\nb,99,tent\nc,hot,\n");

        Assert.Equal(
            [("line 3, column temp_max__Cel"), ("line 3, column o2_device"), ("line 4, column temp_max__Cel")],
            Assert.Throws<CaseFileException>(() => GradedSheet.Of(Crs, sheet)).Problems.Select(problem => problem.Split(": ")[0][(_file.Length + 2)..]));
    }

    CaseSheet Read(string csv)
    {
        File.WriteAllText(_file, csv);
        return CaseFile.Read(_file, Crs);
    }

    public void Dispose() => File.Delete(_file);
}
