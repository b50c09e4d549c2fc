using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Grading.Tests.Cases;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Icans;

public sealed class IcansCasesTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Ids =>
        Files.SelectMany(file => WorkedCases.Read(file).Where(IcansCaseSteps.IsInTheRecord).Select(row => new TheoryDataRow<string, string>(file, row["case_id"])));

    static readonly string[] Files = ["icans_adult", "icans_pediatric"];

    [Theory, MemberData(nameof(Ids))]
    public void Every_worked_case_emerges_from_raw_timed_facts(string file, string id)
    {
        var row = WorkedCases.Row(file, id);
        var result = IcansCaseSteps.CourseOf(row).IcansAt(24).Result;
        Assert.Equal(
            $"{row["expected_grade_min"]}-{row["expected_grade_max"]} {row["expected_state"]}",
            $"{result.Low}-{result.High} {StateOf(result)}");
    }

    static string StateOf(GradeResult result) => result.State switch
    {
        GradeState.Determined => "DETERMINED",
        GradeState.CannotExclude => "CANNOT_EXCLUDE",
        GradeState.NotApplicable => "NOT_APPLICABLE",
        GradeState.WrongInstrument => "WRONG_INSTRUMENT",
        GradeState.NotAssessed => "NOT_ASSESSED",
        GradeState.NotComputed => "NOT_COMPUTED",
    };
}
