using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Mas;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Mas;

/// <summary>The components one by one, the table of levels, and the limits that a protocol may change.</summary>
public sealed class MasSignalTests
{
    const string Source = "crs-icans-mas 4.6";

    static readonly MasSignalInputs Clear = SomeMas.Clear;

    /// <summary>Rows and columns as printed: n = 0, 1, 2, 3 of A, C and D.</summary>
    [Theory, Rule("MAS-4.6", Source)]
    [InlineData(MasFerritin.Strong, false, false, false, MasLevel.Amber)]
    [InlineData(MasFerritin.Strong, true, false, false, MasLevel.Red)]
    [InlineData(MasFerritin.Strong, false, true, false, MasLevel.Red)]
    [InlineData(MasFerritin.Strong, false, false, true, MasLevel.Red)]
    [InlineData(MasFerritin.Strong, true, true, false, MasLevel.Red)]
    [InlineData(MasFerritin.Strong, true, false, true, MasLevel.Red)]
    [InlineData(MasFerritin.Strong, false, true, true, MasLevel.Red)]
    [InlineData(MasFerritin.Strong, true, true, true, MasLevel.Red)]
    [InlineData(MasFerritin.ModerateOrRapid, false, false, false, MasLevel.Watch)]
    [InlineData(MasFerritin.ModerateOrRapid, true, false, false, MasLevel.Amber)]
    [InlineData(MasFerritin.ModerateOrRapid, false, true, false, MasLevel.Amber)]
    [InlineData(MasFerritin.ModerateOrRapid, false, false, true, MasLevel.Amber)]
    [InlineData(MasFerritin.ModerateOrRapid, true, true, false, MasLevel.Red)]
    [InlineData(MasFerritin.ModerateOrRapid, true, false, true, MasLevel.Red)]
    [InlineData(MasFerritin.ModerateOrRapid, false, true, true, MasLevel.Red)]
    [InlineData(MasFerritin.ModerateOrRapid, true, true, true, MasLevel.Red)]
    [InlineData(MasFerritin.Neither, false, false, false, MasLevel.None)]
    [InlineData(MasFerritin.Neither, true, false, false, MasLevel.None)]
    [InlineData(MasFerritin.Neither, false, true, false, MasLevel.None)]
    [InlineData(MasFerritin.Neither, false, false, true, MasLevel.None)]
    [InlineData(MasFerritin.Neither, true, true, false, MasLevel.Watch)]
    [InlineData(MasFerritin.Neither, true, false, true, MasLevel.Watch)]
    [InlineData(MasFerritin.Neither, false, true, true, MasLevel.None)]
    [InlineData(MasFerritin.Neither, true, true, true, MasLevel.Watch)]
    public void Every_cell_of_the_table_of_levels(MasFerritin ferritin, bool fever, bool cytopenia, bool organ, MasLevel level) =>
        Assert.Equal(level, MasSignal.Level(ferritin, fever, cytopenia, organ));

    [Theory, Rule("MAS-4.6A", Source)]
    [InlineData(2, false, false, "WATCH")]
    [InlineData(3, false, false, "AMBER")]
    [InlineData(4, false, true, "AMBER")]
    [InlineData(0, true, true, "AMBER")]
    [InlineData(0, false, true, "WATCH-AMBER")]
    [InlineData(0, false, null, "WATCH-AMBER")]
    [InlineData(null, false, false, "WATCH-AMBER")]
    [InlineData(null, true, false, "AMBER")]
    [InlineData(0, null, false, "WATCH-AMBER")]
    [InlineData(3, null, null, "AMBER")]
    public void Fever_is_persistent_or_recrudescent_and_is_open_when_masked_or_missing(int? windows, bool? recrudescent, bool? masked, string level) =>
        Assert.Equal(level, Level(SomeMas.Moderate(Clear) with { FeverWindows = windows, FeverIsRecrudescent = recrudescent, FeverMayBeMasked = masked }));

    [Theory, Rule("MAS-4.6M", Source)]
    [InlineData(2999, 600, "NONE")]
    [InlineData(3000, 600, "WATCH")]
    [InlineData(3000, 1500, "NONE")]
    [InlineData(3001, 1500, "WATCH")]
    [InlineData(3000, null, "NONE-WATCH")]
    [InlineData(2999, null, "NONE")]
    [InlineData(10_000, null, "AMBER")]
    public void Moderate_ferritin_is_3000_and_above_twice_the_baseline(int now, int? baseline, string level) =>
        Assert.Equal(level, Level(Clear with { Ferritin = now, FerritinPrevious = now, FerritinBaseline = baseline }));

    [Theory, Rule("MAS-4.6N", Source)]
    [InlineData(1000, 500, "48", "WATCH")]
    [InlineData(999, 400, "48", "NONE")]
    [InlineData(1600, 800, "5.9", "NONE")]
    [InlineData(1600, 800, "6", "WATCH")]
    [InlineData(2900, 1000, "72", "WATCH")]
    [InlineData(2900, 1000, "72.1", "NONE")]
    [InlineData(1000, null, null, "NONE-WATCH")]
    [InlineData(999, null, null, "NONE")]
    [InlineData(1600, 800, null, "NONE-WATCH")]
    [InlineData(1600, null, "24", "NONE-WATCH")]
    [InlineData(1600, null, "80", "NONE")]
    [InlineData(1600, 1600, "24", "NONE")]
    [InlineData(1600, 1700, "24", "NONE")]
    [InlineData(1600, 0, "24", "WATCH")]
    [InlineData(2000, 3900, null, "NONE")]
    [InlineData(2000, 2000, null, "NONE")]
    [InlineData(2000, 1990, null, "NONE")]
    public void Rapid_ferritin_is_1000_and_doubles_within_48_hours_of_a_sample_6_to_72_hours_old(int now, int? previous, string? interval, string level) =>
        Assert.Equal(level, Level(Clear with { Ferritin = now, FerritinPrevious = previous, FerritinIntervalHours = interval is null ? null : decimal.Parse(interval, System.Globalization.CultureInfo.InvariantCulture) }));

    [Theory, Rule("MAS-4.6C", Source)]
    [InlineData(14, false, "WATCH")]
    [InlineData(15, false, "AMBER")]
    [InlineData(14, true, "AMBER")]
    [InlineData(14, null, "WATCH-AMBER")]
    [InlineData(15, null, "AMBER")]
    [InlineData(null, false, "WATCH-AMBER")]
    [InlineData(null, true, "AMBER")]
    public void Low_counts_say_nothing_before_day_15_unless_they_fell_again(int? day, bool? secondFall, string level) =>
        Assert.Equal(level, Level(SomeMas.Moderate(Clear) with { RecoveryDay = day, SecondFall = secondFall }));

    [Fact, Rule("MAS-4.6L", Source)]
    public void Two_of_three_lineages_are_needed()
    {
        var late = SomeMas.Moderate(SomeMas.Cytopenia(Clear)) with { Neutrophils = 1m, Platelets = 100m, Hemoglobin = 90m };
        Assert.Equal("WATCH", Level(late));
        Assert.Equal("WATCH", Level(late with { Neutrophils = 0.9m }));
        Assert.Equal("AMBER", Level(late with { Neutrophils = 0.9m, Platelets = 99m }));
        Assert.Equal("AMBER", Level(late with { Neutrophils = 0.9m, Hemoglobin = 89m }));
        Assert.Equal("AMBER", Level(late with { Platelets = 99m, Hemoglobin = 89m }));
        Assert.Equal("WATCH-AMBER", Level(late with { Platelets = 99m, Hemoglobin = null }));
        Assert.Equal("WATCH", Level(late with { Hemoglobin = null }));
    }

    [Fact]
    public void A_drug_or_a_meal_is_named_as_the_reason_only_where_the_level_hangs_on_it()
    {
        var bound = SomeMas.Moderate(Clear) with { Ferritin = new(12_000m, Comparator.Below), FerritinPrevious = null, FerritinIntervalHours = null };
        string Said(MasSignalInputs inputs) => MasSignalGrader.Grade(inputs).Sentence.English;
        Assert.Contains("only known as a limit", Said(SomeMas.Organ(SomeMas.Fever(bound)) with { FeverMayBeMasked = true }), StringComparison.Ordinal);
        Assert.Contains("only known as a limit", Said(SomeMas.Organ(SomeMas.Fever(bound)) with { TriglyceridesFasting = false }), StringComparison.Ordinal);
        Assert.Contains("a drug may be hiding the fever", Said(SomeMas.Moderate(Clear) with { FeverMayBeMasked = true }), StringComparison.Ordinal);
        Assert.Contains("not taken fasting", Said(SomeMas.Moderate(Clear) with { Triglycerides = Triglycerides.InMmolPerL(3m), TriglyceridesFasting = false }), StringComparison.Ordinal);
    }

    [Fact, Rule("MAS-4.6D", Source)]
    public void Each_organ_value_is_enough_and_a_limit_that_is_missing_leaves_it_open()
    {
        var watch = SomeMas.Moderate(Clear);
        Assert.Equal("AMBER", Level(watch with { Fibrinogen = 1.49m }));
        Assert.Equal("WATCH", Level(watch with { Fibrinogen = 1.5m }));
        Assert.Equal("AMBER", Level(watch with { Ast = 201m }));
        Assert.Equal("WATCH", Level(watch with { Ast = 200m }));
        Assert.Equal("AMBER", Level(watch with { Alt = 226m }));
        Assert.Equal("WATCH", Level(watch with { Alt = 225m }));
        Assert.Equal("AMBER", Level(watch with { Triglycerides = Triglycerides.InMmolPerL(3m) }));
        Assert.Equal("WATCH", Level(watch with { Triglycerides = Triglycerides.InMmolPerL(2.99m) }));
        Assert.Equal("WATCH-AMBER", Level(watch with { Triglycerides = Triglycerides.InMmolPerL(3m), TriglyceridesFasting = false }));
        Assert.Equal("WATCH-AMBER", Level(watch with { Triglycerides = Triglycerides.InMmolPerL(3m), TriglyceridesFasting = null }));
        Assert.Equal("WATCH-AMBER", Level(watch with { AstUln = null }));
        Assert.Equal("WATCH-AMBER", Level(watch with { AltUln = null }));
        Assert.Equal("WATCH-AMBER", Level(watch with { Fibrinogen = null }));
    }

    public static IEnumerable<TheoryDataRow<string>> Limits => Changed.Select(one => new TheoryDataRow<string>(one.Name));

    /// <summary>Each limit by itself: what the defaults make of a record, and what a protocol with this one changed makes of it.</summary>
    [Theory, MemberData(nameof(Limits)), Rule("MAS-4.6P", "crs-icans-mas 4.6; gvhd-cytopenia-observations 9")]
    public void A_protocol_may_change_every_limit(string name)
    {
        var (_, inputs, thresholds, before, after) = Changed.Single(one => one.Name == name);
        Assert.Equal((before, after), (Level(inputs), Level(inputs with { Thresholds = thresholds })));
    }

    [Fact]
    public void Every_limit_is_among_the_tested_ones() =>
        Assert.Equal(typeof(MasThresholds).GetProperties().Select(property => property.Name).Where(name => name != "EqualityContract").Order(), Changed.Select(one => one.Name).Order());

    static readonly MasSignalInputs Watch = SomeMas.Moderate(Clear);
    static readonly MasSignalInputs Late = SomeMas.Cytopenia(Watch) with { Neutrophils = 5m, Platelets = 10m, Hemoglobin = 120m };

    static readonly (string Name, MasSignalInputs Inputs, MasThresholds Thresholds, string Before, string After)[] Changed =
    [
        ("FeverWindowsFrom", Watch with { FeverWindows = 2 }, new() { FeverWindowsFrom = 2 }, "WATCH", "AMBER"),
        ("FerritinStrongFrom", Watch, new() { FerritinStrongFrom = 4000m }, "WATCH", "AMBER"),
        ("FerritinModerateFrom", Watch, new() { FerritinModerateFrom = 4001m }, "WATCH", "NONE"),
        ("FerritinAboveBaseline", Watch, new() { FerritinAboveBaseline = 10m }, "WATCH", "NONE"),
        ("FerritinRapidFrom", SomeMas.Rapid(Clear), new() { FerritinRapidFrom = 2001m }, "WATCH", "NONE"),
        ("RapidIntervalFromHours", SomeMas.Rapid(Clear), new() { RapidIntervalFromHours = 25m }, "WATCH", "NONE"),
        ("RapidIntervalUpToHours", SomeMas.Rapid(Clear), new() { RapidIntervalUpToHours = 23m }, "WATCH", "NONE"),
        ("DoublingTimeUpToHours", SomeMas.Rapid(Clear), new() { DoublingTimeUpToHours = 23.9m }, "WATCH", "NONE"),
        ("NeutrophilsBelow", Late, new() { NeutrophilsBelow = 6m }, "WATCH", "AMBER"),
        ("PlateletsBelow", Late with { Neutrophils = 0.1m }, new() { PlateletsBelow = 10m }, "AMBER", "WATCH"),
        ("HemoglobinBelow", Late, new() { HemoglobinBelow = 121m }, "WATCH", "AMBER"),
        ("LineagesFrom", Late, new() { LineagesFrom = 1 }, "WATCH", "AMBER"),
        ("BeyondConditioningFromDay", Late with { Neutrophils = 0.1m }, new() { BeyondConditioningFromDay = 21 }, "AMBER", "WATCH"),
        ("FibrinogenBelow", Watch, new() { FibrinogenBelow = 4m }, "WATCH", "AMBER"),
        ("TransaminaseAboveUln", Watch with { Ast = 100m }, new() { TransaminaseAboveUln = 2m }, "WATCH", "AMBER"),
        ("TriglyceridesFromMmolPerL", Watch, new() { TriglyceridesFromMmolPerL = 1.5m }, "WATCH", "AMBER"),
        ("TriglyceridesFromMgPerDL", Watch with { Triglycerides = Triglycerides.InMgPerDL(200m) }, new() { TriglyceridesFromMgPerDL = 200m }, "WATCH", "AMBER"),
    ];

    [Theory]
    [InlineData("ferritin_now__ug/L", "1000001")]
    [InlineData("ferritin_interval__h", "-1")]
    [InlineData("ferritin_interval__h", "<24")]
    [InlineData("fever_windows_ge_38_5", "-1")]
    [InlineData("fever_windows_ge_38_5", "2.5")]
    [InlineData("ast_uln__U/L", "0")]
    [InlineData("alt_uln__U/L", "0.67")]
    [InlineData("hemoglobin__g/L", "9")]
    [InlineData("days_since_infusion__d", "1.5")]
    public void An_impossible_cell_is_refused_by_name(string column, string cell)
    {
        var refused = Assert.Throws<CaseInputException>(() => new MasSignalCaseTable().Grade(new Dictionary<string, string> { [column] = cell }));
        Assert.Equal(column, Assert.Single(refused.Problems).Column);
    }

    [Theory]
    [InlineData("2000", "1500", "24", "57.8")]
    [InlineData("2200", "1500", "24", "43.4")]
    [InlineData("1600", "800", "24", "24.0")]
    [InlineData("4000", "1000", "24.1", "12.1")]
    [InlineData("800", "800", "24", "")]
    [InlineData(">800", "400", "24", "")]
    [InlineData("800", "", "24", "")]
    public void The_sheet_shows_the_doubling_time_with_one_decimal(string now, string previous, string interval, string shown) => Assert.Equal(shown,
        new MasSignalCaseTable().Grade(new Dictionary<string, string> { ["ferritin_now__ug/L"] = now, ["ferritin_prev__ug/L"] = previous, ["ferritin_interval__h"] = interval }).Answers[2]);

    static string Level(MasSignalInputs inputs)
    {
        var result = MasSignalGrader.Grade(inputs);
        var (low, high) = (result.Scale.Word(result.Low!.Value), result.Scale.Word(result.High!.Value));
        return low == high ? low : $"{low}-{high}";
    }
}
