using CarNkMonitor.Grading.Cytopenia;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;
using CarNkMonitor.Grading.IecHs;
using CarNkMonitor.Grading.Mas;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Courses;

/// <summary>The HLH tables, EULAR and IEC-HS take the worst value of the last 72 h, whether it came first or last, and none that is older.</summary>
public sealed class LaboratoryWindowTests
{
    const double Now = 8 * 24;

    /// <summary>Code, a value of the worse side and one of the better side, and the tables that read it.</summary>
    static readonly (string Code, decimal Worst, decimal Better, string Tables)[] Read =
    [
        ("hgb", 80, 120, "HLH2004 HScore"), ("anc", 0.3m, 3, "HLH2004 IECHS"), ("wbc", 2, 8, "HScore"), ("platelets", 20, 200, "HLH2004 HScore EULAR IECHS"),
        ("fibrinogen", 1, 3, "HLH2004 HScore EULAR IECHS"), ("ferritin", 9000, 200, "HLH2004 HScore EULAR IECHS"), ("ast", 300, 20, "HScore EULAR IECHS"),
        ("temperature", 39.5m, 36.8m, "HLH2004 HScore"), ("triglycerides", 5, 1, "HLH2004 IECHS"), ("alt", 300, 20, "IECHS"),
    ];

    public static IEnumerable<TheoryDataRow<string, decimal, decimal>> Values(string table) => Read
        .Where(value => value.Tables.Split(' ').Contains(table)).Select(value => new TheoryDataRow<string, decimal, decimal>(value.Code, value.Worst, value.Better));

    [Theory, MemberData(nameof(Values), "HLH2004")]
    [Rule("HLH-4.3w", "crs-icans-mas 4.3, 1.2; our own proposal for the window")]
    public void HLH_2004(string code, decimal worst, decimal better) => IsTaken(code, worst, better, facts => Hlh2004Course.At(facts, Course.Hour(Now)).Inputs is Hlh2004Inputs inputs
        ? code switch
        {
            "hgb" => inputs.Hemoglobin, "platelets" => inputs.Platelets, "anc" => inputs.Neutrophils, "fibrinogen" => inputs.Fibrinogen, "ferritin" => inputs.Ferritin,
            "temperature" => inputs.TemperatureMax, _ => inputs.Triglycerides?.Value,
        }
        : null);

    [Theory, MemberData(nameof(Values), "HScore")]
    [Rule("HSCORE-4.4w", "crs-icans-mas 4.4, 1.2; our own proposal for the window")]
    public void HScore(string code, decimal worst, decimal better) => IsTaken(code, worst, better, facts => HScoreCourse.At(facts, Course.Hour(Now)).Inputs is HScoreInputs inputs
        ? code switch
        {
            "hgb" => inputs.Hemoglobin, "wbc" => inputs.Leukocytes, "platelets" => inputs.Platelets, "fibrinogen" => inputs.Fibrinogen, "ferritin" => inputs.Ferritin,
            "ast" => inputs.Ast, _ => inputs.TemperatureMax,
        }
        : null);

    [Theory, MemberData(nameof(Values), "EULAR")]
    [Rule("EULAR-4.5w", "crs-icans-mas 4.5, 1.2; our own proposal for the window")]
    public void EULAR(string code, decimal worst, decimal better) => IsTaken(code, worst, better, facts => EularMasCourse.At(facts, Course.Hour(Now)).Inputs is EularMasInputs inputs
        ? code switch { "platelets" => inputs.Platelets, "fibrinogen" => inputs.Fibrinogen, "ferritin" => inputs.Ferritin, _ => inputs.Ast }
        : null);

    [Theory, MemberData(nameof(Values), "IECHS")]
    [Rule("IECHS-3.3w", "crs-icans-mas 3.3, 1.2; our own proposal for the window")]
    public void IEC_HS(string code, decimal worst, decimal better) => IsTaken(code, worst, better, facts => IecHsCourse.At(facts, CytopeniaLimits.Proposed, Course.Hour(Now)).Pattern.Inputs is IecHsInputs inputs
        ? code switch
        {
            "anc" => inputs.Neutrophils, "platelets" => inputs.Platelets, "fibrinogen" => inputs.Fibrinogen, "ferritin" => inputs.Ferritin, "ast" => inputs.Ast,
            "alt" => inputs.Alt, _ => inputs.Triglycerides?.Value,
        }
        : null);

    [Fact]
    public void The_age_of_HLH_2004_is_in_weeks()
    {
        var facts = new Course { AgeInDays = 70 }.Number(24, "hgb", 95).WithFallback();
        Assert.Equal(10m + (1 / 7m), ((Hlh2004Inputs)Hlh2004Course.At(facts, Course.Hour(24)).Inputs).AgeWeeks!.Value, 10);
    }

    static void IsTaken(string code, decimal bad, decimal good, Func<SubjectFacts, Measured?> read)
    {
        Assert.Equal(bad, read(Entered(code, (Now - 71, bad), (Now - 1, good)))?.Value);
        Assert.Equal(bad, read(Entered(code, (Now - 71, good), (Now - 1, bad)))?.Value);
        Assert.Equal(good, read(Entered(code, (Now - 72, bad), (Now - 1, good)))?.Value);
    }

    static SubjectFacts Entered(string code, params (double Hour, decimal Value)[] values) =>
        values.Aggregate(new Course(), (course, one) => course.Number(one.Hour, code, one.Value)).WithFallback();
}
