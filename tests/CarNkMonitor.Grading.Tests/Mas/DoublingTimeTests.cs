using System.Globalization;
using System.Numerics;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Mas;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Mas;

/// <summary>Doubling time as a number, and the exact side of its limit.</summary>
public sealed class DoublingTimeTests
{
    const string Source = "crs-icans-mas 4.6";

    [Theory, Rule("MAS-4.6R", Source)]
    [InlineData(1600, 800, "24", "24")]
    [InlineData(2000, 1000, "48", "48")]
    [InlineData(4000, 1000, "24.1", "12.05")]
    [InlineData(8000, 1000, "24.15", "8.05")]
    [InlineData(1024, 1, "72", "7.2")]
    public void Whole_doublings_are_exact(int now, int previous, string interval, string hours) =>
        Assert.Equal(Number(hours), DoublingTime.Hours(now, previous, Number(interval)));

    /// <summary>To 25 digits, from tables of logarithms: ln 2 = 0.6931471805599453094172321, ln 3 = 1.0986122886681096913952452.</summary>
    [Fact]
    public void A_rise_of_a_half_takes_ln_2_through_ln_3_minus_ln_2()
    {
        var expected = 24m * 0.6931471805599453094172321m / (1.0986122886681096913952452m - 0.6931471805599453094172321m);
        Assert.True(Math.Abs(DoublingTime.Hours(1500m, 1000m, 24m)!.Value - expected) < 0.0000000000000000000001m);
    }

    [Theory]
    [InlineData("1000", "1000", "24")]
    [InlineData("999", "1000", "24")]
    [InlineData("1000", "0", "24")]
    [InlineData("2000", "1000", "0")]
    [InlineData("1000.0000000000000000000000001", "1000", "24")]
    [InlineData("1000.0001", "1000", "24")]
    public void There_is_no_doubling_time_without_a_rise(string now, string previous, string interval) =>
        Assert.Null(DoublingTime.Hours(Number(now), Number(previous), Number(interval)));

    [Theory, Rule("MAS-4.6X", Source)]
    [InlineData("2000", "1000", "48", 0)]
    [InlineData("2000.0000000000000000001", "1000", "48", 1)]
    [InlineData("1999.9999999999999999999", "1000", "48", -1)]
    [InlineData("2000", "1000", "48.0000000000000000001", -1)]
    [InlineData("1414.21356237309504880", "1000", "24", -1)]
    [InlineData("1414.21356237309504881", "1000", "24", 1)]
    [InlineData("1189.20711500272106671", "1000", "12", -1)]
    [InlineData("1189.20711500272106672", "1000", "12", 1)]
    [InlineData("2828.42712474619009760", "1000", "72", -1)]
    [InlineData("2828.42712474619009761", "1000", "72", 1)]
    [InlineData("1000", "1000", "24", -1)]
    [InlineData("900", "1000", "24", -1)]
    [InlineData("1000", "0", "24", 1)]
    public void The_side_of_the_limit_of_48_hours_is_exact(string now, string previous, string interval, int side) =>
        Assert.Equal(side, Math.Sign(DoublingTime.SpeedAgainst(48m, Number(now), Number(previous), Number(interval))));

    /// <summary>For whole numbers: (now / previous)^48 against 2^interval, in integers of any length.</summary>
    [Fact]
    public void The_side_is_what_exact_integers_say() => Gen.Select(Gen.Int[1, 100_000], Gen.Int[1, 60_000], Gen.Int[6, 72]).Sample((one, other, hours) =>
    {
        var (now, previous) = (Math.Max(one, other), Math.Min(one, other));
        var exact = BigInteger.Compare(BigInteger.Pow(now, 48), BigInteger.Pow(previous, 48) << hours);
        Assert.Equal(now == previous ? -1 : Math.Sign(exact), Math.Sign(DoublingTime.SpeedAgainst(48m, now, previous, hours)));
    }, iter: Law.Tries);

    /// <summary>The value that doubles in 48 h to within one unit of its last digit, either side.</summary>
    [Fact]
    public void Next_to_the_limit_it_is_exact_as_well() => Gen.Select(Gen.Int[1000, 300_000], Gen.Int[6, 72]).Sample((previous, hours) =>
    {
        var nearest = (long)Math.Round(previous * Math.Pow(2, hours / 48.0) * 1000);
        foreach (var now in new[] { nearest - 1, nearest, nearest + 1 })
        {
            var exact = BigInteger.Compare(BigInteger.Pow(now, 48), BigInteger.Pow(previous * 1000L, 48) << hours);
            Assert.Equal(Math.Sign(exact), Math.Sign(DoublingTime.SpeedAgainst(48m, now / 1000m, previous, hours)));
        }
    }, iter: Law.Tries);

    [Theory, Rule("MAS-4.6B", Source)]
    [InlineData(">2000", "1000", "yes")]
    [InlineData(">1500", "1000", "open")]
    [InlineData("<2000", "1000", "no")]
    [InlineData("<2001", "1000", "open")]
    [InlineData("2000", "<1000", "yes")]
    [InlineData("2000", "<1001", "open")]
    [InlineData("2000", ">1000", "no")]
    [InlineData("2000", ">999", "open")]
    [InlineData("<2000", ">1000", "no")]
    [InlineData("<1900", "1000", "no")]
    [InlineData("1900", ">1000", "no")]
    [InlineData(">2000", "<1000", "yes")]
    [InlineData(">2000", ">1000", "open")]
    [InlineData("<5000", "<1000", "open")]
    [InlineData(">2500", "1000", "yes")]
    [InlineData("2500", "<1000", "yes")]
    public void A_bound_settles_it_only_from_its_own_side(string now, string previous, string rapid)
    {
        // Beside fever and organ, WATCH is certain; ferritin that rises fast makes RED of it.
        var inputs = SomeMas.Organ(SomeMas.Fever(SomeMas.Clear)) with { Ferritin = Bound(now), FerritinPrevious = Bound(previous), FerritinIntervalHours = 48m, FerritinBaseline = 1_000_000m };
        var isRapid = MasSignalFindings.Rapid(inputs with { Thresholds = new MasThresholds { FerritinRapidFrom = 0m } });
        Assert.Equal(rapid, isRapid switch { true => "yes", false => "no", null => "open" });
    }

    [Fact]
    public void A_bound_has_no_doubling_time()
    {
        Assert.Equal(48m, MasSignalGrader.DoublingTimeOf(SomeMas.Rapid(SomeMas.Clear) with { FerritinIntervalHours = 48m }));
        Assert.Null(MasSignalGrader.DoublingTimeOf(SomeMas.Rapid(SomeMas.Clear) with { Ferritin = new(2000m, Comparator.Above) }));
        Assert.Null(MasSignalGrader.DoublingTimeOf(SomeMas.Rapid(SomeMas.Clear) with { FerritinPrevious = new(1000m, Comparator.Below) }));
        Assert.Null(MasSignalGrader.DoublingTimeOf(SomeMas.Rapid(SomeMas.Clear) with { FerritinIntervalHours = null }));
    }

    static Measured Bound(string text) => text[0] switch
    {
        '>' => new(Number(text[1..]), Comparator.Above),
        '<' => new(Number(text[1..]), Comparator.Below),
        _ => new(Number(text)),
    };

    static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
