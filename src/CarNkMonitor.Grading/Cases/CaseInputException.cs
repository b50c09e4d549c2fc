namespace CarNkMonitor.Grading.Cases;

/// <summary>What is wrong with one cell.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record CaseProblem(string Column, string Message);

/// <summary>A case that cannot be graded because of its own cells. Nothing of it was graded.</summary>
public sealed class CaseInputException(IReadOnlyList<CaseProblem> problems)
    : Exception(string.Join(" ", problems.Select(problem => $"{problem.Column}: {problem.Message}")))
{
    /// <summary>One problem.</summary>
    public CaseInputException(string column, string message) : this([new CaseProblem(column, message)])
    {
    }

    /// <summary>Every cell that is wrong.</summary>
    public IReadOnlyList<CaseProblem> Problems => problems;
}
