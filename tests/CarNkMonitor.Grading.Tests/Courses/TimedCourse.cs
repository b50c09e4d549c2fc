using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Tests.Crs;

namespace CarNkMonitor.Grading.Tests.Courses;

/// <summary>Laboratory values on a course in hours after the infusion.</summary>
static class TimedCourse
{
    /// <summary>Limits of normal for values that were reported without any.</summary>
    public static readonly Dictionary<string, ReferenceRange> Fallback = new()
    {
        ["ferritin"] = new(30, 300), ["ast"] = new(10, 40), ["alt"] = new(7, 45), ["fibrinogen"] = new(1.8m, 4), ["ldh"] = new(120, 250),
        ["pt"] = new(11, 14), ["inr"] = new(0.8m, 1.2m), ["aptt"] = new(25, 37), ["bilirubin_total"] = new(0.2m, 1.2m), ["bilirubin_direct"] = new(0, 0.3m),
        ["creatinine"] = new(0.7m, 1.3m), ["anc"] = new(1.8m, 7.5m), ["platelets"] = new(150, 400), ["hgb"] = new(130, 170), ["wbc"] = new(4, 11),
        ["alc"] = new(1, 4), ["cd4"] = new(410, 1590), ["alp"] = new(40, 130), ["triglycerides"] = new(0.4m, 1.7m),
    };

    public static SubjectFacts WithFallback(this Course course) => course.Facts with { FallbackLimits = Fallback };

    /// <summary>A value as the laboratory reported it.</summary>
    public static SubjectFacts Reported(this SubjectFacts facts, double hour, string code, decimal canonical, ReportedValue reported) => facts with
    {
        Facts = [.. facts.Facts, new Fact(Guid.CreateVersion7(), code, Course.Hour(hour)) { Value = canonical, Reported = reported }],
    };
}
