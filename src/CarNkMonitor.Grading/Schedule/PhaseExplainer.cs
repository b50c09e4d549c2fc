using System.Globalization;
using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Schedule;

/// <summary>One day of a course: what the phase is asked of.</summary>
/// <param name="Course">The days of the course.</param>
/// <param name="RecoveryDay">The day asked for.</param>
public sealed record PhaseInputs(CourseDays Course, int RecoveryDay);

/// <summary>As <see cref="PhaseOfCourse"/>, explained. Always determined.</summary>
public static class PhaseGrader
{
    /// <summary>The phase of that day as a level: <see cref="Phase.Screening"/> is 0.</summary>
    public static GradeResult Grade(PhaseInputs inputs)
    {
        var phase = (int)inputs.Course.On(inputs.RecoveryDay);
        return PhaseExplainer.One.Result(inputs, phase, phase);
    }
}

/// <summary>What a phase says of itself.</summary>
sealed class PhaseExplainer() : Explainer<PhaseInputs>(PhaseOfCourse.Criteria, Scale.Words([.. ScheduleWords.Phases.Select(word => word.Word)]))
{
    public static readonly PhaseExplainer One = new();

    static readonly Sentences Say = new("Schedule.ScheduleSentences");

    protected override Sentence NotAssessedSentence => Say.Say("not_assessed");

    protected override Sentence Sentence(PhaseInputs inputs, GradeResult result)
    {
        var (course, day) = inputs;
        return Say.Say(ScheduleWords.Of(course.On(day)), course.CycleDay(day) ?? 0, course.CrsChecks(day));
    }

    protected override IEnumerable<string> Flags(PhaseInputs inputs, GradeResult result) => [];

    protected override IReadOnlyList<MissingInput> Missing(PhaseInputs inputs, GradeResult result) => [];

    /// <summary>The event that the phase hangs on, with the RecoveryDay of it.</summary>
    protected override IEnumerable<Driver> Drivers(PhaseInputs inputs, GradeResult result)
    {
        var (course, day) = inputs;
        return course.On(day) switch
        {
            Phase.Screening => [Day("conditioning_dose", course.ConditioningFrom)],
            Phase.Conditioning => [Day("conditioning_dose", course.ConditioningFrom), Day("conditioning_dose", course.ConditioningTo)],
            Phase.Rest => [Day("conditioning_dose", course.ConditioningTo)],
            Phase.Infusion or Phase.Daily or Phase.TwiceWeekly => [Day("infusion", LatestInfusion(inputs))],
            Phase.Monthly => [Day("infusion", LatestInfusion(inputs)), Day("discharge_home", course.HomeDay!.Value)],
        };
    }

    static int LatestInfusion(PhaseInputs inputs) => inputs.RecoveryDay - inputs.Course.CycleDay(inputs.RecoveryDay)!.Value;

    static Driver Day(string code, int day) => new(code, day.ToString(CultureInfo.InvariantCulture), "d");
}
