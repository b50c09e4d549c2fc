using System.CommandLine;
using System.CommandLine.Parsing;

namespace CarNkMonitor.Web.Verbs;

/// <summary>How every verb ends: 0 done, 1 a disagreement or an operation that failed, 2 bad usage; what went wrong goes to standard error.</summary>
public static class Usage
{
    public const int Disagreement = 1;
    public const int Bad = 2;

    public static async Task<int> Run(RootCommand root, string[] args)
    {
        Serve.MakeDefault(root);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(parsed.Errors);
        }

        try
        {
            // A stop by signal is the host's own business; without a handler here it is not cut off half-way.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception error) when (StartTrouble.Explain(error) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return Disagreement;
        }
    }

    static int Refuse(IEnumerable<ParseError> errors)
    {
        foreach (var error in errors)
        {
            Console.Error.WriteLine(error.Message);
        }

        Console.Error.WriteLine("Use --help to see what is possible.");
        return Bad;
    }
}
