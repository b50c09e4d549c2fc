using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Crs;

/// <summary>
/// The instants at which a walk looks again: each entry, and when what it tells runs out. One entry alone, because beside others their instants would do
/// for its own.
/// </summary>
public sealed class CrsChangesTests
{
    static double[] Changes(Course course) =>
        [.. new CrsRecord(new SubjectRecord(course.Facts, countProvisional: true)).Changes().Select(at => (at - Course.Infusion).TotalHours).Order()];

    static readonly Dictionary<string, (Func<Course, Course> Enter, double[] Hours)> Entries = new()
    {
        ["temperature"] = (course => course.Temperature(50, 38.5m), [0, 50, 74]),
        ["systolic pressure"] = (course => course.Systolic(50, 118), [0, 50, 54, 62]),
        ["saturation"] = (course => course.Number(50, "spo2", 97), [0, 50, 54, 62]),
        ["hypotension seen"] = (course => course.Yes(50, "hypotension_clinician"), [0, 50, 54, 62]),
        ["bolus"] = (course => course.Yes(50, "fluid_bolus_for_hypotension"), [0, 50, 54]),
        ["review of masking drugs"] = (course => course.Reviewed(50), [0, 50, 74]),
        ["a review before another"] = (course => course.Reviewed(50).Reviewed(60), [0, 50, 60, 84]),
        ["death"] = (course => course.Word(50, "death", "crs"), [0, 50]),
        ["agent"] = (course => course.Pressors(50, "norepinephrine"), [0, 50, 54, 62, 66]),
        ["agent with its end"] = (course => course.Word(50, "vasopressor_agent", "norepinephrine", endsAt: 53), [0, 50, 54, 57, 62]),
        ["device"] = (course => course.Device(50, "hfnc"), [0, 50, 54, 62, 66]),
        ["device and a flow of its own time"] = (course => course.Device(50, "nasal_cannula").Number(55, "oxygen_flow", 2), [0, 50, 54, 55, 59, 62, 66]),
        ["antipyretic"] = (course => course.Paracetamol(50), [0, 50, 58]),
        ["statement on fever"] = (course => course.Word(50, "fever_attribution", "infection"), [0, 50, 74]),
        ["statement on pressure"] = (course => course.Word(50, "hypotension_attribution", "other_cause"), [0, 50, 74]),
        ["statement on oxygen"] = (course => course.Word(50, "hypoxia_attribution", "other_cause"), [0, 50, 74]),
    };

    public static IEnumerable<TheoryDataRow<string>> Names => Entries.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory, MemberData(nameof(Names)), Rule("CRS-1.2j", "crs-icans-mas 1.2: windows and look-backs")]
    public void CRS_is_looked_at_again_when_an_entry_is_made_and_when_it_runs_out(string entry)
    {
        var (enter, hours) = Entries[entry];
        Assert.Equal(hours, Changes(enter(new Course())));
    }
}
