using CarNkMonitor.Grading.Cytopenia;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cytopenia;

/// <summary>The printed table: columns are the cells of the row &lt; 50, rows those of the row &lt; 20.</summary>
public sealed class TicahtTests
{
    static readonly int[][] Printed = [[0, 1, 2], [3, 3, 3], [4, 4, 4]];

    [Fact, Rule("TICAHT-2.4", "gvhd-cytopenia-observations 2.4; Rejeski 2025 Table 1")]
    public void Every_cell_of_the_early_table()
    {
        foreach (var veryLow in Enum.GetValues<VeryLowPlateletDays>())
        {
            foreach (var low in Enum.GetValues<LowPlateletDays>())
            {
                Assert.Equal(Printed[(int)veryLow][(int)low], (int)Ticaht.Early(low, veryLow));
            }
        }
    }
}
