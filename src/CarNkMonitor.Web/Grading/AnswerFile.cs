using CarNkMonitor.Grading.Cases;
using CsvHelper;

namespace CarNkMonitor.Web.Grading;

/// <summary>Writes <c>case_id</c> and the computed columns: the whole file or nothing.</summary>
public static class AnswerFile
{
    static readonly CsvWriterOptions Options = new() { NewLine = "\n" };

    /// <exception cref="CaseFileException">It cannot be written; what stood there before still stands.</exception>
    public static void Write(string file, CaseTable table, GradedSheet graded) => Write(file, stream => Write(stream, table, graded));

    /// <summary>Writes a whole file or nothing; what fails while it is written leaves nothing behind.</summary>
    /// <exception cref="CaseFileException">It cannot be written; what stood there before still stands.</exception>
    public static void Write(string file, Action<Stream> write)
    {
        var target = TargetOf(file);
        RefusePlace(file, target);
        var draft = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            using (var stream = File.Create(IsDevice(target) ? target : draft))
            {
                write(stream);
            }

            if (!IsDevice(target))
            {
                File.Move(draft, target, overwrite: true);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Forget(draft);
            throw new CaseFileException(file, $"cannot be written. {problem.Message}");
        }
        catch
        {
            Forget(draft);
            throw;
        }
    }

    public static void Write(Stream stream, CaseTable table, GradedSheet graded)
    {
        using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        Record(csv, CaseSheet.Id, table.Answers);
        foreach (var (id, answers) in graded.Rows)
        {
            Record(csv, id, answers);
        }
    }

    /// <summary>True when both names lead to one file: writing would overwrite the cases.</summary>
    public static bool IsSame(string file, string other) => string.Equals(TargetOf(file), TargetOf(other), StringComparison.Ordinal);

    static void RefusePlace(string file, string target)
    {
        if (Directory.Exists(target))
        {
            throw new CaseFileException(file, "is a folder; name a file in it.");
        }

        if (Path.GetDirectoryName(target) is { } folder && !Directory.Exists(folder))
        {
            throw new CaseFileException(file, $"cannot be written: there is no folder {folder}.");
        }
    }

    static void Record(CsvWriter csv, string first, IReadOnlyList<string> others)
    {
        csv.WriteField(first);
        foreach (var field in others)
        {
            csv.WriteField(field);
        }

        csv.EndRecord();
    }

    /// <summary>A link stays a link: what it leads to is written.</summary>
    static string TargetOf(string file)
    {
        // Of a bare name a relative link would be resolved from the root of the disk.
        var full = Path.GetFullPath(file);
        try
        {
            return File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        }
        catch (IOException)
        {
            return full;
        }
    }

    /// <summary>A device is written to and never replaced by a file.</summary>
    static bool IsDevice(string target) => target.StartsWith("/dev/", StringComparison.Ordinal);

    static void Forget(string draft)
    {
        try
        {
            File.Delete(draft);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // What could not be created cannot be deleted either; the first problem is the one to tell.
        }
    }
}
