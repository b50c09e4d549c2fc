using CarNkMonitor.Grading.Cases;

namespace CarNkMonitor.Web.Grading;

/// <summary>One table in the list of tables.</summary>
public sealed record TableJson(string Name, IReadOnlyList<string> Criteria, string Citation, IReadOnlyList<FieldJson> Inputs, IReadOnlyList<string> Answers)
{
    public static TableJson Of(CaseTable table) => new(table.Name, table.Criteria, table.Citation, [.. table.Inputs.Select(FieldJson.Of)], table.Answers);
}

/// <summary>One input of a table.</summary>
public sealed record FieldJson(
    string Name, ColumnKind Kind, string? Unit, decimal? Minimum, decimal? Maximum, bool MayBeBound, IReadOnlyList<string> Codes, bool IsRequired, string Meaning)
{
    public static FieldJson Of(Column column) => new(
        column.Name, column.Kind, column.Unit, column.Min, column.Max, column.MayBeBound, column.Codes, column.IsRequired, column.Meaning);
}
