using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;

namespace CarNkMonitor.Grading.IecHs;

/// <summary>
/// The course of the cytopenia for common criterion 5, by the table of specification 3.3: of each lineage with a value of grade 4 in the window the
/// first line that holds, and of two lineages the line that stands first. Null while a lineage without a count in the window, or a bound, could still
/// decide.
/// </summary>
static class CytopeniaOfCourse
{
    const int WorseningFromDay = 15;

    static readonly IecHsCytopeniaCourse[] Order = [IecHsCytopeniaCourse.New, IecHsCytopeniaCourse.Refractory, IecHsCytopeniaCourse.Worsening];

    public static IecHsCytopeniaCourse? At(SubjectRecord record, CytopeniaLimits limits, DateTime moment)
    {
        if (RecoveryCourse.At(record, moment) is not { } course)
        {
            return null;
        }

        var found = new[]
        {
            OfLineage(record, course, BloodLineage.Neutrophils, IecHsPattern.NeutrophilsBelow, limits, moment),
            OfLineage(record, course, BloodLineage.Platelets, IecHsPattern.PlateletsBelow, limits, moment),
        };
        foreach (var line in Order)
        {
            if (found.Contains(line))
            {
                return line;
            }
        }

        return found.Contains(null) ? null : IecHsCytopeniaCourse.ExpectedStable;
    }

    static IecHsCytopeniaCourse? OfLineage(
        SubjectRecord record, RecoveryCourse course, BloodLineage lineage, decimal grade4Below, CytopeniaLimits limits, DateTime moment)
    {
        if (record.Lowest(lineage.Code(), moment, CourseTimes.ThreeDays) is not { } lowest)
        {
            return null;
        }

        var isGrade4 = lowest.Measured.IsBelow(grade4Below);
        if (isGrade4 == false)
        {
            return IecHsCytopeniaCourse.ExpectedStable;
        }

        var window = RecoveryTables.Window(course, lineage, limits);
        var (isNew, isProlonged) = (Is(window, CytopeniaCategory.Biphasic, CytopeniaCategory.LateOnset), Is(window, CytopeniaCategory.Prolonged));
        var line = FirstLine(
            isNew,
            isProlonged | RefractoryCytopenia.Of(record, course, lineage, lowest, moment),
            course.Today >= WorseningFromDay ? Worsens(record, lowest) : false);
        return isGrade4 == true || line == IecHsCytopeniaCourse.ExpectedStable ? line : null;
    }

    /// <summary>A line that may hold leaves open what stands below it, but every line but the last counts alike.</summary>
    static IecHsCytopeniaCourse? FirstLine(bool? isNew, bool? isRefractory, bool? isWorsening) =>
        isNew == true ? IecHsCytopeniaCourse.New
        : isRefractory == true ? IecHsCytopeniaCourse.Refractory
        : isWorsening == true ? IecHsCytopeniaCourse.Worsening
        : isNew is null || isRefractory is null || isWorsening is null ? null
        : IecHsCytopeniaCourse.ExpectedStable;

    /// <summary>Of a range of categories all that lie between its ends are possible.</summary>
    static bool? Is(GradeResult window, params ReadOnlySpan<CytopeniaCategory> wanted)
    {
        if (window is not { Low: { } low, High: { } high })
        {
            return false;
        }

        var (all, any) = (true, false);
        for (var category = low; category <= high; category++)
        {
            var isWanted = wanted.Contains((CytopeniaCategory)category);
            (all, any) = (all && isWanted, any || isWanted);
        }

        return all ? true : any ? null : false;
    }

    /// <summary>Below the last count 24 to 72 h earlier (both included); open where a bound leaves open which count is the lowest.</summary>
    static bool? Worsens(SubjectRecord record, Fact lowest)
    {
        if (lowest.Worst is not null)
        {
            return null;
        }

        var earlier = record.Between(lowest.Code, lowest.ObservedAt - CourseTimes.ThreeDays - TimeSpan.FromTicks(1), lowest.ObservedAt - CourseTimes.Day);
        return earlier is not [.., var before] ? false
            : before.Measured.Comparator == Comparator.Equal ? lowest.Measured.IsBelow(before.Measured.Value)
            : lowest.Measured.Comparator == Comparator.Equal ? before.Measured.IsAbove(lowest.Measured.Value)
            : null;
    }
}
