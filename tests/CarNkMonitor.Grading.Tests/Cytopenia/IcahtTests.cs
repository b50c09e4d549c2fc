using CarNkMonitor.Grading.Cytopenia;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

/// <summary>The printed table: columns are the cells of the row &lt;= 500, rows those of the row &lt;= 100.</summary>
public sealed class IcahtTests
{
    static readonly int[][] Printed = [[0, 1, 2, 3, 4], [3, 3, 3, 3, 4], [4, 4, 4, 4, 4]];

    [Fact, Rule("ICAHT-2.3", "gvhd-cytopenia-observations 2.3; Rejeski 2023")]
    public void Every_cell_of_the_early_table()
    {
        foreach (var profound in Enum.GetValues<ProfoundDays>())
        {
            foreach (var severe in Enum.GetValues<SevereDays>())
            {
                Assert.Equal(Printed[(int)profound][(int)severe], (int)Icaht.Early(severe, profound));
            }
        }
    }

    [Theory, Rule("ICAHT-2.3-late", "gvhd-cytopenia-observations 2.3; Rejeski 2023")]
    [InlineData(LateNeutrophils.Above1500, 0)]
    [InlineData(LateNeutrophils.UpTo1500, 1)]
    [InlineData(LateNeutrophils.UpTo1000, 2)]
    [InlineData(LateNeutrophils.UpTo500, 3)]
    [InlineData(LateNeutrophils.UpTo100, 4)]
    public void Every_cell_of_the_late_table(LateNeutrophils neutrophils, int grade) => Assert.Equal(grade, (int)Icaht.Late(neutrophils));
}
