namespace CarNkMonitor.Grading.Cytopenia;

/// <summary>
/// Phenotypes of neutrophil recovery after CAR cells: Rejeski et al. 2021, Blood 138:2499-2513, doi:10.1182/blood.2020010543. Judged on days 0 to
/// 60 in the order aplastic, intermittent, quick; all limits are cells/µL.
/// </summary>
public static class AncPhenotype
{
    /// <summary>Criteria id of these definitions.</summary>
    public const string Criteria = "ANC-PHENOTYPE-2021";

    /// <summary>The words of <see cref="NeutrophilPhenotype"/>, least worrying first.</summary>
    public static readonly Scale Words = Scale.Words("unclassified", "quick", "intermittent", "aplastic");

    /// <summary>Days 0 to 60 are read, both included.</summary>
    public const int LastDay = 60;

    /// <summary>Aplastic days are below this (exclusive).</summary>
    public const decimal Aplastic = 500;

    /// <summary>So many days in a row (inclusive) are aplastic; better days are not joined.</summary>
    public const int AplasticDays = 14;

    /// <summary>A low count is below this (exclusive).</summary>
    public const decimal Low = 1000;

    /// <summary>A recovery that a second dip can follow is above this (exclusive).</summary>
    public const decimal High = 1500;

    /// <summary>Only counts after this day (exclusive) make a second dip or prove a lasting recovery.</summary>
    public const int EarlyUpToDay = 21;

    /// <summary>Quick is not said before this day (inclusive).</summary>
    public const int QuickFromDay = 28;

    /// <summary>The first definition that is met, in the published order.</summary>
    public static NeutrophilPhenotype Of(bool isAplastic, bool dipsAgain, bool isSustained) =>
        isAplastic ? NeutrophilPhenotype.Aplastic
        : dipsAgain ? NeutrophilPhenotype.Intermittent
        : isSustained ? NeutrophilPhenotype.Quick
        : NeutrophilPhenotype.Unclassified;
}

/// <summary>How neutrophils recover. The numbers are levels of <see cref="AncPhenotype.Words"/>.</summary>
public enum NeutrophilPhenotype
{
    /// <summary>None of the published patterns, or too early to say.</summary>
    Unclassified,

    /// <summary>Never low, or recovered for good.</summary>
    Quick,

    /// <summary>Recovered above 1500, then below 1000 again after day 21.</summary>
    Intermittent,

    /// <summary>Below 500 for at least 14 days in a row.</summary>
    Aplastic,
}
