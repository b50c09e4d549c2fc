namespace CarNkMonitor.Grading.Infection;

/// <summary>
/// Febrile neutropenia by CTCAE version 5.0: National Cancer Institute, 27 November 2017, Blood and lymphatic system disorders. Grade 3: count
/// &lt; 1.0 × 10*9/L with one temperature &gt; 38.3 °C, or &gt;= 38.0 °C for more than 1 h. Grade 4: life-threatening, by a clinician's statement
/// alone. There is no grade 1 or 2; grade 5 (death) is never computed.
/// </summary>
public static class CtcaeFebrileNeutropenia
{
    /// <summary>Criteria id of this edition.</summary>
    public const string Criteria = Ctcae.Ctcae5.Criteria;

    const int Met = 3;
    const int LifeThreatening = 4;

    /// <summary>The grade; a range when a temperature or a count is missing.</summary>
    public static GradeResult Grade(FebrileNeutropeniaInputs inputs)
    {
        var (low, high) = LevelsOf(inputs);
        return CtcaeFebrileNeutropeniaExplainer.One.Result(inputs, low, high);
    }

    internal static (int Low, int High) LevelsOf(FebrileNeutropeniaInputs inputs)
    {
        if (inputs.IsLifeThreatening)
        {
            return (LifeThreatening, LifeThreatening);
        }

        var (fever, neutropenia) = (FeverPattern.Ctcae(inputs.Temperatures), Neutropenia.Ctcae(inputs));
        return (fever == true && neutropenia == true ? Met : 0, fever != false && neutropenia != false ? Met : 0);
    }
}
