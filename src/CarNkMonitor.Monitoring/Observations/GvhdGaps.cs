using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Gvhd;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>
/// What acute GvHD is staged by at the bedside and is blank: skin, upper gut, lower gut; the liver is a laboratory value. A sign that decides an organ
/// by itself leaves nothing of it open. Pure.
/// </summary>
static class GvhdGaps
{
    const string NauseaDays = "nausea_days";
    const string VomitingEpisodes = "vomiting_episodes";
    const string VomitingDays = "vomiting_days";
    const string Anorexia = "anorexia_with_weight_loss";

    static readonly HashSet<string> Panel = ["G"];

    /// <summary>Of the lower gut one is enough.</summary>
    static readonly string[] Stools = ["stool_volume", "stool_episodes", "stool_unquantified_episodes"];

    /// <summary>Either makes the lower gut stage 4, whatever the volume.</summary>
    static readonly string[] Worst = ["gross_blood_stool", "severe_abdominal_pain"];

    public static IEnumerable<string> Of(CheckEntry entry, HashSet<string> told) => CheckGaps.HasBegun(entry, Panel)
        ? [.. Open(["rash_bsa_pct"], told), .. OfUpperGut(entry, told), .. OfLowerGut(entry, told)] : [];

    /// <summary>One sign that is there decides; to say no, every sign must be known. Whether vomiting lasted is asked only where nothing else is open.</summary>
    static List<string> OfUpperGut(CheckEntry entry, HashSet<string> told)
    {
        var stage = MagicGrader.UpperGiStage(new MagicInputs
        {
            NauseaDays = Number(entry, NauseaDays), VomitingEpisodes = Number(entry, VomitingEpisodes), VomitingDays = Number(entry, VomitingDays),
            AnorexiaWithWeightLoss = Read(entry, Anorexia)?.Flag,
        });
        var open = Open([NauseaDays, VomitingEpisodes, Anorexia], told);
        var isExplained = (entry.NotDone ?? []).Any(item => item.Code is NauseaDays or VomitingEpisodes or Anorexia);
        return stage.Lowest == stage.Highest ? [] : open.Count > 0 || isExplained ? open : Open([VomitingDays], told);
    }

    static IEnumerable<string> OfLowerGut(CheckEntry entry, HashSet<string> told) =>
        Stools.Any(told.Contains) || Worst.Any(code => Read(entry, code)?.Flag == true) ? [] : [Stools[0]];

    static List<string> Open(string[] codes, HashSet<string> told) => [.. codes.Where(code => !told.Contains(code))];

    static Measured? Number(CheckEntry entry, string code) => Read(entry, code) is { Value: { } value } read ? new Measured(value, read.Comparator) : null;

    /// <summary>Confirmed or not: what is asked about anyway need not be asked for as well.</summary>
    static Readable? Read(CheckEntry entry, string code) => entry.Items.FirstOrDefault(item => item.Code == code) is { } item
        ? EntryRules.Read(item with { IsConfirmed = true }, entry.Source, ObservationCatalog.Default) as Readable : null;
}
