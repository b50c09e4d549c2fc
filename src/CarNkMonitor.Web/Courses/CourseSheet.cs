using System.Globalization;
using CarNkMonitor.Grading;
using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Grading.Explanations;
using CsvHelper;

namespace CarNkMonitor.Web.Courses;

/// <summary>Writes one line for each subject, instant and result of a table.</summary>
public static class CourseSheet
{
    static readonly CsvWriterOptions Options = new() { NewLine = "\n" };

    static readonly string[] Columns = ["subject", "at", "criteria", "part", "low", "high", "state", "episode", "onset", "flags", "inputs"];

    /// <summary>Returns how many lines it wrote, the header not counted.</summary>
    public static int Write(Stream stream, IEnumerable<CourseSubject> subjects, CourseOptions options)
    {
        using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        Record(csv, Columns);
        var lines = 0;
        foreach (var subject in subjects)
        {
            var (moments, courses) = subject.Grade(options);
            foreach (var (index, moment) in moments.Index())
            {
                foreach (var course in courses)
                {
                    Record(csv, [subject.Code, Utc(moment), course.Criteria, course.Part, .. Cells(course.Results[index])]);
                    lines++;
                }
            }
        }

        return lines;
    }

    static IEnumerable<string> Cells(CourseResult one) =>
    [
        Level(one.Result, one.Result.Low), Level(one.Result, one.Result.High), StateOf(one.Result.State), one.Episode.ToString(CultureInfo.InvariantCulture),
        one.OnsetAt is { } onset ? Utc(onset) : "", string.Join('|', one.Result.Flags.Order(StringComparer.Ordinal)), string.Join('|', one.Drivers.Select(Input)),
    ];

    /// <summary>An index has no levels: its number stands in both columns.</summary>
    static string Level(GradeResult result, int? level) => level is { } known ? result.Scale.Word(known)
        : result.Index is { } index ? decimal.Round(index, 3, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture) : "";

    static string Input(Driver driver) => $"{driver.Code}={driver.Value}{(driver.Unit is { } unit ? " " + unit : "")}{(driver.ObservedAt is { } at ? "@" + Utc(at) : "")}";

    static string Utc(DateTime instant) => instant.ToString(instant.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    static string StateOf(GradeState state) => state switch
    {
        GradeState.Determined => "DETERMINED",
        GradeState.CannotExclude => "CANNOT_EXCLUDE",
        GradeState.NotApplicable => "NOT_APPLICABLE",
        GradeState.WrongInstrument => "WRONG_INSTRUMENT",
        GradeState.NotAssessed => "NOT_ASSESSED",
        GradeState.NotComputed => "NOT_COMPUTED",
    };

    static void Record(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.EndRecord();
    }
}
