using CarNkMonitor.Grading.Cases;
using static CarNkMonitor.Web.Grading.CaseFileException;

namespace CarNkMonitor.Web.Grading;

/// <summary>What a file may well mean and may as well be a slip: it is graded, and the person is told.</summary>
public static class SheetWarnings
{
    /// <summary>One sentence for all input columns that the file does not have, and one for each <c>case_id</c> that stands on several lines.</summary>
    public static IReadOnlyList<string> Of(CaseTable table, CaseSheet sheet) => [.. AbsentColumns(table, sheet), .. SharedIds(sheet)];

    static IEnumerable<string> AbsentColumns(CaseTable table, CaseSheet sheet)
    {
        string[] absent = [.. table.Inputs.Select(column => column.Name).Where(name => !sheet.Rows[0].Cells.ContainsKey(name))];
        if (absent.Length > 0)
        {
            yield return Warning(sheet, 1, $"has no column {string.Join(", ", absent)}. Each counts as empty in every case: not recorded, and an event as not happened.");
        }
    }

    static IEnumerable<string> SharedIds(CaseSheet sheet) =>
        from same in sheet.Rows.GroupBy(row => row.Id)
        where same.Count() > 1
        select Warning(sheet, same.ElementAt(1).Line, FormattableString.Invariant(
            $"case_id {same.Key} already stands on line {same.First().Line}. {same.Count()} cases have it; each is graded by itself."));

    static string Warning(CaseSheet sheet, long line, string sentence) => "Warning: " + At(sheet.File, line, sentence);
}
