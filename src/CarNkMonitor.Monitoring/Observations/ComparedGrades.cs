using CarNkMonitor.Grading;
using CarNkMonitor.Monitoring.Subjects;
using CarNkMonitor.Monitoring.Toxicity;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>One table at one moment, by two sets of facts.</summary>
/// <param name="Before">By what is stored.</param>
/// <param name="After">By what would be stored.</param>
public sealed record PreviewedGrade(TablePart Table, ToxicityNow Before, ToxicityNow After)
{
    public bool HasChanged => (Before.Low, Before.High, Before.State) != (After.Low, After.High, After.State);

    public bool HasGrade => After.State is GradeState.Determined or GradeState.CannotExclude or GradeState.WrongInstrument;
}

/// <summary>What would change at one moment.</summary>
/// <param name="IsNewest">It is the newest moment of the participant, and not that of a value that is entered or corrected.</param>
/// <param name="Grades">Only those that would change.</param>
public sealed record PreviewedMoment(DateTime At, bool IsNewest, IReadOnlyList<PreviewedGrade> Grades);

/// <summary>Grades by two sets of facts, pure, with the tables that a nurse acts on in the order of <see cref="PreviewCheck.Shown"/>.</summary>
static class ComparedGrades
{
    public static IReadOnlyList<PreviewedGrade> Of(
        Subject subject, SettingsHistory settings, IEnumerable<Observation> before, IEnumerable<Observation> after, DateTime moment)
    {
        var (one, other) = (At(before), At(after));
        return
        [
            .. from table in other
               where PreviewCheck.Shown.Contains(table.Key.Criteria)
               orderby PreviewCheck.Shown.Index().First(shown => shown.Item == table.Key.Criteria).Index
               select new PreviewedGrade(table.Key, Now(one[table.Key].Single()), Now(table.Single())),
        ];

        ILookup<TablePart, GradedMoment> At(IEnumerable<Observation> facts) =>
            GradedCourse.Over(FactsOfSubject.FactsOf(subject, settings, facts), settings, [moment]);
    }

    static ToxicityNow Now(GradedMoment graded) => ToxicityNow.Of(graded.Course);
}
