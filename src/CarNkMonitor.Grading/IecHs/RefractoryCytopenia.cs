using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.IecHs;

/// <summary>A count of grade 4 in spite of treatment (specification 3.3, line "refractory"); the category "prolonged" is asked elsewhere.</summary>
static class RefractoryCytopenia
{
    const int GcsfDays = 7;

    public static bool? Of(SubjectRecord record, RecoveryCourse course, BloodLineage lineage, Fact lowest, DateTime moment) => lineage switch
    {
        BloodLineage.Neutrophils => lowest.Worst is null ? FollowsGcsf(course, lowest) : null,
        BloodLineage.Platelets => StaysLowAfterTransfusions(record, course, moment),
        BloodLineage.Hemoglobin => false,
    };

    /// <summary>G-CSF on 7 days or more in a row up to the count: the run ends on its day, or on the day before it where that day's dose is still to come.</summary>
    static bool FollowsGcsf(RecoveryCourse course, Fact lowest)
    {
        var (given, day) = (course.Days("gcsf_dose"), course.DayOf(lowest.ObservedAt));
        return Enumerable.Range(day - GcsfDays, GcsfDays).All(given.Contains) || Enumerable.Range(day - GcsfDays + 1, GcsfDays).All(given.Contains);
    }

    /// <summary>Platelets below 25 at the first count within 24 h (included) after each of the last two transfusions of this course.</summary>
    static bool? StaysLowAfterTransfusions(SubjectRecord record, RecoveryCourse course, DateTime moment)
    {
        var given = record.Between("platelet_transfusion", course.From.AddTicks(-1), moment);
        return given.Length < 2 ? false : IsLowAfter(record, given[^1], moment) & IsLowAfter(record, given[^2], moment);
    }

    static bool? IsLowAfter(SubjectRecord record, Fact transfusion, DateTime moment)
    {
        var until = transfusion.ObservedAt + CourseTimes.Day;
        return record.Between(CytopeniaCodes.Platelets, transfusion.ObservedAt, until < moment ? until : moment) is [var first, ..]
            ? first.Measured.IsBelow(IecHsPattern.PlateletsBelow) : false;
    }
}
