using System.Globalization;
using CarNkMonitor.Grading.Explanations;

namespace CarNkMonitor.Grading.Schedule;

/// <summary>One slot at one moment. All three times are of the same clock, local without zone.</summary>
/// <param name="Frequency">How often the check is planned.</param>
/// <param name="Nominal">Nominal time of the slot.</param>
/// <param name="Now">The moment asked for.</param>
/// <param name="DoneAt">When the set meant for this slot was observed; null for none.</param>
public sealed record SlotInputs(SlotFrequency Frequency, DateTime Nominal, DateTime Now, DateTime? DoneAt = null);

/// <summary>As <see cref="SlotWindow"/>, explained. Always determined.</summary>
public static class SlotGrader
{
    /// <summary>The state of the slot as a level: <see cref="SlotState.Scheduled"/> is 0.</summary>
    public static GradeResult Grade(SlotInputs inputs)
    {
        var state = (int)SlotWindow.Around(inputs.Frequency, inputs.Nominal).At(inputs.Now, inputs.DoneAt);
        return SlotExplainer.One.Result(inputs, state, state);
    }
}

/// <summary>What a slot says of itself.</summary>
sealed class SlotExplainer() : Explainer<SlotInputs>(PhaseOfCourse.Criteria, Scale.Words([.. ScheduleWords.States.Select(word => word.Word)]))
{
    public static readonly SlotExplainer One = new();

    static readonly Sentences Say = new("Schedule.ScheduleSentences");

    protected override Sentence NotAssessedSentence => Say.Say("not_assessed");

    protected override Sentence Sentence(SlotInputs inputs, GradeResult result)
    {
        var window = SlotWindow.Around(inputs.Frequency, inputs.Nominal);
        return Say.Say(ScheduleWords.Of((SlotState)result.Low!.Value),
            Time(window.Opens), Time(window.OnTimeUntil), Time(window.Closes), Time(inputs.DoneAt ?? inputs.Now));
    }

    protected override IEnumerable<string> Flags(SlotInputs inputs, GradeResult result) => [];

    protected override IReadOnlyList<MissingInput> Missing(SlotInputs inputs, GradeResult result) => [];

    protected override IEnumerable<Driver> Drivers(SlotInputs inputs, GradeResult result) => (SlotState)result.Low!.Value is SlotState.Done or SlotState.DoneLate
        ? [Driver.Of("nominal", Time(inputs.Nominal)), Driver.Of("done_at", Time(inputs.DoneAt!.Value))]
        : [Driver.Of("nominal", Time(inputs.Nominal)), Driver.Of("now", Time(inputs.Now))];

    static string Time(DateTime local) => local.ToString(local.Second == 0 ? "yyyy-MM-ddTHH:mm" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}
