using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Gvhd;

/// <summary>
/// The recorded inputs that the result rests on: those of every counted organ that alone makes the lower bound, and the statements by which an
/// organ is not counted.
/// </summary>
static class MagicDrivers
{
    public static List<Driver> Of(MagicInputs inputs, GvhdConfidence least, int low)
    {
        var drivers = new List<Driver>();
        Add(MagicCodes.SkinConfidence, inputs.SkinConfidence, MagicAcuteGvhd.Skin(SkinFinding.Of(inputs).Lowest), Skin(inputs));
        Add(MagicCodes.LiverConfidence, inputs.LiverConfidence, MagicAcuteGvhd.Liver(LiverFinding.Of(inputs).Lowest), Liver(inputs));
        Add(MagicCodes.UpperGiConfidence, inputs.UpperGiConfidence, MagicAcuteGvhd.UpperGi(UpperGiFinding.Of(inputs).Lowest), UpperGi(inputs));
        Add(MagicCodes.LowerGiConfidence, inputs.LowerGiConfidence, MagicAcuteGvhd.LowerGi(LowerGiFinding.Of(inputs).Lowest), LowerGi(inputs));
        return drivers;

        void Add(string code, GvhdConfidence confidence, GvhdGrade alone, IEnumerable<Driver> organ)
        {
            if (confidence >= least && (int)alone == low)
            {
                drivers.AddRange(organ);
            }

            // "Possible" is what everything is that nobody judged; the other words are statements.
            if (confidence == GvhdConfidence.Negative || (confidence > GvhdConfidence.Possible && (int)alone == low))
            {
                drivers.Add(Driver.Of(code, MagicCodes.WordOf(confidence)));
            }
        }
    }

    static IEnumerable<Driver> Skin(MagicInputs inputs) =>
    [
        .. Number(MagicCodes.Rash, inputs.RashPct, "%"), .. Yes(MagicCodes.Erythroderma, inputs.Erythroderma), .. Yes(MagicCodes.Bullae, inputs.Bullae),
        .. Number(MagicCodes.Desquamation, inputs.DesquamationPct, "%"),
    ];

    static IEnumerable<Driver> Liver(MagicInputs inputs) => Number(MagicCodes.Bilirubin, inputs.Bilirubin, "mg/dL");

    static IEnumerable<Driver> UpperGi(MagicInputs inputs) =>
    [
        .. Number(MagicCodes.NauseaDays, inputs.NauseaDays, "d"), .. Number(MagicCodes.VomitingEpisodes, inputs.VomitingEpisodes, "{#}/d"),
        .. Number(MagicCodes.VomitingDays, inputs.VomitingDays, "d"),
        .. inputs.AnorexiaWithWeightLoss is { } anorexia ? [Driver.Of(MagicCodes.Anorexia, anorexia ? "true" : "false")] : Array.Empty<Driver>(),
    ];

    static IEnumerable<Driver> LowerGi(MagicInputs inputs) => inputs.SevereAbdominalPain || inputs.GrossBlood
        ? [.. Yes(MagicCodes.SeverePain, inputs.SevereAbdominalPain), .. Yes(MagicCodes.GrossBlood, inputs.GrossBlood)]
        :
        [
            .. Number(MagicCodes.StoolVolume, inputs.StoolVolume, "mL/(24.h)"), .. Number(MagicCodes.UnmeasuredStools, inputs.UnmeasuredStools, "{#}/d"),
            .. LowerGiFinding.UsesChildColumn(inputs) == false ? [] : Number(MagicCodes.Weight, inputs.WeightKg, "kg"),
        ];

    static IEnumerable<Driver> Number(string code, Measured? value, string unit) => value is { } measured ? [Driver.Of(code, measured, unit)] : [];

    static IEnumerable<Driver> Yes(string code, bool reported) => reported ? [Driver.Of(code, "true")] : [];
}
