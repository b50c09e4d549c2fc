using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Scores;

/// <summary>
/// CAR-HEMATOTOX: Rejeski K, Perez A, Sesques P, et al. 2021, Blood 138(24):2499-2513, doi:10.1182/blood.2020010543. Measured before the first
/// conditioning dose. Developed for CD19 CAR-T cells in lymphoma; not validated for CAR-NK, decision support only.
/// </summary>
public static class CarHematotox
{
    /// <summary>Criteria id of this table and edition.</summary>
    public const string Criteria = "CAR-HEMATOTOX-2021";

    /// <summary>The highest total.</summary>
    public const int Highest = 7;

    /// <summary>Totals from here on (inclusive) are high risk.</summary>
    public const int HighRiskFrom = 2;

    /// <summary>Platelets, 10*9/L: &gt; 175 is 0, &gt;= 75 and &lt;= 175 is 1, &lt; 75 is 2: a point for each limit reached.</summary>
    internal static Tally Platelets(Measured count) => Tally.Of(!count.IsAbove(175)) + Tally.Of(count.IsBelow(75));

    /// <summary>Neutrophils, 10*9/L (printed: 1200/uL): &gt;= 1.2 is 0, &lt; 1.2 is 1.</summary>
    internal static Tally Neutrophils(Measured count) => Tally.Of(count.IsBelow(1.2m));

    /// <summary>Haemoglobin, g/L (printed: 9.0 g/dL): &gt;= 90 is 0, &lt; 90 is 1.</summary>
    internal static Tally Hemoglobin(Measured value) => Tally.Of(value.IsBelow(90));

    /// <summary>CRP, mg/L (printed: 3.0 mg/dL): &lt;= 30 is 0, &gt; 30 is 1.</summary>
    internal static Tally Crp(Measured value) => Tally.Of(value.IsAbove(30));

    /// <summary>Ferritin, ug/L (= ng/mL): &lt; 650 is 0, &gt;= 650 and &lt;= 2000 is 1, &gt; 2000 is 2: a point for each limit reached.</summary>
    internal static Tally Ferritin(Measured value) => Tally.Of(value.IsAtLeast(650)) + Tally.Of(value.IsAbove(2000));
}
