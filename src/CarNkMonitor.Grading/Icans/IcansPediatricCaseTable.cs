using CarNkMonitor.Grading.Cases;

namespace CarNkMonitor.Grading.Icans;

/// <summary>The sheet of ICANS cases tested with CAPD (specification 8.2). Who needs ICE instead is not graded here.</summary>
public sealed class IcansPediatricCaseTable : CaseTable
{
    static readonly Column<CapdAnswer>[] Questions =
    [
        Question(1, "Eye contact with the caregiver?"), Question(2, "Actions purposeful?"), Question(3, "Aware of surroundings?"),
        Question(4, "Communicates needs and wants?"), Question(5, "Restless?"), Question(6, "Inconsolable?"),
        Question(7, "Underactive, very little movement while awake?"), Question(8, "Takes a long time to respond to interactions?"),
    ];

    static readonly Column<int> Baseline = Columns.Integer(
        "capd_baseline_total", 0, CapdScore.Most, "{score}", "Last CAPD before the first infusion; empty counts as 0.");

    static readonly Column<NotDoneReason> NotDone = Columns.Word(
        "capd_not_done_reason", "Why CAPD was not done; only unarousable changes the grade.", IcansCodes.CapdReasonWords);

    /// <inheritdoc/>
    public override string Name => "icans_pediatric";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [AstctPediatricIcans.Criteria];

    /// <inheritdoc/>
    public override string Citation =>
        "Lee DW et al. Biol Blood Marrow Transplant 2019;25:625-638, Tables 6 and 7. doi:10.1016/j.bbmt.2018.12.758; "
        + "CAPD: Traube C et al. Crit Care Med 2014;42:656-663. doi:10.1097/CCM.0b013e3182a66b76";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } =
        [.. IcansColumns.Subject, .. Questions, Baseline, NotDone, .. IcansColumns.Findings, .. IcansColumns.Death];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["instrument", "capd_min", "capd_max", "grade_min", "grade_max", "state"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var capd = new CapdScore
        {
            EyeContact = Points(row, 1), Purposeful = Points(row, 2), Aware = Points(row, 3), Communicates = Points(row, 4),
            Restless = Points(row, 5), Inconsolable = Points(row, 6), Underactive = Points(row, 7), SlowToRespond = Points(row, 8),
        };
        return IcansColumns.Answer(IcansColumns.InputsOf(row) with
        {
            Used = Instrument.Capd, Capd = capd, CapdBaseline = row.Value(Baseline), CapdNotDone = row.Value(NotDone),
        }, capd.Range);
    }

    static int? Points(CaseRow row, int item) => row.Value(Questions[item - 1]) is { } answer ? CapdScore.Points(item, answer) : null;

    static Column<CapdAnswer> Question(int item, string text) => Columns.Word(
        $"capd_q{item}", $"{text} The answer, not the points; empty when not observed.",
        ("never", CapdAnswer.Never), ("rarely", CapdAnswer.Rarely), ("sometimes", CapdAnswer.Sometimes), ("often", CapdAnswer.Often),
        ("always", CapdAnswer.Always));
}
