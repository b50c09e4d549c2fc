using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Testing.RealParts;
using CarNkMonitor.Web.Tests.Support;

namespace CarNkMonitor.Web.Tests.Verbs;

/// <summary><c>grade</c> as somebody with a file of cases runs it.</summary>
public sealed class GradeTests : IDisposable
{
    static readonly string Cases = Path.Combine(RepositoryRoot.Find(), "tests", "cases");

    readonly string _folder = Directory.CreateTempSubdirectory("carnk-grade-").FullName;

    [Fact]
    public async Task The_answers_are_written_under_their_names_without_prefix_and_agree_with_the_file()
    {
        var answers = Path.Combine(_folder, "answers.csv");

        var (code, output, errors) = await Grade("--criteria", "crs", Path.Combine(Cases, "crs.csv"), "--out", answers);

        Assert.Equal((0, "44 cases graded; 176 answers compared, 0 disagree.", ""), (code, output, errors));
        var lines = await File.ReadAllLinesAsync(answers, TestContext.Current.CancellationToken);
        Assert.Equal(["case_id,grade_min,grade_max,state,flags", "CRS-O01,0,0,DETERMINED,"], lines[..2]);
        Assert.Equal(45, lines.Length);
        Assert.Equal([answers], Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task Without_a_file_to_write_the_answers_are_the_standard_output_and_nothing_else_is()
    {
        var (code, output, errors) = await Grade("--criteria", "ASTCT-CRS-2019", Sheet("case_id,temp_max__Cel\na,38.0\nb,\n"));

        Assert.Equal((0, "case_id,grade_min,grade_max,state,flags\na,1,4,CANNOT_EXCLUDE,\nb,0,4,CANNOT_EXCLUDE,"), (code, output));
        Assert.EndsWith("\n2 cases graded; 0 answers compared, 0 disagree.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disagreement_is_printed_with_both_values_and_ends_with_1()
    {
        var file = Sheet("case_id,obs_code,value,unit,expected_display,expected_disposition,rule\nU1,temperature,100.4,[degF],38.00,confirm,by hand\n");

        var (code, output, errors) = await Grade("--criteria", "units", file);

        Assert.Equal((1, "case_id,display,unit,disposition\nU1,38.0,Cel,accept"), (code, output));
        Assert.Equal($"{file}, line 2, column expected_disposition: U1 expects 'confirm', computed 'accept'.\n1 cases graded; 2 answers compared, 1 disagree.", errors);
    }

    [Fact]
    public async Task A_bad_cell_names_file_line_and_column_and_leaves_the_old_answers_alone()
    {
        var answers = Path.Combine(_folder, "answers.csv");
        await File.WriteAllTextAsync(answers, "old", TestContext.Current.CancellationToken);
        var file = Sheet("case_id,vignette,temp_max__Cel,vasopressors\na,\"two\nlines\",38,none\nb,,\"38,5\",adrenaline\n");

        var (code, output, errors) = await Grade("--criteria", "crs", file, "--out", answers);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains($"{file}, line 4, column temp_max__Cel: '38,5' is not a number", errors, StringComparison.Ordinal);
        Assert.Contains($"{file}, line 4, column vasopressors: 'adrenaline' is not known here", errors, StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(answers, TestContext.Current.CancellationToken));
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Theory]
    [InlineData("no-such-folder/answers.csv", "there is no folder")]
    [InlineData(".", "is a folder")]
    [InlineData("cases.csv", "is the file of cases itself")]
    [InlineData("link.csv", "is the file of cases itself")]
    [InlineData("near.csv", "is the file of cases itself")]
    public async Task Answers_that_cannot_be_written_are_said_so(string place, string why)
    {
        var file = Sheet("case_id,temp_max__Cel\na,38.0\n");
        File.CreateSymbolicLink(Path.Combine(_folder, "link.csv"), file);
        File.CreateSymbolicLink(Path.Combine(_folder, "near.csv"), "cases.csv");

        foreach (var (cases, target) in new[] { (file, Path.Combine(_folder, place)), ("cases.csv", place) })
        {
            var (code, _, errors) = await Grade("--criteria", "crs", cases, "--out", target);

            Assert.Equal(2, code);
            Assert.Contains(why, errors, StringComparison.Ordinal);
        }

        Assert.StartsWith("case_id", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_stays_a_link_and_a_device_a_device()
    {
        var (file, answers, link) = (Sheet("case_id,temp_max__Cel\na,38.0\n"), Path.Combine(_folder, "answers.csv"), Path.Combine(_folder, "link.csv"));
        await File.WriteAllTextAsync(answers, "old", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(link, answers);

        Assert.Equal(0, (await Grade("--criteria", "crs", file, "--out", link)).Code);
        Assert.Equal(0, (await Grade("--criteria", "crs", file, "--out", "/dev/null")).Code);

        Assert.Equal(answers, File.ResolveLinkTarget(link, returnFinalTarget: false)!.FullName);
        Assert.StartsWith("case_id", await File.ReadAllTextAsync(answers, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("", await File.ReadAllTextAsync("/dev/null", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_link_to_a_neighbour_leads_to_the_neighbour_wherever_the_program_runs()
    {
        Sheet("case_id,temp_max__Cel\na,38.0\n");
        File.CreateSymbolicLink(Path.Combine(_folder, "link.csv"), "answers.csv");

        var (code, _, errors) = await Grade("--criteria", "crs", "cases.csv", "--out", "link.csv");

        Assert.True(code == 0, errors);
        Assert.Equal("answers.csv", new FileInfo(Path.Combine(_folder, "link.csv")).LinkTarget);
        Assert.StartsWith("case_id", await File.ReadAllTextAsync(Path.Combine(_folder, "answers.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_that_are_not_there_and_lines_of_one_case_id_are_graded_and_told()
    {
        var file = Sheet("case_id,anc_series,end_day\na,0:400,3\nb,0:2000,3\na,0:2000,4\na,0:2000,5\n");

        var (code, output, errors) = await Grade("--criteria", "icaht", file);

        Assert.Equal((0, 5), (code, output.Split('\n').Length));
        Assert.Equal(
            [
                $"Warning: {file}, line 1: has no column closed. Each counts as empty in every case: not recorded, and an event as not happened.",
                $"Warning: {file}, line 4: case_id a already stands on line 2. 3 cases have it; each is graded by itself.",
                "4 cases graded; 0 answers compared, 0 disagree.",
            ],
            errors.Split('\n'));
    }

    [Fact]
    public async Task The_list_names_every_table_with_its_criteria_and_source()
    {
        var (code, output, _) = await Grade("--list");

        Assert.Equal(0, code);
        var lines = output.Split('\n');
        Assert.Equal(CaseTables.All.Count, lines.Length);
        Assert.All(CaseTables.All.Zip(lines), pair =>
        {
            Assert.StartsWith(pair.First.Name + " ", pair.Second, StringComparison.Ordinal);
            Assert.All(pair.First.Criteria.Append(pair.First.Citation), text => Assert.Contains(text, pair.Second, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Bad_usage_ends_with_2_and_says_what_is_missing()
    {
        Assert.Contains("--criteria NAME", (await Refused()).Errors, StringComparison.Ordinal);
        Assert.Contains("There is no table 'crss'", (await Refused("--criteria", "crss", "file.csv")).Errors, StringComparison.Ordinal);
        Assert.Contains("Name the file", (await Refused("--criteria", "crs")).Errors, StringComparison.Ordinal);
        Assert.Contains("there is no such file", (await Refused("--criteria", "crs", "no.csv")).Errors, StringComparison.Ordinal);
    }

    async Task<(int Code, string Output, string Errors)> Refused(params string[] arguments)
    {
        var refused = await Grade(arguments);
        Assert.Equal((2, ""), (refused.Code, refused.Output));
        return refused;
    }

    string Sheet(string csv)
    {
        var file = Path.Combine(_folder, "cases.csv");
        File.WriteAllText(file, csv);
        return file;
    }

    Task<(int Code, string Output, string Errors)> Grade(params string[] arguments) => VerbRun.Alone(_folder, ["grade", .. arguments]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
