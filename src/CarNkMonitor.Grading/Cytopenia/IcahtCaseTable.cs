using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Cytopenia.Days;

namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>The sheet of ICAHT cases (specification 7): one row answers for the early and the late window.</summary>
public sealed class IcahtCaseTable : CaseTable
{
    static readonly Column<IReadOnlyList<DayValue>> Counts = CountColumns.Neutrophils();
    static readonly Column<int> EndDay = CountColumns.EndDay();
    static readonly Column<bool> Closed = Columns.Flag("closed", "The early window is final; empty counts as false. From day 30 on it is final anyway.");

    /// <inheritdoc/>
    public override string Name => "icaht";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [Icaht.Criteria];

    /// <inheritdoc/>
    public override string Citation => "Rejeski K et al. Blood 2023;142:865-877 (EHA/EBMT consensus). doi:10.1182/blood.2023020578";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } = [Counts, EndDay, Closed];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["longest500", "longest100", "early_grade", "late_grade", "late_confirmed"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var inputs = new IcahtInputs { Counts = row.Entry(Counts) ?? [], EndDay = row.Value(EndDay)!.Value, IsClosed = row.Reported(Closed) };
        var (early, late) = (IcahtGrader.Early(inputs), IcahtGrader.Late(inputs));
        return new CaseResult([early, late], [.. Longest(inputs, early), Determined(early), Determined(late), Confirmed(inputs, late)]);
    }

    /// <summary>Blank where the days have no count, or where a bound leaves more than one length possible.</summary>
    static IEnumerable<string> Longest(IcahtInputs inputs, GradeResult early)
    {
        var (most, least) = (EarlyNeutropenia.Of(inputs, Reading.Lowest), EarlyNeutropenia.Of(inputs, Reading.Highest));
        yield return early.Low is null || most.Longest500 != least.Longest500 ? "" : CaseText.Of(least.Longest500);
        yield return early.Low is null || most.Longest100 != least.Longest100 ? "" : CaseText.Of(least.Longest100);
    }

    static string Determined(GradeResult result) => result.State == GradeState.Determined ? CaseText.Low(result) : "";

    /// <summary>Blank without a grade above 0, and where a bound leaves it open.</summary>
    static string Confirmed(IcahtInputs inputs, GradeResult late) =>
        late.State == GradeState.Determined && late.Low > 0 ? CaseText.Of(LateNeutropenia.Confirmed(inputs)) : "";
}
