using CarNkMonitor.Grading.Cases;
using static CarNkMonitor.Web.Grading.CaseFileException;

namespace CarNkMonitor.Web.Grading;

/// <summary>What a table made of every case of a file.</summary>
/// <param name="Rows">In the order of the file: the answers, in the order of the table's.</param>
/// <param name="Disagreements">One sentence for each answer that is not what the file expects.</param>
/// <param name="Compared">How many answers the file has an expectation for.</param>
public sealed record GradedSheet(IReadOnlyList<(string Id, IReadOnlyList<string> Answers)> Rows, IReadOnlyList<string> Disagreements, int Compared)
{
    /// <summary>Grades all cases or none.</summary>
    /// <exception cref="CaseFileException">A cell cannot be read or cells contradict each other; all such cells are named.</exception>
    public static GradedSheet Of(CaseTable table, CaseSheet sheet)
    {
        var (rows, disagreements, problems) = (new List<(string, IReadOnlyList<string>)>(), new List<string>(), new List<string>());
        foreach (var row in sheet.Rows)
        {
            try
            {
                var result = table.Grade(row.Cells);
                rows.Add((row.Id, result.Answers));
                disagreements.AddRange(CaseComparison.Of(table, result, row.Cells).Select(one => Sentence(sheet.File, row, one)));
            }
            catch (CaseInputException refused)
            {
                problems.AddRange(refused.Problems.Select(problem => At(sheet.File, row.Line, problem.Column, problem.Message)));
            }
        }

        return problems.Count > 0 ? throw new CaseFileException(problems) : new GradedSheet(rows, disagreements, rows.Count * ExpectationsIn(table, sheet));
    }

    static int ExpectationsIn(CaseTable table, CaseSheet sheet) => table.Answers.Count(answer => sheet.Rows[0].Cells.ContainsKey(CaseComparison.ColumnOf(answer)));

    static string Sentence(string file, SheetRow row, CaseDisagreement one) =>
        At(file, row.Line, CaseComparison.ColumnOf(one.Answer), $"{row.Id} expects '{one.Expected}', computed '{one.Computed}'.");
}
