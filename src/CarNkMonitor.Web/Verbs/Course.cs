using System.CommandLine;
using System.CommandLine.Parsing;
using CarNkMonitor.Grading.Courses;
using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Web.Courses;
using CarNkMonitor.Web.Grading;
using NodaTime;

namespace CarNkMonitor.Web.Verbs;

/// <summary>Grades a file of long observations by every table over time. Needs neither database nor configuration, and builds no host.</summary>
public static class Course
{
    const string Utc = "UTC";

    static readonly Argument<string> File = new("FILE") { Description = "CSV with the columns subject,observed_at,code,value,unit[,source], as the import reads them." };
    static readonly Option<string?> Out = new("--out") { Description = "Where to write the results; standard output without it.", HelpName = "OUT.csv" };

    static readonly Option<string?> DayZero = new("--study-day-zero")
    {
        Description = "Start of the infusion, such as 2026-03-02T09:00, of every subject without a line of the code infusion.", HelpName = "TIME",
    };

    static readonly Option<string?> Zone = new("--zone") { Description = "IANA zone of local times and of the calendar; UTC without it.", HelpName = "ZONE" };
    static readonly Option<decimal?> Age = new("--age") { Description = "Age in years of every subject at the first infusion; without it the age is not recorded.", HelpName = "YEARS" };
    static readonly Option<string?> Criteria = new("--criteria") { Description = "Criteria ids in force, separated by commas; all of them with CTCAE-5.0 without it.", HelpName = "ID,..." };

    public static Command Command()
    {
        var verb = new Command("course", "Grades observations over time: one line for each subject, instant and table. Exit 2: the file or a line of it cannot be read, and nothing is written.")
        {
            File, Out, DayZero, Zone, Age, Criteria,
        };
        verb.Validators.Add(DemandReadableOptions);
        verb.SetAction(Run);
        return verb;
    }

    static void DemandReadableOptions(CommandResult typed)
    {
        var zone = typed.GetValue(Zone) ?? Utc;
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
        {
            typed.AddError($"'{zone}' is not a time zone; write it as Asia/Shanghai.");
        }
        else if (typed.GetValue(DayZero) is { } text && ObservedTime.Text(text).In(zone) is (null, var problem))
        {
            typed.AddError($"--study-day-zero: {problem}");
        }

        if (typed.GetValue(Age) is < 0 or > 120)
        {
            typed.AddError("--age lies between 0 and 120 years.");
        }
    }

    static int Run(ParseResult parsed)
    {
        var (file, target, zone) = (parsed.GetRequiredValue(File), parsed.GetValue(Out), parsed.GetValue(Zone) ?? Utc);
        try
        {
            if (target is not null && AnswerFile.IsSame(file, target))
            {
                throw new CaseFileException(target, "is the file of observations itself; name another one with --out.");
            }

            var dayZero = parsed.GetValue(DayZero) is { } text ? ObservedTime.Text(text).In(zone).Utc : null;
            var options = new CourseOptions(zone, dayZero, parsed.GetValue(Age), SettingsOf(parsed.GetValue(Criteria)));
            return Write(target, CourseFile.Read(file, options), options);
        }
        catch (CaseFileException refused)
        {
            Grade.SayUpTo(refused.Problems);
            return Usage.Bad;
        }
        catch (ArgumentException refused)
        {
            Console.Error.WriteLine(refused.Message);
            return Usage.Bad;
        }
    }

    static CourseSettings SettingsOf(string? ids) => ids is null ? CourseSettings.Default
        : new CourseSettings { Criteria = ids.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal) };

    static int Write(string? target, IReadOnlyList<CourseSubject> subjects, CourseOptions options)
    {
        var lines = 0;
        if (target is not null)
        {
            AnswerFile.Write(target, stream => lines = CourseSheet.Write(stream, subjects, options));
        }
        else
        {
            // Whole or not at all: a refusal in the middle must not leave half an answer behind.
            using var whole = new MemoryStream();
            lines = CourseSheet.Write(whole, subjects, options);
            using var output = Console.OpenStandardOutput();
            whole.WriteTo(output);
        }

        (target is null ? Console.Error : Console.Out).WriteLine($"{subjects.Count} subjects, {lines} lines.");
        return 0;
    }
}
