using System.Globalization;
using System.Text;
using CarNkMonitor.Grading.Gvhd;
using CarNkMonitor.Grading.Tests.Approval;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Gvhd;

/// <summary>All 250 combinations of stages, and every numeric limit one step below, at and above, as approved text and in the page for clinicians.</summary>
public sealed class MagicTruthTableTests
{
    static readonly string[] Roman = ["0", "I", "II", "III", "IV"];
    static readonly int[] FewDays = [1, 2, 3];
    static readonly int[] Years = [17, 18];
    static readonly decimal[] Bilirubins = [1.99m, 2m, 2.01m, 2.99m, 3m, 3.01m, 5.99m, 6m, 6.01m, 14.99m, 15m, 15.01m];
    static readonly decimal?[] Kilograms = [49.9m, 50m, 50.1m, null];

    [Fact, Rule("MAGIC-1.2", "gvhd-cytopenia-observations 1.2; Harris 2016 Table 1")]
    public void The_250_combinations_of_stages_are_the_approved_ones()
    {
        var text = new StringBuilder("skin liver upper lower grade\n");
        foreach (var (skin, liver, upper, lower) in MagicAcuteGvhdTests.Combinations())
        {
            text.AppendFormat(null, "{0,4} {1,5} {2,5} {3,5} {4,5}\n", skin, liver, upper, lower, Grade(skin, liver, upper, lower));
        }

        Approved.File("magic/stages.txt", text.ToString());
    }

    [Fact]
    public void The_page_shows_the_same_combinations()
    {
        var columns = (from upper in Enumerable.Range(0, 2) from lower in Enumerable.Range(0, 5) select (upper, lower)).ToArray();
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"| skin | liver | {string.Join(" | ", columns.Select(column => $"U{column.upper} L{column.lower}"))} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", Enumerable.Repeat("---", 12))} |");
        foreach (var (skin, liver) in from skin in Enumerable.Range(0, 5) from liver in Enumerable.Range(0, 5) select (skin, liver))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {skin} | {liver} | {string.Join(" | ", columns.Select(column => Grade(skin, liver, column.upper, column.lower)))} |");
        }

        Approved.Block("criteria/magic.md", "combinations", text.ToString());
    }

    [Fact, Rule("MAGIC-1.1", "gvhd-cytopenia-observations 1.1; Harris 2016 Table 1")]
    public void Every_limit_one_step_below_at_and_above_is_the_approved_one() => Approved.File("magic/limits.txt", Limits("{0,-48} {1}\n"));

    [Fact]
    public void The_page_shows_the_same_limits() =>
        Approved.Block("criteria/magic.md", "limits", "| recorded | stage |\n| --- | --- |\n" + Limits("| {0} | {1} |\n"));

    static string Grade(int skin, int liver, int upper, int lower) =>
        Roman[(int)MagicAcuteGvhd.Grade((OrganStage)skin, (OrganStage)liver, (UpperGiStage)upper, (OrganStage)lower)];

    static string Limits(string line)
    {
        var text = new StringBuilder();
        foreach (var (recorded, stage) in Skin().Concat(Liver()).Concat(UpperGi()).Concat(LowerGi()).Concat(Columns()))
        {
            text.AppendFormat(CultureInfo.InvariantCulture, line, recorded, stage);
        }

        return text.ToString();
    }

    static readonly MagicInputs Clear = MagicFindingsTests.Clear;

    static IEnumerable<(string Recorded, string Stage)> Skin()
    {
        foreach (var rash in new[] { 0m, 0.1m, 24.9m, 25m, 25.1m, 49.9m, 50m, 50.1m })
        {
            yield return ($"rash {Text(rash)} %", $"skin {MagicGrader.SkinStage(Clear with { RashPct = rash }).Lowest:D}");
        }

        foreach (var desquamation in new[] { 4.9m, 5m, 5.1m })
        {
            var bullous = Clear with { RashPct = 50.1m, Erythroderma = true, Bullae = true, DesquamationPct = desquamation };
            yield return ($"erythroderma 50.1 %, bullae, desquamation {Text(desquamation)} %", $"skin {MagicGrader.SkinStage(bullous).Lowest:D}");
        }
    }

    static IEnumerable<(string Recorded, string Stage)> Liver() =>
        from bilirubin in Bilirubins
        select ($"bilirubin {Text(bilirubin)} mg/dL ({Text(bilirubin * 17.1m)} umol/L)", $"liver {MagicGrader.LiverStage(Clear with { Bilirubin = bilirubin }).Lowest:D}");

    static IEnumerable<(string Recorded, string Stage)> UpperGi()
    {
        foreach (var days in new[] { 2m, 3m, 4m })
        {
            yield return ($"nausea on {days} days", $"upper GI {MagicGrader.UpperGiStage(Clear with { NauseaDays = days }).Lowest:D}");
        }

        foreach (var (episodes, days) in from episodes in FewDays from days in FewDays select (episodes, days))
        {
            var vomiting = Clear with { VomitingEpisodes = episodes, VomitingDays = days };
            yield return ($"vomiting {episodes} a day, {days} days", $"upper GI {MagicGrader.UpperGiStage(vomiting).Lowest:D}");
        }

        yield return ("anorexia with weight loss", $"upper GI {MagicGrader.UpperGiStage(Clear with { AnorexiaWithWeightLoss = true }).Lowest:D}");
    }

    static IEnumerable<(string Recorded, string Stage)> LowerGi()
    {
        foreach (var ml in new[] { 499m, 500m, 501m, 999m, 1000m, 1001m, 1499m, 1500m, 1501m })
        {
            yield return ($"adult, {ml} mL", Lower(Clear with { StoolVolume = ml }));
        }

        for (var stools = 2; stools <= 9; stools++)
        {
            yield return ($"adult, {stools} stools not measured", Lower(Clear with { UnmeasuredStools = stools }));
        }

        foreach (var mlPerKg in new[] { 9.9m, 10m, 10.1m, 19.9m, 20m, 20.1m, 29.9m, 30m, 30.1m })
        {
            yield return ($"child, {Text(mlPerKg)} mL/kg", Lower(Clear with { Age = new(6, false), WeightKg = 20, StoolVolume = 20 * mlPerKg }));
        }

        for (var stools = 3; stools <= 12; stools++)
        {
            yield return ($"child, {stools} stools not measured", Lower(Clear with { Age = new(6, false), WeightKg = 20, UnmeasuredStools = stools }));
        }
    }

    /// <summary>Five unmeasured stools are stage 1 in the child's column and stage 2 in the adult's.</summary>
    static IEnumerable<(string Recorded, string Stage)> Columns() =>
        from years in Years from kg in Kilograms
        select ($"{years} years, {(kg is { } known ? Text(known) + " kg" : "weight unknown")}, 5 stools not measured",
            Lower(Clear with { Age = new(years, false), WeightKg = kg, UnmeasuredStools = 5 }));

    static string Lower(MagicInputs inputs) => $"lower GI {MagicGrader.LowerGiStage(inputs).Lowest:D}";

    static string Text(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
