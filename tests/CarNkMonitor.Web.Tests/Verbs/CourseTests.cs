using CarNkMonitor.Testing.RealParts;
using CarNkMonitor.Web.Tests.Support;

namespace CarNkMonitor.Web.Tests.Verbs;

/// <summary><c>course</c> as somebody with a file of observations runs it.</summary>
public sealed class CourseTests : IDisposable
{
    const string Header = "subject,observed_at,code,value,unit\n";
    const string Crs = "ASTCT-CRS-2019";

    readonly string _folder = Directory.CreateTempSubdirectory("carnk-course-").FullName;

    [Fact]
    public async Task Every_instant_of_a_subject_is_graded_and_the_deciding_inputs_stand_beside_the_grade()
    {
        var file = Sheet(Header + """
            P1,2026-03-02 09:00,infusion,complete,
            P1,2026-03-03 08:00,temperature,38.4,Cel
            P1,2026-03-03 08:00,sbp,84,mm[Hg]
            P1,2026-03-03 08:00,vasopressor_agent,none,
            P1,2026-03-03 08:00,oxygen_device,room_air,
            """);

        var (code, output, errors) = await Run(file, "--criteria", Crs, "--age", "54");

        Assert.Equal((0, "1 subjects, 2 lines."), (code, errors));
        Assert.Equal(
            [
                "subject,at,criteria,part,low,high,state,episode,onset,flags,inputs",
                $"P1,2026-03-02T09:00:00Z,{Crs},,,,NOT_ASSESSED,1,,,",
                $"P1,2026-03-03T08:00:00Z,{Crs},,2,2,DETERMINED,1,2026-03-03T08:00:00Z,,temperature=38.4 Cel@2026-03-03T08:00:00Z|sbp=84 mm[Hg]@2026-03-03T08:00:00Z|oxygen_device=room_air@2026-03-03T08:00:00Z",
            ],
            output.Split('\n'));
    }

    [Fact]
    public async Task Every_table_in_force_has_its_line_and_a_part_where_it_has_several_results()
    {
        var answers = Path.Combine(_folder, "answers.csv");
        var file = Sheet(Header + "P1,2026-03-02 09:00,infusion,complete,\nP1,2026-03-03 08:00,anc,300,/uL\n");

        var (code, output, errors) = await Run(file, "--out", answers);

        Assert.Equal((0, "1 subjects, 82 lines.", ""), (code, output, errors));
        var lines = await File.ReadAllLinesAsync(answers, TestContext.Current.CancellationToken);
        Assert.Contains("P1,2026-03-03T08:00:00Z,CTCAE-5.0,neutrophil count decreased,4,4,DETERMINED,1,,,anc=0.3 10*9/L@2026-03-03T08:00:00Z", lines);
        Assert.Contains("P1,2026-03-03T08:00:00Z,ICAHT-2023,early,1,1,DETERMINED,1,,INTERIM,anc=0.3 10*9/L@2026-03-03T08:00:00Z", lines);
        Assert.Equal(83, lines.Length);
    }

    [Fact]
    public async Task The_order_of_the_lines_and_a_line_that_stands_twice_change_nothing()
    {
        string[] lines =
        [
            "P1,2026-03-02 09:00,infusion,complete,", "P1,2026-03-03 08:00,temperature,38.4,Cel", "P1,2026-03-03 12:00,temperature,101.3,[degF]", "P1,2026-03-04 08:00,temperature,36.8,Cel",
        ];
        var first = await Run(Sheet(Header + string.Join('\n', lines)), "--criteria", Crs);
        var second = await Run(Sheet(Header + string.Join('\n', lines.Reverse().Append(lines[1]))), "--criteria", Crs);

        Assert.Equal((0, first.Output), (second.Code, second.Output));
    }

    [Fact]
    public async Task Local_times_and_days_are_those_of_the_zone_and_the_infusion_may_be_given_for_all()
    {
        var file = Sheet(Header + "P1,2026-03-03 08:00,temperature,38.4,Cel\nP2,2026-03-03T08:00:00Z,temperature,36.8,Cel\n");

        var (code, output, errors) = await Run(file, "--criteria", Crs, "--study-day-zero", "2026-03-02T09:00", "--zone", "Asia/Shanghai");

        Assert.Equal((0, "2 subjects, 2 lines."), (code, errors));
        Assert.Contains("P1,2026-03-03T00:00:00Z,", output, StringComparison.Ordinal);
        Assert.Contains("P2,2026-03-03T08:00:00Z,", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_line_is_named_with_what_is_wrong_and_nothing_is_written()
    {
        var answers = Path.Combine(_folder, "answers.csv");
        var file = Sheet(Header + """
            P1,2026-03-02 09:00,infusion,complete,
            P1,2026-03-03 08:00,temperature,384,Cel
            P1,yesterday,temperature,38.4,Cel
            P1,2026-03-03 08:00,fever,yes,
            P1,2026-03-03 08:00,platelets,50,
            P1,2026-03-03 09:00,sbp,100,mm[Hg]
            P1,2026-03-03 09:00,sbp,110,mm[Hg]
            P1,2026-03-03 09:00,ferritin,"1,500",ug/L
            P2,2026-03-03 09:00,temperature,38.4,Cel
            """);

        var (code, output, errors) = await Run(file, "--out", answers);

        Assert.Equal((2, ""), (code, output));
        var said = errors.Split('\n');
        Assert.Equal([3, 4, 5, 6, 8, 9, 10], said.Select(line => int.Parse(line[(line.IndexOf("line ", StringComparison.Ordinal) + 5)..line.IndexOf(": ", StringComparison.Ordinal)], null)));
        Assert.Contains("column observed_at: 'yesterday' is not a time", said[1], StringComparison.Ordinal);
        Assert.Contains("'fever' is not in the observation catalogue", said[2], StringComparison.Ordinal);
        Assert.Contains("1,500 is read as 1.5 ug/L, because a comma is a decimal sign. If the comma separates thousands, write 1500. If 1.5 is right, write 1.5.", said[5], StringComparison.Ordinal);
        Assert.Contains("given twice", said[4], StringComparison.Ordinal);
        Assert.Contains("subject P2 has no line with the code infusion; add one, or give the start of the infusion with --study-day-zero.", said[6], StringComparison.Ordinal);
        Assert.False(File.Exists(answers));
    }

    [Fact]
    public async Task A_rate_per_minute_is_read_by_the_weight_that_stands_wherever_its_line_is()
    {
        const string rate = "P1,2026-03-03 08:00,norepinephrine_rate,8,ug/min\n";
        const string infusion = "P1,2026-03-02 09:00,infusion,complete,\n";

        var with = await Run(Sheet(Header + infusion + rate + "P1,2026-03-02 08:00,weight,80,kg\n"), "--criteria", Crs);
        var without = await Run(Sheet(Header + infusion + rate + "P1,2026-03-03 08:30,weight,80,kg\nP2,2026-03-02 08:00,weight,80,kg\n"), "--criteria", Crs, "--study-day-zero", "2026-03-02 09:00");

        Assert.Equal(0, with.Code);
        Assert.Equal(2, without.Code);
        Assert.Contains("line 3: ", without.Errors, StringComparison.Ordinal);
        Assert.Contains("enter the body weight first", without.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no such file", "no-such.csv")]
    [InlineData("'Nowhere' is not a time zone", "cases.csv", "--zone", "Nowhere")]
    [InlineData("--study-day-zero: 'soon' is not a time", "cases.csv", "--study-day-zero", "soon")]
    [InlineData("There is no table with the criteria id 'CRS'", "cases.csv", "--criteria", "CRS")]
    [InlineData("cannot be in force together", "cases.csv", "--criteria", "CTCAE-5.0,CTCAE-6.0")]
    [InlineData("is the file of observations itself", "cases.csv", "--out", "cases.csv")]
    public async Task Bad_usage_says_what_to_do(string why, params string[] arguments)
    {
        Sheet(Header + "P1,2026-03-02 09:00,infusion,complete,\nP1,2026-03-03 08:00,temperature,38.4,Cel\n");

        var (code, output, errors) = await Run(arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(why, errors, StringComparison.Ordinal);
    }

    string Sheet(string csv)
    {
        var file = Path.Combine(_folder, "cases.csv");
        File.WriteAllText(file, csv);
        return file;
    }

    Task<(int Code, string Output, string Errors)> Run(params string[] arguments) => VerbRun.Alone(_folder, ["course", .. arguments]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
