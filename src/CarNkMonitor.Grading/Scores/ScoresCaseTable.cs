using System.Globalization;
using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.EarlyWarning;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Scores;

/// <summary>The sheet of scores (specification of observations, section 7): CAR-HEMATOTOX, EASIX and its variants, qSOFA.</summary>
public sealed class ScoresCaseTable : CaseTable
{
    static readonly Column<Score> Which = Columns.Word(
        "score", "Which score.", required: true,
        ("car_hematotox", Score.CarHematotox), ("easix", Score.Easix), ("m_easix", Score.ModifiedEasix), ("s_easix", Score.SimplifiedEasix), ("qsofa", Score.Qsofa));

    static readonly Column<ScoreValues> Values = Columns.Text("inputs", ScoreValues.Form, ScoreValues.Read);

    /// <inheritdoc/>
    public override string Name => "scores";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } =
        [CarHematotox.Criteria, Easix.Criteria, ModifiedEasix.Criteria, SimplifiedEasix.Criteria, Qsofa.Criteria];

    /// <inheritdoc/>
    public override string Citation =>
        "CAR-HEMATOTOX: Rejeski K et al. Blood 2021;138:2499-2513, doi:10.1182/blood.2020010543. EASIX: Luft T et al. Lancet Haematol 2017;4:e414-e423, "
        + "doi:10.1016/S2352-3026(17)30108-4. m-EASIX and s-EASIX: Pennisi M et al. Blood Adv 2021;5:3397-3406, doi:10.1182/bloodadvances.2020003885. "
        + "qSOFA: Singer M et al. JAMA 2016;315:801-810, doi:10.1001/jama.2016.0287";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } = [Which, Values];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["result", "category"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var values = row.Entry(Values) ?? new ScoreValues();
        return row.Value(Which)!.Value switch
        {
            Score.CarHematotox => Points(CarHematotoxGrader.Grade(CarHematotoxOf(values)), Category),
            Score.Easix => Index(EasixGrader.Easix(EasixOf(values)), values),
            Score.ModifiedEasix => Index(EasixGrader.Modified(EasixOf(values)), values),
            Score.SimplifiedEasix => Index(EasixGrader.Simplified(EasixOf(values)), values),
            Score.Qsofa => Points(QsofaGrader.Grade(QsofaOf(values)), Sign),
        };
    }

    /// <summary>Points are written only when nothing is open; the category also when what is open could not change it.</summary>
    static CaseResult Points(GradeResult result, Func<GradeResult, string> category) =>
        new([result], [result.State == GradeState.Determined ? CaseText.Low(result) : "", category(result)]);

    static CaseResult Index(GradeResult result, ScoreValues values) => new([result],
    [
        result.Index is { } index ? EasixGrader.Shown(index).ToString("0.000", CultureInfo.InvariantCulture) : "",
        EasixExplainer.AreAbsent(values["plt"]) ? "error" : "",
    ]);

    static string Category(GradeResult result) => CarHematotoxGrader.RiskOf(result) is not { } risk ? "" : risk switch
    {
        CarHematotoxRisk.Low => "low",
        CarHematotoxRisk.High => "high",
    };

    static string Sign(GradeResult result) => QsofaGrader.IsPositive(result) is not { } isPositive ? "" : isPositive ? "positive" : "negative";

    static CarHematotoxInputs CarHematotoxOf(ScoreValues values) => new()
    {
        Platelets = values["plt"], Neutrophils = values["anc"], Hemoglobin = InGramsPerLitre(values["hgb"]), Crp = values["crp"], Ferritin = values["ferritin"],
    };

    static EasixInputs EasixOf(ScoreValues values) => new()
    {
        Ldh = values["ldh"], Creatinine = values["creatinine"], Crp = values["crp"], Platelets = values["plt"],
    };

    static QsofaInputs QsofaOf(ScoreValues values) => new()
    {
        RespiratoryRate = values["rr"], Systolic = values["sbp"], GlasgowComaScore = values["gcs"],
    };

    static Measured? InGramsPerLitre(Measured? gramsPerDecilitre) => gramsPerDecilitre is { } value ? value with { Value = value.Value * 10 } : null;

    enum Score
    {
        CarHematotox,
        Easix,
        ModifiedEasix,
        SimplifiedEasix,
        Qsofa,
    }
}
