using Xunit;
using CarNkMonitor.Grading.Crs;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Tests.Cases;

namespace CarNkMonitor.Grading.Tests.Crs;

/// <summary>A row of crs.csv, as inputs of one moment and as raw facts that lead there.</summary>
static class CrsCase
{
    public const string File = "crs";

    public static CrsInputs Inputs(CaseRow row) => new()
    {
        Day = (int?)row.Number("days_since_infusion__d"),
        Age = row.Number("age__a") is { } years ? SubjectAge.FromYears(years) : null,
        TemperatureMax = Measured(row, "temp_max__Cel"),
        FeverHasOtherCause = row["fever_attribution"] == "other_cause",
        IsEstablished = row.Flag("crs_established") == true,
        Masking = Masking(row),
        SystolicMin = Measured(row, "sbp_min__mm[Hg]"),
        HypotensionSeen = row.Flag("hypotension_clinician"),
        FluidBolus = row.Flag("fluid_bolus_for_hypotension") == true,
        Vasopressors = row.List("vasopressors")?.Aggregate(Vasopressors.None, (all, word) => all | CrsCodes.Agent(word)),
        HypotensionHasOtherCause = row["hypotension_attribution"] == "other_cause",
        Device = row.Text("o2_device") is { } device ? CrsCodes.DeviceNamed(device) : null,
        Flow = Measured(row, "o2_flow__L/min"),
        SaturationMin = Measured(row, "spo2_min__%"),
        HypoxiaHasOtherCause = row["hypoxia_attribution"] == "other_cause",
        Death = row.Flag("died") != true ? null : row["death_principal_cause"] switch
        {
            "crs" => DeathCause.Crs,
            "other" => DeathCause.Other,
            _ => DeathCause.Unknown,
        },
    };

    public static void Verify(CaseRow row, GradeResult result)
    {
        var expectedState = row["expected_state"].Replace("_", "", StringComparison.Ordinal);
        Assert.Equal(
            $"{row["expected_grade_min"]}-{row["expected_grade_max"]} {expectedState} {string.Join("|", (row.List("expected_flags") ?? []).Order())}",
            $"{result.Low}-{result.High} {result.State.ToString().ToUpperInvariant()} {string.Join("|", result.Flags.Order())}");
    }

    static Measured? Measured(CaseRow row, string column) => row.Number(column) is { } value ? new Measured(value) : null;

    static MaskingTherapy? Masking(CaseRow row) => row.List("masking_therapy")?.Aggregate(MaskingTherapy.None, (all, word) => all | word switch
    {
        "none" => MaskingTherapy.None,
        "antipyretic" => MaskingTherapy.Antipyretic,
        "tocilizumab" => MaskingTherapy.Tocilizumab,
        "corticosteroid" => MaskingTherapy.Corticosteroid,
        "other_anticytokine" => MaskingTherapy.OtherAnticytokine,
        _ => throw new ArgumentException(word),
    });
}
