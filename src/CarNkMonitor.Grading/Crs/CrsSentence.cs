namespace CarNkMonitor.Grading.Crs;

/// <summary>The one sentence of a CRS result, from whole-sentence templates, so that another language is another set of templates.</summary>
static class CrsSentence
{
    public const string NotApplicable = "CRS is not graded before the infusion.";
    public const string NotAssessed = "CRS not assessed: nothing has been recorded since the infusion.";

    const string Died = "CRS grade 5: death with CRS as the principal cause.";
    const string NoCrs = "No CRS by the criteria now.";
    const string NoCrsWaived = "No CRS by the criteria now: treated, no low blood pressure, no oxygen need.";
    const string Determined = "CRS grade {0}.";
    const string DeterminedWaived = "CRS grade {0}: fever is no longer required after treatment.";
    const string MissingInputs = "CRS at least {0}, cannot exclude {1}: {2} not recorded.";
    const string Masked = "CRS at least {0}, cannot exclude {1}: a drug may be hiding the fever.";
    const string Afebrile = "CRS at least {0}, cannot exclude {1}: the fever went without treatment and the episode is still open.";
    const string Provisional = "CRS at least {0}, cannot exclude {1}: another cause was proposed and is not countersigned.";
    const string Bound = "CRS at least {0}, cannot exclude {1}: a value is only known as a limit.";

    static readonly Dictionary<string, string> Names = new()
    {
        [CrsCodes.Temperature] = "temperature",
        [CrsCodes.Systolic] = "blood pressure",
        [CrsCodes.Vasopressor] = "vasopressors",
        [CrsCodes.Device] = "oxygen device",
        [CrsCodes.Flow] = "oxygen flow",
        [CrsCodes.MaskingReviewed] = "fever-masking drugs",
        [CrsCodes.Death] = "cause of death",
        ["birth_date"] = "age",
    };

    public static string Of(CrsInputs inputs, GradeRange range, IReadOnlySet<string> flags, IReadOnlyList<MissingInput> missing)
    {
        if (range.IsDetermined)
        {
            return Format(OfGrade(inputs, range.Low, flags), range, "");
        }

        var template = missing.Count > 0 ? MissingInputs
            : flags.Contains(CrsFlag.EpisodeOpenAfebrile) ? Afebrile
            : flags.Contains(CrsFlag.FeverMasked) ? Masked
            : Bound;
        return Format(template, range, string.Join(", ", missing.Select(input => Names[input.Code])));
    }

    public static string OfProvisional(GradeRange range) => Format(Provisional, range, "");

    static string OfGrade(CrsInputs inputs, ToxicityGrade grade, IReadOnlySet<string> flags) => grade switch
    {
        ToxicityGrade.Grade5 => Died,
        ToxicityGrade.None => flags.Contains(CrsFlag.FeverWaived) ? NoCrsWaived : NoCrs,
        _ => flags.Contains(CrsFlag.FeverWaived) ? DeterminedWaived : Determined,
    };

    static string Format(string template, GradeRange range, string missing) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, template, (int)range.Low, (int)range.High, missing);
}
