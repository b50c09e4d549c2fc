using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Hlh;
using CarNkMonitor.Grading.Tests.Courses;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Hlh;

/// <summary>What the HLH tables read of a record: from the instant of the infusion on, inclusive.</summary>
public sealed class HlhRecordTests
{
    const double Minute = 1.0 / 60;

    [Theory, Rule("HLH-0.3", "crs-icans-mas 0.3 item 7")]
    [InlineData(-Minute, GradeState.NotAssessed)]
    [InlineData(0, GradeState.CannotExclude)]
    public void A_reading_at_the_very_instant_of_the_infusion_is_the_first_that_assesses(double hour, GradeState state) =>
        Assert.Equal(state, Hlh2004Course.At(new Course().Temperature(hour, 37).WithFallback(), Course.Hour(1)).State);

    [Fact, Rule("HLH-4.2", "crs-icans-mas 4.2")]
    public void Activity_of_NK_cells_is_what_was_measured_until_some_are_infused()
    {
        var record = new SubjectRecord(new Course().Word(-5, "nk_activity", "low_or_absent").Facts, countProvisional: true);
        Assert.Equal(NkActivity.LowOrAbsent, Hlh2004Course.InputsAt(record, Course.Hour(-Minute)).NkActivity);
        Assert.Equal(NkActivity.UninterpretablePostNk, Hlh2004Course.InputsAt(record, Course.Hour(0)).NkActivity);
    }

    [Theory, Rule("HLH-4.2", "crs-icans-mas 4.2")]
    [InlineData(-Minute, null)]
    [InlineData(0, true)]
    public void Marrow_counts_from_the_infusion_on_and_one_that_was_not_done_says_nothing(double hour, bool? seen)
    {
        var record = new SubjectRecord(new Course().Word(hour, "hemophagocytosis", "present").Word(5, "hemophagocytosis", "not_done").Facts, countProvisional: true);
        Assert.Equal(seen, record.Hemophagocytosis(Course.Hour(10)));
    }
}
