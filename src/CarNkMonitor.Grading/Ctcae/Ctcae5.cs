namespace CarNkMonitor.Grading.Ctcae;

/// <summary>
/// Laboratory terms of the Common Terminology Criteria for Adverse Events, version 5.0: US Department of Health and Human Services, National
/// Cancer Institute, 27 November 2017; chapters Blood and lymphatic system disorders, Investigations, Metabolism and nutrition disorders.
/// </summary>
public static class Ctcae5
{
    /// <summary>Criteria id of this edition.</summary>
    public const string Criteria = "CTCAE-5.0";

    /// <summary>1: &lt; LLN to 1.5; 2: &lt; 1.5 to 1.0; 3: &lt; 1.0 to 0.5; 4: &lt; 0.5 (10*9/L). Each lower limit belongs to its grade.</summary>
    public static readonly LabCriterion NeutrophilCountDecreased =
        new LowLabCriterion(Criteria, "Neutrophil count decreased", "anc", below2: 1.5m, below3: 1.0m, below4: 0.5m);

    /// <summary>1: &lt; LLN to 75; 2: &lt; 75 to 50; 3: &lt; 50 to 25; 4: &lt; 25 (10*9/L).</summary>
    public static readonly LabCriterion PlateletCountDecreased =
        new LowLabCriterion(Criteria, "Platelet count decreased", "platelets", below2: 75, below3: 50, below4: 25);

    /// <summary>1: &lt; LLN to 3.0; 2: &lt; 3.0 to 2.0; 3: &lt; 2.0 to 1.0; 4: &lt; 1.0 (10*9/L).</summary>
    public static readonly LabCriterion WhiteBloodCellDecreased =
        new LowLabCriterion(Criteria, "White blood cell decreased", "wbc", below2: 3.0m, below3: 2.0m, below4: 1.0m);

    /// <summary>1: &lt; LLN to 0.8; 2: &lt; 0.8 to 0.5; 3: &lt; 0.5 to 0.2; 4: &lt; 0.2 (10*9/L).</summary>
    public static readonly LabCriterion LymphocyteCountDecreased =
        new LowLabCriterion(Criteria, "Lymphocyte count decreased", "alc", below2: 0.8m, below3: 0.5m, below4: 0.2m);

    /// <summary>1: &lt; LLN to 500; 2: &lt; 500 to 200; 3: &lt; 200 to 50; 4: &lt; 50 (/uL).</summary>
    public static readonly LabCriterion Cd4LymphocytesDecreased =
        new LowLabCriterion(Criteria, "CD4 lymphocytes decreased", "cd4", below2: 500, below3: 200, below4: 50);

    /// <summary>
    /// 1: &lt; LLN to 100 g/L (10.0 g/dL, 6.2 mmol/L); 2: to 80 g/L (8.0, 4.9); 3: below, or transfusion indicated; 4: life-threatening, by a
    /// clinician's statement alone. Compared in the unit reported.
    /// </summary>
    public static readonly LabCriterion Anemia =
        new LowLabCriterion(Criteria, "Anemia", "hgb", Limits.In("g/L", 100, 80), Limits.In("g/dL", 10.0m, 8.0m), Limits.In("mmol/L", 6.2m, 4.9m)) { TransfusionGrade = 3, LifeThreateningGrade = 4 };

    /// <summary>&gt; 1, 3, 5, 20 × ULN; after a high baseline &gt;= 1.5, &gt; 3, 5, 20 × baseline.</summary>
    public static readonly LabCriterion AlanineAminotransferaseIncreased =
        new MultipleLabCriterion(Criteria, "Alanine aminotransferase increased", "alt", Multiples.Above(1, 3, 5, 20), Multiples.From(1.5m, 3, 5, 20));

    /// <summary>As alanine aminotransferase.</summary>
    public static readonly LabCriterion AspartateAminotransferaseIncreased =
        new MultipleLabCriterion(Criteria, "Aspartate aminotransferase increased", "ast", Multiples.Above(1, 3, 5, 20), Multiples.From(1.5m, 3, 5, 20));

    /// <summary>&gt; 1, 2.5, 5, 20 × ULN; after a high baseline &gt;= 2.0, &gt; 2.5, 5, 20 × baseline.</summary>
    public static readonly LabCriterion AlkalinePhosphataseIncreased =
        new MultipleLabCriterion(Criteria, "Alkaline phosphatase increased", "alp", Multiples.Above(1, 2.5m, 5, 20), Multiples.From(2.0m, 2.5m, 5, 20));

    /// <summary>&gt; 1, 1.5, 3, 10 × ULN; after a high baseline the same multiples of it, the first exclusive too.</summary>
    public static readonly LabCriterion BloodBilirubinIncreased =
        new MultipleLabCriterion(Criteria, "Blood bilirubin increased", "bilirubin_total", Multiples.Above(1, 1.5m, 3, 10), Multiples.Above(1.0m, 1.5m, 3, 10));

    /// <summary>&gt; 1, 1.5, 3, 6 × ULN; or &gt; 1.5 (grade 2), &gt; 3 (grade 3) × baseline.</summary>
    public static readonly LabCriterion CreatinineIncreased = new CreatinineCriterion(Criteria);

    /// <summary>&lt; 1.0, 0.75, 0.5, 0.25 × LLN; or, below LLN, a fall from the baseline of at least 25, 50, 75 % (grades 2 to 4); or &lt; 0.50 g/L (grade 4).</summary>
    public static readonly LabCriterion FibrinogenDecreased = new FibrinogenCriterion(Criteria);

    /// <summary>&gt; 1.2, 1.5, 2.5; on anticoagulation also &gt; 1, 1.5, 2.5 × baseline. No grade 4.</summary>
    public static readonly LabCriterion InrIncreased = new InrCriterion(Criteria);

    /// <summary>&gt; 1, 1.5, 2.5 × ULN; grade 3 also by bleeding. No grade 4.</summary>
    public static readonly LabCriterion ActivatedPartialThromboplastinTimeProlonged =
        new MultipleLabCriterion(Criteria, "Activated partial thromboplastin time prolonged", "aptt", Multiples.Above(1, 1.5m, 2.5m)) { BleedingGrade = 3 };

    /// <summary>&gt;= 1.71, &gt; 3.42, 5.7, 11.4 mmol/L (150, 300, 500, 1000 mg/dL); grade 4 also life-threatening. Compared in the unit reported.</summary>
    public static readonly LabCriterion Hypertriglyceridemia =
        new HighLabCriterion(Criteria, "Hypertriglyceridemia", "triglycerides", Limits.In("mmol/L", 3.42m, 5.7m, 11.4m, first: 1.71m), Limits.In("mg/dL", 300, 500, 1000, first: 150)) { LifeThreateningGrade = 4 };

    /// <summary>The terms of the blood count, in the order of the specification.</summary>
    public static IReadOnlyList<LabCriterion> Hematology { get; } =
        [NeutrophilCountDecreased, PlateletCountDecreased, WhiteBloodCellDecreased, LymphocyteCountDecreased, Cd4LymphocytesDecreased, Anemia];

    /// <summary>The terms of chemistry and coagulation, in the order of the specification.</summary>
    public static IReadOnlyList<LabCriterion> Chemistry { get; } =
    [
        AlanineAminotransferaseIncreased, AspartateAminotransferaseIncreased, AlkalinePhosphataseIncreased, BloodBilirubinIncreased, CreatinineIncreased,
        FibrinogenDecreased, InrIncreased, ActivatedPartialThromboplastinTimeProlonged, Hypertriglyceridemia,
    ];

    /// <summary>The term of this name, whatever its case (<c>anemia</c>); null if this edition has none.</summary>
    public static LabCriterion? Find(string term) => Hematology.Concat(Chemistry).FirstOrDefault(row => string.Equals(row.Term, term, StringComparison.OrdinalIgnoreCase));
}
