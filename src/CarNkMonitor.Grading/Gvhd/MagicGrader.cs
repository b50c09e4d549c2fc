namespace CarNkMonitor.Grading.Gvhd;

/// <summary>
/// Facts of one moment to acute GvHD by MAGIC: organ stages (specification 1.1), overall grade (1.2), confidence and missing organs (1.3).
/// Two results of the same table: one for alerts, one for trial data.
/// </summary>
public static class MagicGrader
{
    /// <summary>
    /// The signal: every organ counts unless a clinician called it negative. Drives alerts. A missing organ keeps the upper bound up: grade IV for
    /// skin, liver and lower GI, grade II for the upper GI tract.
    /// </summary>
    public static GradeResult Grade(MagicInputs inputs) => MagicExplainer.Signal.Grade(inputs);

    /// <summary>
    /// The reported grade: only organs that a clinician called probable or confirmed. Its <see cref="GradeResult.Low"/> goes to trial data. Organs
    /// that nobody judged do not count, missing or not.
    /// </summary>
    public static GradeResult Reported(MagicInputs inputs) => MagicExplainer.Reported.Grade(inputs);

    /// <summary>Nothing that MAGIC grading reads was recorded since the most recent infusion.</summary>
    public static readonly GradeResult NotAssessed = MagicExplainer.Signal.NotAssessed();

    /// <summary>Skin stages that the record allows, whatever the clinician thinks of the cause.</summary>
    public static Possible<OrganStage> SkinStage(MagicInputs inputs) => SkinFinding.Of(inputs);

    /// <summary>Liver stages that the record allows, whatever the clinician thinks of the cause.</summary>
    public static Possible<OrganStage> LiverStage(MagicInputs inputs) => LiverFinding.Of(inputs);

    /// <summary>Upper GI stages that the record allows, whatever the clinician thinks of the cause.</summary>
    public static Possible<UpperGiStage> UpperGiStage(MagicInputs inputs) => UpperGiFinding.Of(inputs);

    /// <summary>Lower GI stages that the record allows, whatever the clinician thinks of the cause.</summary>
    public static Possible<OrganStage> LowerGiStage(MagicInputs inputs) => LowerGiFinding.Of(inputs);

    /// <summary>Only the bounds, without allocating.</summary>
    /// <param name="inputs">The record.</param>
    /// <param name="least">Organs below this confidence are not counted, as if they were at stage 0.</param>
    internal static (GvhdGrade Low, GvhdGrade High) RangeOf(MagicInputs inputs, GvhdConfidence least) => MagicAcuteGvhd.Grade(
        inputs.SkinConfidence >= least ? SkinFinding.Of(inputs) : OrganStage.Stage0,
        inputs.LiverConfidence >= least ? LiverFinding.Of(inputs) : OrganStage.Stage0,
        inputs.UpperGiConfidence >= least ? UpperGiFinding.Of(inputs) : Gvhd.UpperGiStage.Stage0,
        inputs.LowerGiConfidence >= least ? LowerGiFinding.Of(inputs) : OrganStage.Stage0);
}
