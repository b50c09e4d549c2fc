using CarNkMonitor.Grading.Hlh;
using CarNkMonitor.Grading.Tests.Courses;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Hlh;

/// <summary>CARTOX reads the days 0 to 5 and the episode of CRS that began first.</summary>
public sealed class CartoxHlhCourseTests
{
    const double Minute = 1.0 / 60;

    /// <summary>Midnight after day 5.</summary>
    const double Day6 = (5 * 24) + 15;

    static CartoxHlhInputs At(Course course, double hour) => (CartoxHlhInputs)CartoxHlhCourse.At(course.WithFallback(), Course.Hour(hour)).Inputs;

    [Theory, Rule("CARTOX-4.5w", "crs-icans-mas 4.5; columns.csv: ferritin_peak")]
    [InlineData(-Minute, null)]
    [InlineData(0, 12_000)]
    [InlineData(Day6 - Minute, 12_000)]
    [InlineData(Day6, null)]
    public void Without_CRS_the_days_0_to_5_count(double hour, int? peak) =>
        Assert.Equal(peak, (int?)At(new Course().Number(hour, "ferritin", 12_000).Temperature(150, 37), 200).FerritinPeak?.Value);

    [Theory, Rule("CARTOX-4.5w", "crs-icans-mas 4.5; columns.csv: ferritin_peak")]
    [InlineData(150, 12_000)]
    [InlineData(330, null)]
    public void With_CRS_its_first_episode_counts_too_and_a_later_one_does_not(double hour, int? peak)
    {
        var course = new Course().Check(100, 38.6m).Quiet(104, 128).Check(132, 38.5m).Check(150, 38.5m).Quiet(154, 320).Check(328, 38.5m).Check(330, 38.5m);
        Assert.Equal(peak, (int?)At(course.Number(hour, "ferritin", 12_000), 331).FerritinPeak?.Value);
    }

    [Fact, Rule("CARTOX-4.5w", "crs-icans-mas 4.5; columns.csv")]
    public void The_worst_of_the_phase_counts_whether_it_came_first_or_last()
    {
        foreach (var (early, late) in new[] { (3, 1), (1, 3) })
        {
            var course = new Course().Number(-5, "creatinine", 1);
            foreach (var code in new[] { "ferritin", "bilirubin_total", "ast", "alt", "creatinine", "oliguria_ctcae_grade", "pulmonary_edema_ctcae_grade" })
            {
                course.Number(30, code, early).Number(60, code, late);
            }

            var inputs = At(course, 61);
            Assert.Equal(
                [3, 3, 3, 3, 3, 3, 3],
                new[] { inputs.FerritinPeak!.Value.Value, inputs.Bilirubin!.Value.Value.Value, inputs.Ast!.Value.Value.Value, inputs.Alt!.Value.Value.Value, inputs.Creatinine!.Value.Value.Value, inputs.OliguriaGrade!.Value.Value, inputs.PulmonaryEdemaGrade!.Value.Value });
        }
    }

    [Theory, Rule("CARTOX-4.5w", "crs-icans-mas 0.3: a bound is never the number")]
    [InlineData("3", "1-1")]
    [InlineData("<3", "0-0")]
    [InlineData(">3", "1-1")]
    [InlineData(">2", "0-1")]
    [InlineData("<4", "0-1")]
    public void A_grade_of_the_lung_that_is_a_bound_counts_as_far_as_it_is_certain(string grade, string lung)
    {
        var found = CartoxHlhFindings.Lung(At(new Course().Number(30, "pulmonary_edema_ctcae_grade", grade), 61));
        Assert.Equal(lung, $"{Tally.Of(found).Low}-{Tally.Of(found).High}");
    }

    [Fact, Rule("CARTOX-4.5w", "crs-icans-mas 0.3: a bound is never the number")]
    public void A_certain_grade_is_not_hidden_by_a_bound_beyond_it() => Assert.True(CartoxHlhFindings.Oliguria(At(
        new Course().Number(30, "oliguria_ctcae_grade", 3).Number(40, "oliguria_ctcae_grade", "<5"), 61)));
}
