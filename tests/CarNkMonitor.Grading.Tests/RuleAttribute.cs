namespace CarNkMonitor.Grading.Tests;

/// <summary>The rule that a test holds and where it stands: a line of <c>docs/validation/traceability.md</c>.</summary>
/// <param name="id">Short name of the table, section of the specification and perhaps a letter, such as <c>CRS-1.6</c>.</param>
/// <param name="source">Section of the specification; published source.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RuleAttribute(string id, string source) : Attribute
{
    public string Id => id;

    public string Source => source;
}
