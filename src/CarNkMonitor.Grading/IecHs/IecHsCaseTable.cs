using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.IecHs;

/// <summary>The sheet of IEC-HS cases (specification 8.2): the pattern, and the grade where the pattern is met.</summary>
public sealed class IecHsCaseTable : CaseTable
{
    const decimal EnzymeMax = 25_000m;
    const decimal FerritinMax = 1_000_000m;

    static readonly Column<Measured> Ferritin = Columns.Number("ferritin__ug/L", 0, FerritinMax, meaning: "Highest of 72 h.");
    static readonly Column<decimal> FerritinUln = Columns.Exact(
        "ferritin_uln__ug/L", 1, FerritinMax, meaning: "Upper limit of normal reported with it.");
    static readonly Column<Measured> FerritinBaseline = Columns.Number(
        "ferritin_baseline__ug/L", 0, FerritinMax, meaning: "Last before the first infusion.");
    static readonly Column<bool> RapidRise = Columns.Flag("ferritin_rapid_rise_clinical", "Rapidly rising in the judgement of the clinician.");
    static readonly Column<Measured> Ast = Columns.Number("ast__U/L", 0, EnzymeMax, meaning: "Highest of 72 h.");
    static readonly Column<decimal> AstUln = Columns.Exact("ast_uln__U/L", 1, EnzymeMax, meaning: "Upper limit of normal reported with it.");
    static readonly Column<Measured> AstBaseline = Columns.Number("ast_baseline__U/L", 0, EnzymeMax, meaning: "Last before the first infusion.");
    static readonly Column<Measured> Alt = Columns.Number("alt__U/L", 0, EnzymeMax, meaning: "Highest of 72 h.");
    static readonly Column<decimal> AltUln = Columns.Exact("alt_uln__U/L", 1, EnzymeMax, meaning: "Upper limit of normal reported with it.");
    static readonly Column<Measured> AltBaseline = Columns.Number("alt_baseline__U/L", 0, EnzymeMax, meaning: "Last before the first infusion.");
    static readonly Column<Measured> Fibrinogen = Columns.Number("fibrinogen__g/L", 0, 20, meaning: "Lowest of 72 h.");
    static readonly Column<decimal> FibrinogenLln = Columns.Exact("fibrinogen_lln__g/L", 0, 20, meaning: "Lower limit of normal reported with it.");
    static readonly Column<bool> Histology = Columns.Flag("hemophagocytosis", "Seen in marrow or other tissue; empty when not examined.");
    static readonly Column<Measured> Neutrophils = Columns.Number("anc__10*9/L", 0, 200, meaning: "Lowest of 72 h.");
    static readonly Column<Measured> Platelets = Columns.Number("platelets__10*9/L", 0, 3000, meaning: "Lowest of 72 h.");
    static readonly Column<bool> Ldh = Columns.Flag("ldh_gt_uln", "LDH above its upper limit of normal.");
    static readonly Column<bool> Coagulation = Columns.Flag("pt_or_aptt_prolonged", "PT, INR or aPTT above its upper limit of normal.");
    static readonly Column<bool> Bilirubin = Columns.Flag("direct_hyperbilirubinemia", "Direct bilirubin above its upper limit of normal.");
    static readonly Column<bool> Spleen = Columns.Flag("new_splenomegaly", "Enlarged now and not before the infusion.");
    static readonly Column<bool> Fever = Columns.Flag("fever_new_or_persistent", "At least 38.0 Cel, not attributed to another cause.");
    static readonly Column<bool> Neurotoxicity = Columns.Flag("neurotoxicity", "ICANS of at least grade 1.");
    static readonly Column<bool> Lung = Columns.Flag("pulmonary_manifestation", "Oedema, infiltrates, effusion or respiratory failure.");
    static readonly Column<bool> Kidney = Columns.Flag("renal_insufficiency_new", "New renal insufficiency.");
    static readonly Column<Measured> Lipids = Columns.Number("triglycerides__mmol/L", 0.1m, 150, meaning: "Highest of 72 h, as reported in mmol/L.");
    static readonly Column<bool> Fasting = Columns.Flag(
        "tg_fasting", "That sample was taken fasting; empty counts as not fasting for a raised value.");
    static readonly Column<bool> SoleCause = Columns.Flag(
        "alternative_sole_cause", "Something else explains the whole picture; empty when nobody said.");
    static readonly Column<bool> Died = Columns.Flag("died", "A death is recorded.");

    static readonly Column<IecHsTiming> Timing = Columns.Word(
        "timing", "When the picture began, against CRS; empty when unknown.", [.. Enum.GetValues<IecHsTiming>().Select(one => (IecHsCodes.WordOf(one), one))]);

    static readonly Column<IecHsCytopeniaCourse> Course = Columns.Word(
        "cytopenia_course", "Empty when unknown.", [.. Enum.GetValues<IecHsCytopeniaCourse>().Select(one => (IecHsCodes.WordOf(one), one))]);

    static readonly Column<IecHsDeath> Cause = Columns.Word(
        "death_principal_cause", "Principal cause in the judgement of a clinician; empty when unknown.", ("iechs", IecHsDeath.IecHs), ("other", IecHsDeath.Other));

    static readonly (Column<bool> Column, IecHsEvents Event)[] Events =
        [.. IecHsCodes.Events.Select(one => (Columns.Flag(one.Word, "Event of the grade; empty is no."), one.Event))];

    /// <inheritdoc/>
    public override string Name => "iec_hs";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Criteria { get; } = [IecHsPattern.Criteria];

    /// <inheritdoc/>
    public override string Citation => "Hines MR et al. Transplant Cell Ther 2023;29:438.e1-438.e16. doi:10.1016/j.jtct.2023.03.006";

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Inputs { get; } =
    [
        Ferritin, FerritinUln, FerritinBaseline, RapidRise, Timing, Ast, AstUln, AstBaseline, Alt, AltUln, AltBaseline, Fibrinogen, FibrinogenLln, Histology,
        Neutrophils, Platelets, Course, Ldh, Coagulation, Bilirubin, Spleen, Fever, Neurotoxicity, Lung, Kidney, Lipids, Fasting, SoleCause,
        .. Events.Select(one => one.Column), Died, Cause,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Answers { get; } = ["class_min", "class_max", "grade"];

    /// <inheritdoc/>
    protected override CaseResult Grade(CaseRow row)
    {
        var inputs = InputsOf(row);
        var (pattern, grade) = (IecHsPatternGrader.Grade(inputs), IecHsGrader.Grade(inputs));
        return new CaseResult([pattern, grade], [CaseText.Low(pattern), CaseText.High(pattern), CaseText.Low(grade)]);
    }

    internal static IecHsInputs InputsOf(CaseRow row) => new()
    {
        Ferritin = row.Value(Ferritin),
        FerritinUln = row.Value(FerritinUln),
        FerritinBaseline = row.Value(FerritinBaseline),
        FerritinRapidRise = row.Value(RapidRise),
        Timing = row.Value(Timing),
        Ast = row.Value(Ast),
        AstUln = row.Value(AstUln),
        AstBaseline = row.Value(AstBaseline),
        Alt = row.Value(Alt),
        AltUln = row.Value(AltUln),
        AltBaseline = row.Value(AltBaseline),
        Fibrinogen = row.Value(Fibrinogen),
        FibrinogenLln = row.Value(FibrinogenLln),
        Hemophagocytosis = row.Value(Histology),
        Neutrophils = row.Value(Neutrophils),
        Platelets = row.Value(Platelets),
        CytopeniaCourse = row.Value(Course),
        LdhAboveUln = row.Value(Ldh),
        PtOrApttProlonged = row.Value(Coagulation),
        DirectHyperbilirubinemia = row.Value(Bilirubin),
        NewSplenomegaly = row.Value(Spleen),
        NewOrPersistentFever = row.Value(Fever),
        Neurotoxicity = row.Value(Neurotoxicity),
        PulmonaryManifestation = row.Value(Lung),
        NewRenalInsufficiency = row.Value(Kidney),
        Triglycerides = row.Value(Lipids) is { } value ? Triglycerides.InMmolPerL(value) : null,
        TriglyceridesFasting = row.Value(Fasting),
        AlternativeSoleCause = row.Value(SoleCause),
        Events = Events.Aggregate(IecHsEvents.None, (all, one) => row.Reported(one.Column) ? all | one.Event : all),
        Death = row.Reported(Died) ? row.Value(Cause) ?? IecHsDeath.Unknown : null,
    };
}
