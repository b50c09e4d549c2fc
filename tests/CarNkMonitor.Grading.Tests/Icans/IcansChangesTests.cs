using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Icans;

/// <summary>The instants at which a walk over ICANS looks again: each entry, and when what it tells runs out. One entry alone, as for CRS.</summary>
public sealed class IcansChangesTests
{
    static double[] Changes(Course course) =>
        [.. new IcansRecord(new SubjectRecord(course.Facts, countProvisional: true)).Changes().Select(at => (at - Course.Infusion).TotalHours).Order()];

    static readonly Dictionary<string, (Func<Course, Course> Enter, double[] Hours)> Entries = new()
    {
        ["ICE"] = (course => course.Number(50, "ice_total", 9), [50, 68]),
        ["an ICE before another"] = (course => course.Number(50, "ice_total", 9).Number(60, "ice_total", 9), [50, 60, 78]),
        ["consciousness"] = (course => course.Word(50, "consciousness", "alert"), [50, 54, 68]),
        ["seizure"] = (course => course.Word(50, "seizure", "brief_resolved"), [50, 74]),
        ["weakness"] = (course => course.Word(50, "motor_weakness", "none"), [50]),
        ["oedema"] = (course => course.Word(50, "cerebral_oedema_imaging", "focal"), [50]),
        ["statement on a seizure"] = (course => course.Word(50, "seizure_attribution", "other_cause"), [50, 74]),
    };

    public static IEnumerable<TheoryDataRow<string>> Names => Entries.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory, MemberData(nameof(Names)), Rule("ICANS-2.8k", "crs-icans-mas 2.8: windows")]
    public void ICANS_is_looked_at_again_when_an_entry_is_made_and_when_it_runs_out(string entry)
    {
        var (enter, hours) = Entries[entry];
        Assert.Equal(hours, Changes(enter(new Course())).Except(Changes(new Course())));
    }
}
