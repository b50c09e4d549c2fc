using CarNkMonitor.Grading.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests;

/// <summary>Sets of cells, ranges of grades and scales, on which every table stands.</summary>
public sealed class PossibleTests
{
    [Fact]
    public void A_cell_named_twice_is_in_the_set_once()
    {
        Assert.Equal((Possible<Fever>)Fever.Waived, Possible.Of(Fever.Waived, Fever.Waived));
        Assert.Equal([Fever.Absent, Fever.Present], Enumerated(Possible.Of(Fever.Present, Fever.Absent, Fever.Present)));
    }

    [Fact]
    public void A_set_contains_its_cells_and_no_other()
    {
        var cells = Possible.Of(Fever.Absent, Fever.Present);
        Assert.Equal([true, false, true], Enum.GetValues<Fever>().Select(cells.Contains));
    }

    [Fact]
    public void A_range_spans_the_grades_and_needs_one()
    {
        Assert.Equal(new GradeRange(ToxicityGrade.Grade1, ToxicityGrade.Grade4), GradeRange.Over(Possible.Of(ToxicityGrade.Grade1, ToxicityGrade.Grade3, ToxicityGrade.Grade4)));
        Assert.Throws<ArgumentException>(() => GradeRange.Over(default));
    }

    [Fact]
    public void The_highest_level_of_words_is_the_last_word()
    {
        var scale = Scale.Words("NO", "OPEN", "YES");
        Assert.Equal((0, 2, "YES"), (scale.Lowest, scale.Highest, scale.Word(scale.Highest)));
    }

    static List<Fever> Enumerated(Possible<Fever> cells)
    {
        List<Fever> all = [];
        foreach (var cell in cells)
        {
            all.Add(cell);
        }

        return all;
    }
}
