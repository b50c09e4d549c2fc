namespace CarNkMonitor.Grading.Infection;

/// <summary>
/// Febrile neutropenia by the IDSA: Freifeld et al. 2011, Clin Infect Dis 52:e56-93, doi:10.1093/cid/cir073, Definitions of fever and neutropenia.
/// Fever: one temperature &gt;= 38.3 °C, or &gt;= 38.0 °C over &gt;= 1 h. Neutropenia: count &lt; 0.5 × 10*9/L, or expected to be within 48 h.
/// This is the definition that alarms; CTCAE grades.
/// </summary>
public static class IdsaFebrileNeutropenia
{
    /// <summary>Criteria id of this definition.</summary>
    public const string Criteria = "FN-IDSA-2010";

    /// <summary>no, yes. A range over both is what the case files call indeterminate: order a count.</summary>
    public static readonly Scale Scale = Scale.Words("no", "yes");

    /// <summary>Whether the alarm definition is met; a range when a temperature or a count is missing.</summary>
    public static GradeResult Grade(FebrileNeutropeniaInputs inputs)
    {
        var (low, high) = LevelsOf(inputs);
        return IdsaExplainer.One.Result(inputs, low, high);
    }

    internal static (int Low, int High) LevelsOf(FebrileNeutropeniaInputs inputs)
    {
        var (fever, neutropenia) = (FeverPattern.Idsa(inputs.Temperatures), Neutropenia.Idsa(inputs));
        return (fever == true && neutropenia == true ? 1 : 0, fever != false && neutropenia != false ? 1 : 0);
    }
}
