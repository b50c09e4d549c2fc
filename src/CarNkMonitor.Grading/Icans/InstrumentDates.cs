using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Icans;

/// <summary>The days on which a subject's instrument may change: the twelfth birthday, and the day after the twenty-first.</summary>
static class InstrumentDates
{
    public static IEnumerable<DateTime> Of(SubjectFacts subject) => DatesOf(subject).Select(subject.StartOf);

    static DateOnly[] DatesOf(SubjectFacts subject) =>
        subject.BirthDate is { } birth ? [birth.AddYears((int)IcansInstrument.CapdBelow), birth.AddYears((int)IcansInstrument.CapdWithDelayUpTo).AddDays(1)]
        : subject is { AgeAtEnrolmentDays: { } days, EnrolledOn: { } enrolled }
            ? [enrolled.AddDays(FirstDay(IcansInstrument.CapdBelow) - days), enrolled.AddDays(FirstDayAfter(IcansInstrument.CapdWithDelayUpTo) - days)]
        : [];

    static int FirstDay(decimal years) => (int)decimal.Ceiling(years * SubjectAge.DaysPerYear);

    static int FirstDayAfter(decimal years) => (int)decimal.Floor(years * SubjectAge.DaysPerYear) + 1;
}
