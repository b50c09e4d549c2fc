using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.EarlyWarning;
using CarNkMonitor.Grading.Tests.Cases;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.EarlyWarning;

/// <summary>NEWS2 and qSOFA from raw timed observations: the worked cases, and the age that each reading may have.</summary>
public sealed class EarlyWarningCourseTests
{
    const double Minute = 1.0 / 60;

    public static IEnumerable<TheoryDataRow<string>> Cases => WorkedCases.Ids("news2");

    [Theory, MemberData(nameof(Cases)), Rule("NEWS2-4.1h", "columns.csv: news2")]
    public void NEWS2_emerges_from_raw_timed_facts(string id)
    {
        var row = WorkedCases.Row("news2", id);
        var course = new Course { AgeInDays = row.Number("age_years") is { } years ? (int)(years * 365.25m) + 1 : null };
        foreach (var (column, code, minutes) in new[] { ("resp_rate", "resp_rate", 30), ("spo2", "spo2", 20), ("temp_c", "temperature", 60), ("sbp", "sbp", 0), ("heart_rate", "heart_rate", 10) })
        {
            _ = row.Number(column) is { } value ? course.Number(100 - (minutes * Minute), code, value) : course;
        }

        _ = row.Text("acvpu") is { } letter ? course.Word(99, "acvpu", letter) : course;
        _ = row.Flag("on_oxygen") is { } oxygen ? course.Word(99, "oxygen_device", oxygen ? "venturi" : "room_air") : course;
        _ = row.Flag("pregnant") is { } pregnant ? course.Yes(-50, "pregnancy", pregnant) : course;
        _ = row.Number("spo2_scale") is { } scale ? course.Number(-50, "news2_spo2_scale", scale) : course;
        var result = EarlyWarningCourse.News2(course.Facts, Course.Hour(100));
        Assert.Equal(
            (row["expected_total"], row["expected_partial"], row["expected_risk"] == "not_applicable"),
            (result.State == GradeState.Determined ? $"{result.Low}" : "", $"{result.Low}", result.State == GradeState.NotApplicable));
    }

    [Theory, Rule("NEWS2-4.1i", "gvhd-cytopenia-observations 4.1: one set")]
    [InlineData("sbp", 30)]
    [InlineData("resp_rate", 30)]
    [InlineData("spo2", 30)]
    [InlineData("heart_rate", 30)]
    [InlineData("temperature", 60)]
    public void A_reading_counts_up_to_its_age_and_then_is_missing(string code, int minutes)
    {
        var course = new Course().Number(100, code, 40);
        Assert.NotEqual(GradeState.NotAssessed, EarlyWarningCourse.News2(course.Facts, Course.Hour(100 + (minutes * Minute))).State);
        Assert.Equal(GradeState.NotAssessed, EarlyWarningCourse.News2(course.Facts, Course.Hour(100 + ((minutes + 1) * Minute))).State);
    }

    [Fact, Rule("NEWS2-4.1j", "crs-icans-mas 1.2: running support")]
    public void A_running_device_is_a_reading_until_its_end_the_next_entry_or_12_hours()
    {
        var course = new Course().Word(88.5, "oxygen_device", "nasal_cannula", endsAt: 97).Number(90, "sbp", 120).Number(96.9, "sbp", 120).Number(98, "sbp", 120);
        Assert.Equal(("2", "0"), (Low(course, 96.9), Low(course, 98)));
        var still = new Course().Word(88.5, "oxygen_device", "nasal_cannula").Number(100.4, "sbp", 120).Number(100.5, "sbp", 120);
        Assert.Equal(("2", "0"), (Low(still, 100.4), Low(still, 100.5)));
        Assert.Equal("0", Low(still.Word(90, "oxygen_device", "room_air"), 100.4));
    }

    static string Low(Course course, double hour) => $"{EarlyWarningCourse.News2(course.Facts, Course.Hour(hour)).Low}";

    [Fact, Rule("QSOFA-4.2h", "columns.csv: scores, qsofa")]
    public void QSOFA_reads_the_latest_values_of_12_hours()
    {
        var course = new Course().Number(88, "gcs_total", 15).Number(95, "resp_rate", 18).Number(99, "resp_rate", 22).Number(99, "sbp", 100);
        string At(double hour) => ResultText.Of(EarlyWarningCourse.Qsofa(course.Facts, Course.Hour(hour)));
        Assert.Equal(("2", "2-3", "NotAssessed"), (At(100 - Minute), At(100), At(111)));
    }

    [Theory, Rule("NEWS2-4.1h", "crs-icans-mas 0.3: a bound is never the number")]
    [InlineData("2", true)]
    [InlineData("1", false)]
    [InlineData("<2", false)]
    public void The_second_scale_holds_where_it_is_charted_as_such(string scale, bool isSecond) => Assert.Equal(
        isSecond, EarlyWarningCourse.News2InputsAt(new SubjectRecord(new Course().Number(-5, "news2_spo2_scale", scale).Facts, countProvisional: true), Course.Hour(1)).UsesScale2);
}
