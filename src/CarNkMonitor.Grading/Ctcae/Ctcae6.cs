namespace CarNkMonitor.Grading.Ctcae;

/// <summary>
/// Laboratory terms of the Common Terminology Criteria for Adverse Events, version 6.0: US Department of Health and Human Services, National
/// Cancer Institute, 2025. Not used unless the protocol says so; never mix editions in one study (neutrophils 0.3 are grade 4 in 5.0, grade 3 here).
/// "Lymphocyte count decreased" is not among the terms that we saw.
/// </summary>
public static class Ctcae6
{
    /// <summary>Criteria id of this edition.</summary>
    public const string Criteria = "CTCAE-6.0";

    /// <summary>1: &lt; 1.5 to 1.0; 2: &lt; 1.0 to 0.5; 3: &lt; 0.5 to 0.1; 4: &lt; 0.1 (10*9/L). LLN plays no part.</summary>
    public static readonly LabCriterion NeutrophilCountDecreased =
        new LowLabCriterion(Criteria, "Neutrophil count decreased", "anc", below1: 1.5m, below2: 1.0m, below3: 0.5m, below4: 0.1m);

    /// <summary>1: &lt; LLN to 75; 2: &lt; 75 to 50; 3: &lt; 50 to 10, or transfusion indicated; 4: &lt; 10 (10*9/L), or life-threatening.</summary>
    public static readonly LabCriterion Thrombocytopenia =
        new LowLabCriterion(Criteria, "Thrombocytopenia", "platelets", below2: 75, below3: 50, below4: 10) { TransfusionGrade = 3, LifeThreateningGrade = 4 };

    /// <summary>Limits as in 5.0.</summary>
    public static readonly LabCriterion WhiteBloodCellDecreased =
        new LowLabCriterion(Criteria, "White blood cell decreased", "wbc", below2: 3.0m, below3: 2.0m, below4: 1.0m);

    /// <summary>Limits as in 5.0 (/uL).</summary>
    public static readonly LabCriterion Cd4LymphocytesDecreased =
        new LowLabCriterion(Criteria, "CD4 lymphocytes decreased", "cd4", below2: 500, below3: 200, below4: 50);

    /// <summary>Limits as in 5.0, in three units.</summary>
    public static readonly LabCriterion Anemia =
        new LowLabCriterion(Criteria, "Anemia", "hgb", Limits.In("g/L", 100, 80), Limits.In("g/dL", 10.0m, 8.0m), Limits.In("mmol/L", 6.2m, 4.9m)) { TransfusionGrade = 3, LifeThreateningGrade = 4 };

    /// <summary>&gt; 1, 3, 5, 20 × ULN; after a baseline above ULN &gt;= 1.0, &gt; 1.5, 2, 4 × baseline.</summary>
    public static readonly LabCriterion AlanineAminotransferaseIncreased =
        new MultipleLabCriterion(Criteria, "Alanine aminotransferase increased", "alt", Multiples.Above(1, 3, 5, 20), Multiples.From(1.0m, 1.5m, 2, 4));

    /// <summary>As alanine aminotransferase.</summary>
    public static readonly LabCriterion AspartateAminotransferaseIncreased =
        new MultipleLabCriterion(Criteria, "Aspartate aminotransferase increased", "ast", Multiples.Above(1, 3, 5, 20), Multiples.From(1.0m, 1.5m, 2, 4));

    /// <summary>Grade 1 alone: above the baseline and above ULN.</summary>
    public static readonly LabCriterion AlkalinePhosphataseIncreased = new RiseLabCriterion(Criteria, "Alkaline phosphatase increased", "alp");

    /// <summary>&gt; 1, 1.5, 3, 10 × ULN; after a baseline above ULN &gt;= 1.0, &gt; 1.5, 2.5, 10 × baseline.</summary>
    public static readonly LabCriterion BloodBilirubinIncreased =
        new MultipleLabCriterion(Criteria, "Blood bilirubin increased", "bilirubin_total", Multiples.Above(1, 1.5m, 3, 10), Multiples.From(1.0m, 1.5m, 2.5m, 10));

    /// <summary>&gt; 1, 1.5, 3, 6 × ULN; or, after a baseline below LLN, &gt; 1.5 (grade 2), &gt; 3 (grade 3) × baseline.</summary>
    public static readonly LabCriterion CreatinineIncreased = new CreatinineCriterion(Criteria, onlyLowBaseline: true);

    /// <summary>Limits as in 5.0.</summary>
    public static readonly LabCriterion FibrinogenDecreased = new FibrinogenCriterion(Criteria);

    /// <summary>Limits as in 5.0; grade 3 also by bleeding.</summary>
    public static readonly LabCriterion InrIncreased = new InrCriterion(Criteria) { BleedingGrade = 3 };

    /// <summary>As in 5.0.</summary>
    public static readonly LabCriterion ActivatedPartialThromboplastinTimeProlonged =
        new MultipleLabCriterion(Criteria, "Activated partial thromboplastin time prolonged", "aptt", Multiples.Above(1, 1.5m, 2.5m)) { BleedingGrade = 3 };

    /// <summary>Limits as in 5.0, in two units.</summary>
    public static readonly LabCriterion Hypertriglyceridemia =
        new HighLabCriterion(Criteria, "Hypertriglyceridemia", "triglycerides", Limits.In("mmol/L", 3.42m, 5.7m, 11.4m, first: 1.71m), Limits.In("mg/dL", 300, 500, 1000, first: 150)) { LifeThreateningGrade = 4 };

    /// <summary>The terms of the blood count.</summary>
    public static IReadOnlyList<LabCriterion> Hematology { get; } = [NeutrophilCountDecreased, Thrombocytopenia, WhiteBloodCellDecreased, Cd4LymphocytesDecreased, Anemia];

    /// <summary>The terms of chemistry and coagulation.</summary>
    public static IReadOnlyList<LabCriterion> Chemistry { get; } =
    [
        AlanineAminotransferaseIncreased, AspartateAminotransferaseIncreased, AlkalinePhosphataseIncreased, BloodBilirubinIncreased, CreatinineIncreased,
        FibrinogenDecreased, InrIncreased, ActivatedPartialThromboplastinTimeProlonged, Hypertriglyceridemia,
    ];

    /// <summary>The term of this name, whatever its case (<c>thrombocytopenia</c>); null if this edition has none.</summary>
    public static LabCriterion? Find(string term) => Hematology.Concat(Chemistry).FirstOrDefault(row => string.Equals(row.Term, term, StringComparison.OrdinalIgnoreCase));
}
