using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Courses;

/// <summary>The edges of every look into a record: the instant of the infusion is after it, what was observed before it is before it.</summary>
public sealed class SubjectRecordTests
{
    static readonly TimeSpan ThreeDays = TimeSpan.FromDays(3);

    static SubjectRecord Record(Course course) => new(course.WithFallback(), countProvisional: true);

    [Fact]
    public void The_instant_of_the_infusion_belongs_to_what_follows_it()
    {
        var record = Record(new Course().Number(0, "anc", 2));
        Assert.NotNull(record.Latest("anc", Course.Hour(1), ThreeDays));
        Assert.NotNull(record.SinceInfusion("anc", Course.Hour(1)));
        Assert.NotNull(record.SinceInfusion("anc", Course.Hour(1), _ => true));
        Assert.Single(record.SinceFirstInfusion("anc"));
        Assert.Null(record.BeforeFirstInfusion("anc"));
    }

    [Fact]
    public void What_was_observed_before_the_infusion_does_not()
    {
        var record = Record(new Course().Number(-0.001, "anc", 2));
        Assert.Null(record.Latest("anc", Course.Hour(1), ThreeDays));
        Assert.Null(record.SinceInfusion("anc", Course.Hour(1)));
        Assert.Null(record.SinceInfusion("anc", Course.Hour(1), _ => true));
        Assert.Empty(record.SinceFirstInfusion("anc"));
        Assert.NotNull(record.BeforeFirstInfusion("anc"));
    }

    [Fact]
    public void Of_equally_severe_facts_the_later_is_the_worst()
    {
        var facts = new Course().Number(1, "anc", 2).Number(2, "anc", 2).Facts.Facts.ToArray();
        Assert.Same(facts[1], SubjectRecord.Worst(facts, _ => 1));
    }

    [Fact]
    public void A_record_is_its_own_signed_one_unless_something_is_only_proposed()
    {
        var signed = Record(new Course().Word(1, "fever_attribution", "infection"));
        Assert.Same(signed, signed.Signed);
        var proposed = Record(new Course().Word(1, "fever_attribution", "infection", provisional: true));
        Assert.Same(proposed.Signed, proposed.Signed);
        Assert.Empty(proposed.Signed.All("fever_attribution"));
        Assert.Same(proposed.Signed, proposed.Signed.Signed);
    }

    [Fact]
    public void The_last_value_before_the_first_dose_is_the_baseline_and_never_one_at_that_instant()
    {
        var course = new Course().Word(-96, "conditioning_dose", "fludarabine").Number(-100, "creatinine", 0.7m).Number(-96, "creatinine", 0.9m).Number(5, "creatinine", 1.2m);
        var record = Record(course);
        decimal? Baseline(double hour) => Conditioning.Baseline(record, record.All("creatinine").Single(fact => fact.ObservedAt == Course.Hour(hour)))?.Value;
        Assert.Equal([0.7m, 0.7m, null], new[] { 5.0, -96, -100 }.Select(Baseline));
        var unconditioned = Record(new Course().Number(-5, "creatinine", 0.7m).Number(0, "creatinine", 0.9m));
        Assert.Equal(0.7m, Conditioning.Baseline(unconditioned, unconditioned.All("creatinine")[1])?.Value);
        var twice = Record(new Course().Number(-5, "creatinine", 0.7m).Number(0, "creatinine", 0.9m).Number(2, "creatinine", 1m));
        Assert.Equal(0.7m, Conditioning.Baseline(twice, twice.All("creatinine")[2])?.Value);
    }

    [Fact]
    public void A_limit_that_the_report_lacks_is_the_fallback()
    {
        SubjectFacts Reported(ReferenceRange limits) => new Course().WithFallback().Reported(1, "ast", 30, new ReportedValue(30, "U/L", limits));
        ReferenceRange Limits(SubjectFacts facts) => Laboratory.Limits(facts, facts.Facts[0]);
        Assert.Equal(new ReferenceRange(10, 50), Limits(Reported(new ReferenceRange(null, 50))));
        Assert.Equal(new ReferenceRange(5, 40), Limits(Reported(new ReferenceRange(5, null))));
        Assert.Equal(new ReferenceRange(5, 50), Limits(Reported(new ReferenceRange(5, 50))));
    }

    [Theory]
    [InlineData("g/dL", 12)]
    [InlineData("g/L", 120)]
    public void A_canonical_value_is_put_into_another_unit(string unit, int value) => Assert.Equal(value, Laboratory.In("hgb", unit, 120));

    [Theory]
    [InlineData(14, 72)]
    [InlineData(15, 120)]
    public void Daily_values_stand_for_three_days_to_day_14_and_for_five_from_day_15_on(int day, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), CarryForward.Bilirubin(Record(new Course()), Course.Hour(day * 24)));
}
