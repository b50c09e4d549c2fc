using System.CommandLine;
using System.CommandLine.Parsing;
using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Web.Grading;

namespace CarNkMonitor.Web.Verbs;

/// <summary>Grades a file of cases by one table. Needs neither database nor configuration, and builds no host.</summary>
public static class Grade
{
    const int MostProblems = 50;

    static readonly Argument<string?> File = new("FILE")
    {
        Description = "CSV with case_id, input columns of the table, and perhaps expected_ columns to compare with.", Arity = ArgumentArity.ZeroOrOne,
    };

    static readonly Option<string?> Criteria = new("--criteria") { Description = "Table, such as crs, or a criteria id that only one table has.", HelpName = "NAME" };
    static readonly Option<string?> Out = new("--out") { Description = "Where to write case_id and the computed columns; standard output without it.", HelpName = "OUT.csv" };
    static readonly Option<bool> List = new("--list") { Description = "Name every table with its criteria ids and its source." };

    public static Command Command()
    {
        var verb = new Command("grade",
            "Grades a file of cases. Exit 1: an answer is not what the file expects; 2: the file or a cell of it cannot be read, and nothing is written.")
        {
            File, Criteria, Out, List,
        };
        verb.Validators.Add(DemandTableAndFile);
        verb.SetAction(parsed => parsed.GetValue(List) ? SayTables() : Run(parsed));
        return verb;
    }

    static void DemandTableAndFile(CommandResult typed)
    {
        if (typed.GetValue(List))
        {
            return;
        }

        if (typed.GetValue(Criteria) is not { } name)
        {
            typed.AddError("Name the table: --criteria NAME. 'grade --list' shows them.");
        }
        else if (CaseTables.Find(name) is null)
        {
            typed.AddError($"{CaseTables.WhyNotFound(name)} Tables: {string.Join(", ", CaseTables.All.Select(table => table.Name))}.");
        }

        if (typed.GetValue(File) is null)
        {
            typed.AddError("Name the file of cases.");
        }
    }

    static int Run(ParseResult parsed)
    {
        var (table, file, target) = (CaseTables.Find(parsed.GetValue(Criteria)!)!, parsed.GetValue(File)!, parsed.GetValue(Out));
        try
        {
            if (target is not null && AnswerFile.IsSame(file, target))
            {
                throw new CaseFileException(target, "is the file of cases itself; name another one with --out.");
            }

            var sheet = CaseFile.Read(file, table);
            SayUpTo(SheetWarnings.Of(table, sheet));
            var graded = GradedSheet.Of(table, sheet);
            Write(target, table, graded);
            return Say(graded, target);
        }
        catch (CaseFileException refused)
        {
            SayUpTo(refused.Problems);
            return Usage.Bad;
        }
    }

    static void Write(string? target, CaseTable table, GradedSheet graded)
    {
        if (target is not null)
        {
            AnswerFile.Write(target, table, graded);
            return;
        }

        using var output = Console.OpenStandardOutput();
        AnswerFile.Write(output, table, graded);
    }

    static int Say(GradedSheet graded, string? target)
    {
        foreach (var disagreement in graded.Disagreements)
        {
            Console.Error.WriteLine(disagreement);
        }

        // Standard output is the file when there is no other.
        (target is null ? Console.Error : Console.Out).WriteLine(
            $"{graded.Rows.Count} cases graded; {graded.Compared} answers compared, {graded.Disagreements.Count} disagree.");
        return graded.Disagreements.Count == 0 ? 0 : Usage.Disagreement;
    }

    internal static void SayUpTo(IReadOnlyList<string> problems)
    {
        foreach (var problem in problems.Take(MostProblems))
        {
            Console.Error.WriteLine(problem);
        }

        if (problems.Count > MostProblems)
        {
            Console.Error.WriteLine($"… and {problems.Count - MostProblems} more.");
        }
    }

    static int SayTables()
    {
        var name = CaseTables.All.Max(table => table.Name.Length);
        var ids = CaseTables.All.Max(table => string.Join(", ", table.Criteria).Length);
        foreach (var table in CaseTables.All)
        {
            Console.WriteLine($"{table.Name.PadRight(name)}  {string.Join(", ", table.Criteria).PadRight(ids)}  {table.Citation}");
        }

        return 0;
    }
}
