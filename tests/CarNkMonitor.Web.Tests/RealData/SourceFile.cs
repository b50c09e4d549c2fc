using System.Globalization;
using CsvHelper;

namespace CarNkMonitor.Web.Tests.RealData;

/// <summary>Reads a file of a data set line by line.</summary>
static class SourceFile
{
    static readonly CsvReaderOptions Csv = new() { Separator = ',', PoolStrings = true };

    public static List<T> Read<T>(string folder, string file, Func<Func<string, string>, T> make)
    {
        using var csv = CsvReader.FromFile(Path.Combine(folder, file), Csv);
        List<T> rows = [];
        while (csv.Read())
        {
            rows.Add(make(csv.GetString));
        }

        return rows;
    }

    public static IReadOnlyList<string> Columns(string folder, string file)
    {
        using var csv = CsvReader.FromFile(Path.Combine(folder, file), Csv);
        return [.. csv.Headers];
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
