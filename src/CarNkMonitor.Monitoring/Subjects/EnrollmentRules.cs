using System.Text.RegularExpressions;
using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Subjects;

/// <summary>What an enrollment must say, pure.</summary>
static partial class EnrollmentRules
{
    const int OldestDays = 130 * 366;

    public static IEnumerable<EntryProblem> Problems(Enrollment enrollment, bool isTaken)
    {
        if (!Code().IsMatch(enrollment.SubjectCode.Trim()))
            yield return new(nameof(Enrollment.SubjectCode), "A subject code has up to 20 letters, digits and hyphens; never a name.");
        if (isTaken)
            yield return new(nameof(Enrollment.SubjectCode), "This code is taken in the study.");
        if (enrollment.BirthDate is not null && enrollment.AgeDays is not null)
            yield return new(nameof(Enrollment.AgeDays), "Give the birth date or the age, not both.");
        if (enrollment.BirthDate > enrollment.EnrolledOn || enrollment.EnrolledOn.DayNumber - enrollment.BirthDate?.DayNumber > OldestDays)
            yield return new(nameof(Enrollment.BirthDate), "The birth date and the day of enrollment do not go together.");
        if (enrollment.AgeDays is < 0 or > OldestDays)
            yield return new(nameof(Enrollment.AgeDays), $"The age must lie between 0 and {OldestDays} days.");
        if (enrollment.ConditioningFrom is null != enrollment.ConditioningTo is null || enrollment.ConditioningTo < enrollment.ConditioningFrom)
            yield return new(nameof(Enrollment.ConditioningTo), "A conditioning course has a first and a last day, in that order.");
    }

    [GeneratedRegex("^[A-Za-z0-9-]{1,20}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
