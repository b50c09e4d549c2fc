using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Mas;

namespace CarNkMonitor.Grading.Urgency;

/// <summary>The sheet of urgency cases (specification 6.3): grade intervals in, urgency out.</summary>
public sealed class UrgencyCaseTable : CaseTable
{
    static readonly Column<int> CrsMin = Columns.Integer("crs_min", 0, 5, meaning: "CRS by ASTCT-CRS-2019 for sure; empty when not assessed.");
    static readonly Column<int> CrsMax = Columns.Integer("crs_max", 0, 5, meaning: "CRS that cannot be excluded.");
    static readonly Column<bool> CrsIsNew = Columns.Flag("crs_new_or_worse",
        "CRS is above the grade that a physician last reviewed in this episode; empty counts as true, because nothing says that it was reviewed.");
    static readonly Column<int> IcansMin = Columns.Integer("icans_min", 0, 5, meaning: "ICANS by ASTCT-ICANS-2019 for sure; empty when not assessed.");
    static readonly Column<int> IcansMax = Columns.Integer("icans_max", 0, 5, meaning: "ICANS that cannot be excluded.");
    static readonly Column<int> IecHs = Columns.Integer("iechs_grade", 0, 5, meaning: "IEC-HS grade; empty unless the class is MET.");
    static readonly Column<MasLevel> MasMin = Columns.Word("mas_level_min", "MAS signal CNK-MAS-1 for sure; empty when not assessed.", MasWord.All);
    static readonly Column<MasLevel> MasMax = Columns.Word("mas_level_max", "MAS signal that cannot be excluded.", MasWord.All);
    static readonly Column<bool> Rise = Columns.Flag("rise_ge_2_grades_24h", "CRS or ICANS is at least 2 above its lowest grading of the last 24 h.");

    /// <inheritdoc/>
    public override string Name => "crs_icans_mas_urgency";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [CnkUrgency.Criteria];

    /// <inheritdoc/>
    public override string Citation => "Our own proposal (specification 6.3): no published source gives a notification time in minutes";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } = [CrsMin, CrsMax, CrsIsNew, IcansMin, IcansMax, IecHs, MasMin, MasMax, Rise];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["urgency"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var (masLow, masHigh) = Interval(row.Value(MasMin), row.Value(MasMax), MasMin, MasMax);
        var result = UrgencyGrader.Grade(new UrgencyFindings
        {
            Crs = Range(row, CrsMin, CrsMax),
            CrsIsNewOrWorse = row.Value(CrsIsNew) ?? true,
            Icans = Range(row, IcansMin, IcansMax),
            IecHs = (ToxicityGrade)(row.Value(IecHs) ?? 0),
            MasLow = masLow,
            MasHigh = masHigh,
            RoseByTwoGradesIn24H = row.Reported(Rise),
        });
        return new CaseResult([result], [CaseText.Low(result)]);
    }

    static GradeRange Range(CaseRow row, Column<int> min, Column<int> max)
    {
        var (low, high) = Interval(row.Value(min), row.Value(max), min, max);
        return new GradeRange((ToxicityGrade)low, (ToxicityGrade)high);
    }

    /// <summary>Both ends or neither, the lower one first.</summary>
    static (T Low, T High) Interval<T>(T? low, T? high, Column min, Column max) where T : struct => (low, high) switch
    {
        (null, null) => default,
        (null, _) => throw new CaseInputException(min.Name, $"is empty although {max.Name} is not; give both or neither."),
        (_, null) => throw new CaseInputException(max.Name, $"is empty although {min.Name} is not; give both or neither."),
        ({ } one, { } other) => Comparer<T>.Default.Compare(one, other) <= 0 ? (one, other)
            : throw new CaseInputException(max.Name, $"is below {min.Name}."),
    };
}
