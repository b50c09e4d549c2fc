using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Icans;
using CarNkMonitor.Grading.Tests.Crs;

namespace CarNkMonitor.Grading.Tests.Icans;

/// <summary>Neurological checks on a course in hours after the infusion.</summary>
static class IcansSteps
{
    /// <summary>An alert subject with this ICE total.</summary>
    public static Course Neuro(this Course course, double hour, int ice = 10) => course.Number(hour, "ice_total", ice).Word(hour, "consciousness", "alert");

    public static Course Ice(this Course course, double hour, int orientation, int naming, int commands, int writing, int attention) =>
        course.Number(hour, "ice_orientation", orientation).Number(hour, "ice_naming", naming).Number(hour, "ice_commands", commands)
            .Number(hour, "ice_writing", writing).Number(hour, "ice_attention", attention);

    public static CourseResult IcansAt(this Course course, double hour) => IcansCourse.At(course.Facts, Course.Hour(hour));

    /// <summary>"2", "0-4", or the state where there is no grade.</summary>
    public static string IcansGrade(this Course course, double hour) => ResultText.Of(course.IcansAt(hour).Result);
}
