using CsvHelper;

namespace CarNkMonitor.Monitoring.Observations;

/// <summary>One line of an import as it stands in the file; nothing is interpreted yet.</summary>
/// <param name="Line">1-based, the header counted.</param>
/// <param name="Misshapen">The line does not have the columns of the header; else null.</param>
/// <param name="ReferenceLow">Lower limit of normal that the laboratory printed, in the unit of the value; blank = none.</param>
/// <param name="ReferenceHigh">Upper limit, likewise.</param>
public sealed record ImportRow(
    int Line, string Subject, string ObservedAt, string Code, string Value, string Unit, string Source, string? Misshapen = null,
    string ReferenceLow = "", string ReferenceHigh = "");

/// <summary>A file that cannot be imported at all: not a matter of one row.</summary>
public sealed class UnreadableImportException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Reads <c>subject,observed_at,code,value,unit[,source][,reference_low][,reference_high]</c> (RFC 4180, UTF-8, one header line).</summary>
public static class ImportFile
{
    public const int MaxBytes = 20 * 1024 * 1024;
    public const int MaxRows = 200_000;

    static readonly string[] Needed = ["subject", "observed_at", "code", "value", "unit"];

    static readonly CsvReaderOptions Options = new()
    {
        Separator = ',', TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw, MaxRecordSize = 64 * 1024, PoolStrings = true,
    };

    /// <exception cref="UnreadableImportException">Too large, not CSV, or a column is missing.</exception>
    public static IReadOnlyList<ImportRow> Read(Stream content)
    {
        if (content.CanSeek && content.Length > MaxBytes)
        {
            throw new UnreadableImportException($"The file is larger than {MaxBytes / 1024 / 1024} MB.");
        }

        try
        {
            using var csv = CsvReader.Create(content, Options, leaveOpen: true);
            return ReadRows(csv);
        }
        catch (Exception problem) when (problem is CsvFormatException or InvalidDataException or IOException)
        {
            throw new UnreadableImportException($"The file cannot be read: {problem.Message}", problem);
        }
    }

    static List<ImportRow> ReadRows(CsvReader csv)
    {
        var columns = csv.Headers.Count;
        if (Needed.Where(column => !csv.TryGetFieldIndex(column, out _)).ToList() is { Count: > 0 } missing)
        {
            throw new UnreadableImportException($"The header must name {string.Join(',', Needed)}[,source][,reference_low][,reference_high]; missing: {string.Join(", ", missing)}.");
        }

        var rows = new List<ImportRow>();
        while (csv.Read())
        {
            rows.Add(Row(csv, columns));
            if (rows.Count > MaxRows)
            {
                throw new UnreadableImportException($"The file has more than {MaxRows} rows.");
            }
        }

        return rows;
    }

    /// <summary>A line with another number of fields is no row: an unquoted decimal comma would move the unit into the next column.</summary>
    static ImportRow Row(CsvReader csv, int columns) => new(
        checked((int)csv.LineNumber), csv.GetString("subject").Trim(), csv.GetString("observed_at").Trim(), csv.GetString("code").Trim(),
        csv.GetString("value").Trim(), csv.GetString("unit").Trim(), Optional(csv, "source"),
        csv.FieldCount == columns ? null : $"The line has {csv.FieldCount} fields where the header has {columns}; quote a value with a comma.",
        Optional(csv, "reference_low"), Optional(csv, "reference_high"));

    static string Optional(CsvReader csv, string column) => csv.TryGetFieldIndex(column, out _) ? csv.GetString(column).Trim() : "";
}
