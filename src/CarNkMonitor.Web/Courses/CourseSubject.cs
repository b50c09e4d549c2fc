using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Web.Courses;

/// <summary>One subject of a file.</summary>
public sealed record CourseSubject(string Code, IReadOnlyList<CourseReading> Readings)
{
    public int FirstLine => Readings.Min(reading => reading.Row.Line);

    /// <summary>Starts of the infusions in the file.</summary>
    public IReadOnlyList<DateTime> Infusions => [.. Readings.Where(reading => reading.Reading.Type.Code == "infusion").Select(reading => reading.At).Distinct().Order()];

    /// <summary>Every table in force at every instant at which something was observed.</summary>
    public (IReadOnlyList<DateTime> Moments, IReadOnlyList<CriterionCourse> Courses) Grade(CourseOptions options)
    {
        DateTime[] moments = [.. Readings.Select(reading => reading.At).Distinct().Order()];
        return (moments, SubjectCourse.Over(FactsOf(options), options.Settings, moments));
    }

    SubjectFacts FactsOf(CourseOptions options)
    {
        var infusions = Infusions.Count > 0 ? Infusions : [options.DayZero!.Value];
        var zone = TimeZoneInfo.FindSystemTimeZoneById(options.Zone);
        return new SubjectFacts(infusions, zone, [.. Readings.Distinct().Select(reading => reading.Fact)])
        {
            AgeAtEnrolmentDays = options.AgeYears is { } years ? (int)decimal.Ceiling(years * 365.25m) : null,
            EnrolledOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(infusions[0], zone)),
        };
    }
}
