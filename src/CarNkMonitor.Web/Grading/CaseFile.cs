using System.Text.Unicode;
using CarNkMonitor.Grading.Cases;
using CsvHelper;
using static CarNkMonitor.Web.Grading.CaseFileException;

namespace CarNkMonitor.Web.Grading;

/// <summary>Reads a file of cases: RFC 4180 with commas, UTF-8 with or without a byte order mark, any line ends, one header row.</summary>
public static class CaseFile
{
    const int LargestRow = 1024 * 1024;

    static readonly CsvReaderOptions Options = new()
    {
        Separator = ',', TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw, MaxRecordSize = LargestRow, PoolStrings = true,
    };

    /// <exception cref="CaseFileException">The file is not there, not such a file, or its columns or rows do not fit the table.</exception>
    public static CaseSheet Read(string file, CaseTable table)
    {
        try
        {
            using var csv = CsvReader.Create(BytesOf(file), Options);
            var columns = CaseHeader.Check(file, csv.Headers, table);
            return new CaseSheet(file, Rows(file, csv, columns));
        }
        catch (CsvFormatException broken)
        {
            throw new CaseFileException([At(file, Math.Max(1, broken.LineNumber), broken.Message)]);
        }
    }

    static byte[] BytesOf(string file)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            return Utf8.IsValid(bytes) ? bytes : throw new CaseFileException(file, "is not UTF-8; save it as CSV UTF-8.");
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CaseFileException(file, "there is no such file.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CaseFileException(file, $"cannot be read. {problem.Message}");
        }
    }

    static List<SheetRow> Rows(string file, CsvReader csv, IReadOnlyList<string> columns)
    {
        var (rows, problems) = (new List<SheetRow>(), new List<string>());
        while (csv.Read())
        {
            if (csv.FieldCount != columns.Count)
            {
                problems.Add(At(file, csv.LineNumber, $"has {csv.FieldCount} cells where the header has {columns.Count}; a cell with a comma needs quotes."));
                continue;
            }

            var row = Row(csv, columns);
            rows.Add(row);
            if (row.Id.Length == 0)
            {
                problems.Add(At(file, row.Line, CaseSheet.Id, "is empty."));
            }
        }

        return problems.Count > 0 ? throw new CaseFileException(problems)
            : rows.Count == 0 ? throw new CaseFileException(file, "has a header and no cases.")
            : rows;
    }

    static SheetRow Row(CsvReader csv, IReadOnlyList<string> columns)
    {
        var cells = new Dictionary<string, string>(columns.Count, StringComparer.Ordinal);
        for (var at = 0; at < columns.Count; at++)
        {
            cells[columns[at]] = csv.GetString(at);
        }

        return new SheetRow(csv.LineNumber, cells[CaseSheet.Id].Trim(), cells);
    }
}
