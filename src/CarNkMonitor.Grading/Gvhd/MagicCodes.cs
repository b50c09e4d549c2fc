namespace CarNkMonitor.Grading.Gvhd;

/// <summary>The catalogue codes that MAGIC grading reads, and the words of its coded values.</summary>
public static class MagicCodes
{
    internal const string Age = "birth_date";
    internal const string Weight = "weight";
    internal const string Rash = "rash_bsa_pct";
    internal const string Erythroderma = "erythroderma";
    internal const string Bullae = "bullae";
    internal const string Desquamation = "desquamation_bsa_pct";
    internal const string Bilirubin = "bilirubin_total";
    internal const string NauseaDays = "nausea_days";
    internal const string VomitingEpisodes = "vomiting_episodes";
    internal const string VomitingDays = "vomiting_days";
    internal const string Anorexia = "anorexia_with_weight_loss";
    internal const string StoolVolume = "stool_volume";
    internal const string UnmeasuredStools = "stool_unquantified_episodes";
    internal const string SeverePain = "severe_abdominal_pain";
    internal const string Ileus = "ileus";
    internal const string GrossBlood = "gross_blood_stool";
    internal const string ChronicFeature = "chronic_gvhd_feature";
    internal const string SkinConfidence = "gvhd_confidence_skin";
    internal const string LiverConfidence = "gvhd_confidence_liver";
    internal const string UpperGiConfidence = "gvhd_confidence_ugi";
    internal const string LowerGiConfidence = "gvhd_confidence_lgi";

    /// <summary>Every code that can change a MAGIC result or its flags; other observations need not be loaded.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Weight, Rash, Erythroderma, Bullae, Desquamation, Bilirubin, NauseaDays, VomitingEpisodes, VomitingDays, Anorexia, StoolVolume,
        UnmeasuredStools, SeverePain, Ileus, GrossBlood, ChronicFeature, SkinConfidence, LiverConfidence, UpperGiConfidence, LowerGiConfidence,
    ];

    internal static readonly (string Word, GvhdConfidence Confidence)[] ConfidenceWords =
    [
        ("confirmed", GvhdConfidence.Confirmed), ("probable", GvhdConfidence.Probable), ("possible", GvhdConfidence.Possible),
        ("negative", GvhdConfidence.Negative),
    ];

    /// <summary>The confidence named by a catalogue word.</summary>
    /// <exception cref="ArgumentException">Unknown word: an input error, not "possible".</exception>
    public static GvhdConfidence ConfidenceNamed(string word)
    {
        foreach (var (known, confidence) in ConfidenceWords)
        {
            if (known == word)
            {
                return confidence;
            }
        }

        throw new ArgumentException($"'{word}' is not a known GvHD confidence; allowed: {string.Join(", ", ConfidenceWords.Select(pair => pair.Word))}.");
    }

    internal static string WordOf(GvhdConfidence confidence) => ConfidenceWords.First(pair => pair.Confidence == confidence).Word;
}
