using System.Globalization;
using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Hlh;
using CarNkMonitor.Grading.Tests.Crs;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Courses;

/// <summary>The worst value of a window in which some values are known only as bounds.</summary>
public sealed class WorstReadingTests
{
    static readonly Gen<Fact[]> Readings = Gen.Select(Gen.Int[0, 8], Gen.Enum<Comparator>()).Array[1, 5].Select(all =>
        all.Select((one, index) => new Fact(Guid.CreateVersion7(), "ferritin", Course.Hour(index)) { Value = one.Item1, Comparator = one.Item2 }).ToArray());

    static readonly decimal[] Limits = [.. Enumerable.Range(-1, 21).Select(half => half / 2m)];

    [Fact, Rule("MAS-3.3a", "crs-icans-mas 3.3: the value worst in the direction of the criterion")]
    public void The_highest_reaches_a_limit_exactly_where_one_of_the_readings_may() => Readings.Sample(readings => Assert.All(Limits, limit =>
    {
        var highest = Laboratory.Highest(readings)!.Measured;
        Assert.Equal(Any(readings, one => one.IsAtLeast(limit)), highest.IsAtLeast(limit));
        Assert.Equal(Any(readings, one => one.IsAbove(limit)), highest.IsAbove(limit));
        Assert.Equal(!Any(readings, one => one.IsAtLeast(limit)), highest.IsBelow(limit));
    }));

    [Fact, Rule("MAS-3.3a", "crs-icans-mas 3.3: the value worst in the direction of the criterion")]
    public void The_lowest_is_below_a_limit_exactly_where_one_of_the_readings_may_be() => Readings.Sample(readings => Assert.All(Limits, limit =>
    {
        var lowest = Laboratory.Lowest(readings)!.Measured;
        Assert.Equal(Any(readings, one => one.IsBelow(limit)), lowest.IsBelow(limit));
        Assert.Equal(Any(readings, one => !one.IsAbove(limit)), !lowest.IsAbove(limit));
    }));

    [Fact, Rule("MAS-3.3a", "crs-icans-mas 3.3: the value worst in the direction of the criterion")]
    public void The_order_of_the_readings_never_matters_to_the_worst() => Readings.Sample(readings => Assert.Equal(
        (Laboratory.Highest(readings)!.Measured, Laboratory.Lowest(readings)!.Measured),
        (Laboratory.Highest([.. readings.Reverse()])!.Measured, Laboratory.Lowest([.. readings.Reverse()])!.Measured)));

    [Theory, Rule("MAS-3.3a", "docs/criteria/iec_hs.md: bounds in a window")]
    [InlineData("400 <1000", "≥400 <1000", "<1000 and 400")]
    [InlineData("3000 >2000", "≥3000", "a value above 2000 may be above 3000")]
    [InlineData("3000 >5000", ">5000", "the bound alone")]
    [InlineData("3000 >3000", ">3000", "the bound alone")]
    [InlineData("3000 <3000", "3000", "the number alone")]
    [InlineData("<50 <20", "<50", "no number")]
    [InlineData(">50 <20", ">50", "no number")]
    public void A_bound_never_hides_a_number_nor_a_number_a_bound(string readings, string highest, string why) =>
        Assert.True(highest == Laboratory.Highest(Facts(readings))!.Measured.Text, why);

    [Theory, Rule("MAS-3.3a", "docs/criteria/iec_hs.md: bounds in a window")]
    [InlineData("12 >5", "≤12 >5")]
    [InlineData("12 <20", "≤12")]
    [InlineData("12 <5", "<5")]
    [InlineData("12 <12", "<12")]
    [InlineData("12 >12", "12")]
    [InlineData(">7 >9", ">7")]
    public void The_lowest_likewise(string readings, string lowest) => Assert.Equal(lowest, Laboratory.Lowest(Facts(readings))!.Measured.Text);

    [Fact, Rule("MAS-3.3a", "docs/criteria/hlh2004.md")]
    public void A_ferritin_above_2000_beside_3000_may_be_strong() => Assert.Null(
        Laboratory.Highest(Facts("3000 >2000"))!.Measured.IsAtLeast(10_000));

    [Fact, Rule("MAS-3.3a", "printed-unit rule")]
    public void The_bound_of_the_same_unit_stays_in_the_unit_of_the_report_and_another_becomes_canonical()
    {
        var number = Lipids(300, Comparator.Equal, "mg/dL");
        Assert.Equal("≥300 mg/dL", Say(number, Lipids(200, Comparator.Above, "mg/dL")));
        Assert.Equal("≥3.387 mmol/L", Say(number, Lipids(2, Comparator.Above, "mmol/L")));

        static string Say(params Fact[] facts) => Laboratory.Triglycerides(Laboratory.Highest(facts)) is { } worst
            ? $"{worst.Value.Sign}{worst.Value.Value:0.###} {worst.UnitCode}" : "";
    }

    [Fact, Rule("CTX-4.5a", "docs/criteria/cartox_hlh.md")]
    public void Of_multiples_the_bound_is_put_on_the_reference_of_the_number()
    {
        static Multiple? Highest(params Multiple[] all) => WorstReading.Of(all);
        var worst = Highest(new Multiple(100m, 40), new Multiple(new Measured(900, Comparator.Below), 300))!.Value;
        Assert.Equal((true, null, false), (worst.IsAbove(2), worst.IsAbove(2.6m), worst.IsAbove(3)));
        Assert.Equal(new Multiple(90m, 30), Highest(new Multiple(90m, 30), new Multiple(100m, 40)));
        Assert.Null(Highest());
    }

    [Fact, Rule("CTX-4.5a", "docs/criteria/cartox_hlh.md")]
    public void CARTOX_cannot_exclude_a_peak_that_only_a_bound_allows()
    {
        var course = new Course().Check(1).Number(10, "ferritin", 3000).Number(20, "ferritin", 2000, Comparator.Above);
        Assert.Equal(Tally.Of(null), Tally.Of(CartoxHlhFindings.Ferritin(InputsAt(course))));
    }

    static CartoxHlhInputs InputsAt(Course course)
    {
        var (record, moment) = (new SubjectRecord(course.WithFallback(), countProvisional: true), Course.Hour(30));
        return CartoxHlhCourse.InputsAt(record, new ToxicityHistory(record, [moment]), moment);
    }

    static bool? Any(Fact[] readings, Func<Measured, bool?> answer) => readings.Select(one => answer(one.Measured)).Aggregate((bool?)false, (any, one) => any | one);

    static Fact[] Facts(string readings) => [.. readings.Split(' ').Select((text, hour) => new Fact(Guid.CreateVersion7(), "ferritin", Course.Hour(hour))
    {
        Value = decimal.Parse(text.TrimStart('<', '>'), CultureInfo.InvariantCulture), Comparator = text[0] switch { '<' => Comparator.Below, '>' => Comparator.Above, _ => Comparator.Equal },
    })];

    static Fact Lipids(decimal value, Comparator comparator, string unit) => new(Guid.CreateVersion7(), "triglycerides", Course.Hour(1))
    {
        Value = unit == "mg/dL" ? value / 88.57m : value, Comparator = comparator, Reported = new ReportedValue(new Measured(value, comparator), unit),
    };
}
