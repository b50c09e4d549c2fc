using CarNkMonitor.Grading.Cases;

namespace CarNkMonitor.Grading.Icans;

/// <summary>The sheet of ICANS cases tested with ICE (specification 8.2). Who needs CAPD instead is not graded here.</summary>
public sealed class IcansAdultCaseTable : CaseTable
{
    static readonly Column<int> Orientation = Item("ice_orientation", IceScore.MostForOrientation, "Year, month, city, hospital: 1 point each.");
    static readonly Column<int> Naming = Item("ice_naming", IceScore.MostForNaming, "Three objects: 1 point each.");
    static readonly Column<int> Commands = Item("ice_commands", IceScore.MostForOthers, "Carries out a simple command.");
    static readonly Column<int> Writing = Item("ice_writing", IceScore.MostForOthers, "Writes the standard sentence.");
    static readonly Column<int> Attention = Item("ice_attention", IceScore.MostForOthers, "Counts backwards from 100 by tens.");
    static readonly Column<int> Total = Item("ice_total", IceScore.Most, "Used only when no item is recorded.");
    static readonly Column<int> Baseline = Item("ice_baseline_total", IceScore.Most, "Last ICE before the first infusion.");
    static readonly Column<NotDoneReason> NotDone = Columns.Word(
        "ice_not_done_reason", "Why ICE was not done; only unarousable changes the grade.", IcansCodes.IceReasonWords);
    static readonly Column<bool> Tremor = Columns.Flag("tremor", "Never changes the result.");
    static readonly Column<bool> Myoclonus = Columns.Flag("myoclonus", "Never changes the result.");

    /// <inheritdoc/>
    public override string Name => "icans_adult";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [AstctIcans.Criteria];

    /// <inheritdoc/>
    public override string Citation => "Lee DW et al. Biol Blood Marrow Transplant 2019;25:625-638, Tables 4 and 5. doi:10.1016/j.bbmt.2018.12.758";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } =
    [
        .. IcansColumns.Subject, Orientation, Naming, Commands, Writing, Attention, Total, Baseline, NotDone, .. IcansColumns.Findings, Tremor, Myoclonus,
        .. IcansColumns.Death,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["instrument", "ice_min", "ice_max", "grade_min", "grade_max", "state"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var ice = new IceScore
        {
            Orientation = row.Value(Orientation), Naming = row.Value(Naming), Commands = row.Value(Commands), Writing = row.Value(Writing),
            Attention = row.Value(Attention), Total = row.Value(Total),
        };
        return IcansColumns.Answer(IcansColumns.InputsOf(row) with
        {
            Used = Instrument.Ice, Ice = ice, IceBaseline = row.Value(Baseline), IceNotDone = row.Value(NotDone),
        }, ice.Range);
    }

    static Column<int> Item(string name, int most, string meaning) => Columns.Integer(name, 0, most, "{score}", meaning);
}
