using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Web.Grading;
using static CarNkMonitor.Web.Grading.CaseFileException;

namespace CarNkMonitor.Web.Courses;

/// <summary>Reads long observations as the import reads them, into the facts of each subject: all of them or none.</summary>
public static class CourseFile
{
    const string Infusion = "infusion";

    /// <summary>In the order in which the subjects first stand in the file.</summary>
    /// <exception cref="CaseFileException">The file is not there or not such a file, a line cannot be read, or a subject has no infusion; all such lines are named.</exception>
    public static IReadOnlyList<CourseSubject> Read(string file, CourseOptions options)
    {
        var (rows, problems, readings) = (RowsOf(file), new List<(int Line, string Problem)>(), new List<CourseReading>());
        var weights = rows.Where(row => row.Code == RatesByWeight.Weight).Select(row => (row.Subject, CourseReading.Of(row, options.Zone, []).Reading?.Weight))
            .Where(row => row.Weight is not null).ToLookup(row => row.Subject, row => row.Weight!);
        foreach (var row in rows)
        {
            _ = CourseReading.Of(row, options.Zone, weights[row.Subject]) switch
            {
                ({ } reading, _) => Add(readings, reading),
                (_, var problem) => Add(problems, (row.Line, problem!)),
            };
        }

        problems.AddRange(readings.GroupBy(reading => (reading.Row.Subject, reading.At, reading.Row.Source)).SelectMany(check => Contradictions([.. check.Distinct()])));
        var subjects = readings.GroupBy(reading => reading.Row.Subject).Select(ofSubject => new CourseSubject(ofSubject.Key, [.. ofSubject])).ToArray();
        problems.AddRange(subjects.Where(subject => options.DayZero is null && subject.Infusions.Count == 0).Select(subject => (subject.FirstLine,
            $"subject {subject.Code} has no line with the code {Infusion}; add one, or give the start of the infusion with --study-day-zero.")));
        return problems.Count > 0 ? throw new CaseFileException([.. problems.OrderBy(problem => problem.Line).Select(problem => At(file, problem.Line, problem.Problem))])
            : subjects.Length > 0 ? subjects
            : throw new CaseFileException(file, "has a header and no observations.");
    }

    static IReadOnlyList<ImportRow> RowsOf(string file)
    {
        try
        {
            using var content = File.OpenRead(file);
            return ImportFile.Read(content);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CaseFileException(file, "there is no such file.");
        }
        catch (Exception problem) when (problem is UnreadableImportException or IOException or UnauthorizedAccessException)
        {
            throw new CaseFileException(file, problem.Message);
        }
    }

    /// <summary>The combined rules of one check; the same line twice is one line.</summary>
    static IEnumerable<(int, string)> Contradictions(IReadOnlyList<CourseReading> check) => CombinedRules
        .Problems([.. check.Select((reading, index) => (index, reading.Reading))])
        .Select(problem => (check[problem.Item!.Value].Row.Line, problem.Reason));

    static bool Add<T>(List<T> list, T one)
    {
        list.Add(one);
        return true;
    }
}
