namespace CarNkMonitor.Grading.Scores;

/// <summary>Values before conditioning to CAR-HEMATOTOX (specification 2.6).</summary>
public static class CarHematotoxGrader
{
    /// <summary>
    /// The total on the scale 0 to 7, as a range where a value is only known as a bound. NOT_COMPUTED without bounds when any item is missing: the
    /// score was only ever validated complete.
    /// </summary>
    public static GradeResult Grade(CarHematotoxInputs inputs)
    {
        if (inputs is not { Platelets: { } platelets, Neutrophils: { } neutrophils, Hemoglobin: { } hemoglobin, Crp: { } crp, Ferritin: { } ferritin })
        {
            return CarHematotoxExplainer.One.Result(inputs, GradeState.NotComputed);
        }

        return CarHematotoxExplainer.One.Result(
            inputs,
            CarHematotox.Platelets(platelets) + CarHematotox.Neutrophils(neutrophils) + CarHematotox.Hemoglobin(hemoglobin) + CarHematotox.Crp(crp)
            + CarHematotox.Ferritin(ferritin));
    }

    /// <summary>Nothing that the score reads was recorded.</summary>
    public static readonly GradeResult NotAssessed = CarHematotoxExplainer.One.NotAssessed();

    /// <summary>Low or high risk; null when the score was not computed, or a bound leaves it open.</summary>
    public static CarHematotoxRisk? RiskOf(GradeResult result) =>
        result.High < CarHematotox.HighRiskFrom ? CarHematotoxRisk.Low
        : result.Low >= CarHematotox.HighRiskFrom ? CarHematotoxRisk.High
        : null;
}

/// <summary>Risk of prolonged severe neutropenia after CAR-T cells.</summary>
public enum CarHematotoxRisk
{
    /// <summary>Total 0 or 1.</summary>
    Low,

    /// <summary>Total 2 to 7.</summary>
    High,
}
