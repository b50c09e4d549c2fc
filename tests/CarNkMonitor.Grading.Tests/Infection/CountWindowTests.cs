using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Infection;
using CarNkMonitor.Grading.Tests.Courses;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Infection;

/// <summary>Which of several counts of one moment is used, and what of a record is read.</summary>
public sealed class CountWindowTests
{
    const double Minute = 1.0 / 60;

    static readonly Measured[] FromLowest = [new(0.5m, Comparator.Below), 0.3m, 0.4m, new(0.4m, Comparator.Above)];

    public static IEnumerable<TheoryDataRow<int, int>> Pairs => from lower in Enumerable.Range(0, FromLowest.Length)
        from higher in Enumerable.Range(lower + 1, FromLowest.Length - lower - 1)
        select new TheoryDataRow<int, int>(lower, higher);

    [Theory, MemberData(nameof(Pairs)), Rule("FN-3.2", "gvhd-cytopenia-observations 3; 0.3: a bound is never the number")]
    public void Of_two_counts_of_one_moment_the_lower_is_used_in_either_order(int lower, int higher)
    {
        var (one, other) = (new NeutrophilCount(0, FromLowest[lower]), new NeutrophilCount(0, FromLowest[higher]));
        Assert.Equal(one, Neutropenia.Used([one, other]));
        Assert.Equal(one, Neutropenia.Used([other, one]));
    }

    static FebrileNeutropeniaInputs At(Course course, double hour) =>
        Assert.Single(FebrileNeutropeniaCourse.PossibleAt(new Grading.Courses.SubjectRecord(course.WithFallback(), countProvisional: true), Course.Hour(hour)));

    [Fact, Rule("FN-3.2", "columns.csv: anc_series")]
    public void Counts_are_read_from_168_hours_before_the_fever_to_24_after_and_never_from_the_future()
    {
        static int Read(double count, double now) => At(new Course().Temperature(200, 39).Number(count, "anc", 0.3m), now).Counts.Count;
        Assert.Equal([0, 1, 1, 0], new[] { Read(32 - Minute, 201), Read(32, 201), Read(201, 201), Read(201 + Minute, 201) });
        Assert.Equal([1, 0], new[] { Read(224, 240), Read(224 + Minute, 240) });
    }

    [Fact, Rule("FN-0.3", "crs-icans-mas 0.3 item 7")]
    public void A_reading_at_the_very_instant_of_the_infusion_assesses()
    {
        Assert.NotEqual(GradeState.NotAssessed, FebrileNeutropeniaCourse.Idsa(new Course().Temperature(0, 37).WithFallback(), Course.Hour(0)).State);
        Assert.Equal(GradeState.NotAssessed, FebrileNeutropeniaCourse.Idsa(new Course().Temperature(-Minute, 37).WithFallback(), Course.Hour(0)).State);
    }

    [Fact]
    public void Of_two_equal_temperatures_the_measured_one_is_named_and_not_the_bound()
    {
        TemperatureReading[] readings = [new(0, new Measured(38.5m, Comparator.Below)), new(5, 38.5m), new(9, new Measured(38.5m, Comparator.Below))];
        var drivers = IdsaFebrileNeutropenia.Grade(new FebrileNeutropeniaInputs { Temperatures = readings, Counts = [new(0, 0.3m)] }).Drivers;
        Assert.Contains(drivers, driver => driver is { Code: "temperature", Value: "38.5" });
    }

    [Theory]
    [InlineData("0:38  5:38.5", 2)]
    [InlineData(" 1000000:38 ", 1)]
    [InlineData("-1000000:45", 1)]
    public void The_limits_of_a_series_are_included_and_spaces_do_not_matter(string cell, int entries) =>
        Assert.Equal(entries, SeriesText.Read(cell, 30, 45, (at, value) => (at, value)).Count);

    [Theory]
    [InlineData("1000000.1:38")]
    [InlineData("0:45.1")]
    [InlineData("0:29.9")]
    public void Beyond_them_it_is_refused(string cell) => Assert.Throws<FormatException>(() => SeriesText.Read(cell, 30, 45, (at, value) => (at, value)));
}
