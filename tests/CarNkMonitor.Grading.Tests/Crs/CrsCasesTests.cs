using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Tests.Cases;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Crs;

public sealed class CrsCasesTests
{
    public static IEnumerable<TheoryDataRow<string>> Ids => WorkedCases.Ids(CrsCase.File);

    [Theory, MemberData(nameof(Ids))]
    [Rule("CRS-8", "crs-icans-mas 8; Lee 2019 Table 2")]
    public void Every_worked_case_grades_as_written(string id)
    {
        var row = WorkedCases.Row(CrsCase.File, id);
        CrsCase.Verify(row, CrsGrader.Grade(CrsCase.Inputs(row)));
    }

    [Theory, MemberData(nameof(Ids))]
    [Rule("CRS-1.2", "crs-icans-mas 1.2; our own proposal")]
    public void Every_worked_case_emerges_from_raw_timed_facts(string id)
    {
        var row = WorkedCases.Row(CrsCase.File, id);
        CrsCase.Verify(row, CrsSteps.CourseOf(row).At(0).Result);
    }
}
