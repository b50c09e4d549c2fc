using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.EarlyWarning;

/// <summary>The sheet of NEWS2 cases (specification of observations, section 7).</summary>
public sealed class News2CaseTable : CaseTable
{
    static readonly Column<decimal> Age = Columns.Exact("age_years", 0, 120, "a", "Decimal years; below 16 the score does not apply.");
    static readonly Column<bool> Pregnant = Columns.Flag("pregnant", "Empty counts as no.");
    static readonly Column<int> RespiratoryRate = Columns.Integer("resp_rate", 2, 90, "/min", "Breaths a minute.");
    static readonly Column<Measured> Saturation = Columns.Number("spo2", 30, 100, "%", "Oxygen saturation.");
    static readonly Column<int> SpO2Scale = Columns.Integer("spo2_scale", 1, 2, meaning: "2 only when prescribed for hypercapnic respiratory failure; empty counts as 1.");
    static readonly Column<bool> OnOxygen = Columns.Flag("on_oxygen", "Any device other than room air.");
    static readonly Column<Measured> Temperature = Columns.Number("temp_c", 30, 45, "Cel", "As measured, not rounded.");
    static readonly Column<Measured> Systolic = Columns.Number("sbp", 30, 300, "mm[Hg]", "Systolic pressure; a converted value may be a fraction.");
    static readonly Column<int> Pulse = Columns.Integer("heart_rate", 10, 300, "/min", "Beats a minute.");
    static readonly Column<Consciousness> Level = Columns.Word("acvpu", "C is new confusion.", News2Codes.Letters);

    /// <inheritdoc/>
    public override string Name => "news2";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [News2.Criteria];

    /// <inheritdoc/>
    public override string Citation => "Royal College of Physicians. National Early Warning Score (NEWS) 2. London: RCP, 2017. ISBN 978-1-86016-682-2";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } =
        [Age, Pregnant, RespiratoryRate, Saturation, SpO2Scale, OnOxygen, Temperature, Systolic, Pulse, Level];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["total", "partial", "any_three", "risk", "min_frequency"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var inputs = InputsOf(row);
        var result = News2Grader.Grade(inputs);
        return new CaseResult([result], News2Grader.Respond(inputs) is not { } response
            ? ["", "", "", "not_applicable", ""]
            :
            [
                result.State == GradeState.Determined ? CaseText.Low(result) : "", CaseText.Low(result), CaseText.Of(response.AnyThree),
                Word(response.Risk), Word(response.Frequency),
            ]);
    }

    internal static News2Inputs InputsOf(CaseRow row) => new()
    {
        Age = row.Value(Age) is { } years ? SubjectAge.FromYears(years) : null,
        IsPregnant = row.Reported(Pregnant),
        RespiratoryRate = row.Value(RespiratoryRate),
        Saturation = row.Value(Saturation),
        UsesScale2 = row.Value(SpO2Scale) == 2,
        IsOnOxygen = row.Value(OnOxygen),
        Temperature = row.Value(Temperature),
        Systolic = row.Value(Systolic),
        Pulse = row.Value(Pulse),
        Consciousness = row.Value(Level),
    };

    static string Word(News2Risk risk) => risk switch
    {
        News2Risk.Low => "low",
        News2Risk.LowMedium => "low_medium",
        News2Risk.Medium => "medium",
        News2Risk.High => "high",
    };

    static string Word(News2Frequency frequency) => frequency switch
    {
        News2Frequency.TwelveHourly => "12h",
        News2Frequency.FourToSixHourly => "4-6h",
        News2Frequency.Hourly => "1h",
        News2Frequency.Continuous => "continuous",
    };
}
