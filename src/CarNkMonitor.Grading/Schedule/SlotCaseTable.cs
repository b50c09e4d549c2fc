using System.Globalization;
using CarNkMonitor.Grading.Cases;

namespace CarNkMonitor.Grading.Schedule;

/// <summary>The sheet of slot cases (specification of observations and schedule, 6.5).</summary>
public sealed class SlotCaseTable : CaseTable
{
    static readonly string[] Forms = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];

    static readonly Column<SlotFrequency> Frequency = Columns.Word("frequency", "How often the check is planned.", required: true, ScheduleWords.Frequencies);
    static readonly Column<DateTime> Nominal = Time("nominal", "Nominal local time of the slot", required: true);
    static readonly Column<DateTime> DoneAt = Time("done_at", "Local time at which the set that satisfies the slot was observed; empty for none", required: false);
    static readonly Column<DateTime> Now = Time("now", "Local time at which the state is asked", required: true);

    /// <inheritdoc/>
    public override string Name => "task-state";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [PhaseOfCourse.Criteria];

    /// <inheritdoc/>
    public override string Citation => "Our own proposal: monitoring schedule of the CarNkMonitor specification, 6.5";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } = [Frequency, Nominal, DoneAt, Now];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["state"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var result = SlotGrader.Grade(new SlotInputs(
            row.Value(Frequency)!.Value, row.Value(Nominal)!.Value, row.Value(Now)!.Value, row.Value(DoneAt)));
        return new CaseResult([result], [CaseText.Low(result)]);
    }

    static Column<DateTime> Time(string name, string meaning, bool required) =>
        Columns.Text(name, $"{meaning}, as 2026-03-02T08:00 without a zone.", Read, required);

    static DateTime Read(string cell) =>
        DateTime.TryParseExact(cell, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is >= 1900 and <= 2200 ? local
        : throw new FormatException($"'{cell}' is not a local time between 1900 and 2200; write it without a zone, such as 2026-03-02T08:00.");
}
