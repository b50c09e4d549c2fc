using CarNkMonitor.Grading.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Crs;

/// <summary>The printed table: rows hypotension none, no pressor, one, several; columns hypoxia none, low, high, positive pressure.</summary>
public sealed class AstctCrsTests
{
    static readonly int[][] Present = [[1, 2, 3, 4], [2, 2, 3, 4], [3, 3, 3, 4], [4, 4, 4, 4]];
    static readonly int[][] Waived = [[0, 2, 3, 4], [2, 2, 3, 4], [3, 3, 3, 4], [4, 4, 4, 4]];
    static readonly int[][] Absent = [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]];

    public static TheoryData<Fever, Hypotension, Hypoxia, int> Cells()
    {
        var cells = new TheoryData<Fever, Hypotension, Hypoxia, int>();
        foreach (var (fever, table) in new[] { (Fever.Present, Present), (Fever.Waived, Waived), (Fever.Absent, Absent) })
        {
            foreach (var hypotension in Enum.GetValues<Hypotension>())
            {
                foreach (var hypoxia in Enum.GetValues<Hypoxia>())
                {
                    cells.Add(fever, hypotension, hypoxia, table[(int)hypotension][(int)hypoxia]);
                }
            }
        }

        return cells;
    }

    [Theory, MemberData(nameof(Cells))]
    [Rule("CRS-1.1", "crs-icans-mas 1.1; Lee 2019 Table 2")]
    public void Every_cell_of_the_printed_table(Fever fever, Hypotension hypotension, Hypoxia hypoxia, int grade) =>
        Assert.Equal(grade, (int)AstctCrs.Grade(fever, hypotension, hypoxia));

    [Fact]
    [Rule("CRS-0.3", "crs-icans-mas 0.3; our own proposal")]
    public void Unknown_cells_give_the_lowest_and_the_highest_of_all_cells_they_could_be()
    {
        foreach (var fever in Subsets<Fever>())
        {
            foreach (var hypotension in Subsets<Hypotension>())
            {
                foreach (var hypoxia in Subsets<Hypoxia>())
                {
                    var grades = (from f in fever from h in hypotension from o in hypoxia select AstctCrs.Grade(f, h, o)).ToArray();
                    Assert.Equal(
                        new GradeRange(grades.Min(), grades.Max()),
                        AstctCrs.Grade(Possible.Of<Fever>(fever), Possible.Of<Hypotension>(hypotension), Possible.Of<Hypoxia>(hypoxia)));
                }
            }
        }
    }

    [Fact]
    [Rule("CRS-9a", "crs-icans-mas 9; invariant 1")]
    public void More_severe_in_one_row_is_never_a_lower_grade()
    {
        foreach (var fever in Enum.GetValues<Fever>())
        {
            foreach (var (h, o) in from h in Enumerable.Range(0, 3) from o in Enumerable.Range(0, 3) select (h, o))
            {
                var here = AstctCrs.Grade(fever, (Hypotension)h, (Hypoxia)o);
                Assert.True(AstctCrs.Grade(fever, (Hypotension)(h + 1), (Hypoxia)o) >= here);
                Assert.True(AstctCrs.Grade(fever, (Hypotension)h, (Hypoxia)(o + 1)) >= here);
            }
        }
    }

    static IEnumerable<T[]> Subsets<T>() where T : struct, Enum
    {
        var cells = Enum.GetValues<T>();
        return Enumerable.Range(1, (1 << cells.Length) - 1).Select(bits => cells.Where((_, index) => (bits & (1 << index)) != 0).ToArray());
    }
}
