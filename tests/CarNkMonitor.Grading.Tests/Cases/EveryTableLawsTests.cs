using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Explanations;
using CsCheck;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Cases;

/// <summary>What holds for every table, tried on random cells of its own columns.</summary>
public sealed class EveryTableLawsTests
{
    public static IEnumerable<TheoryDataRow<string>> Tables => CaseTables.All.Select(table => new TheoryDataRow<string>(table.Name));

    public static IEnumerable<TheoryDataRow<string>> TablesWithText => CaseTables.All
        .Where(table => table.Inputs.Any(column => column.Kind == ColumnKind.Text)).Select(table => new TheoryDataRow<string>(table.Name));

    [Theory, MemberData(nameof(Tables))]
    public void Cells_that_the_columns_allow_are_graded_or_contradict_each_other_by_name(string name)
    {
        var table = CaseTables.Find(name)!;
        CaseGenerators.Valid(table).Sample(cells => Assert.Null(Wrong(table, cells)), iter: Law.Quarter, print: Print);
    }

    [Theory, MemberData(nameof(Tables))]
    public void Nonsense_in_a_cell_is_one_clear_error_that_names_its_column(string name)
    {
        var table = CaseTables.Find(name)!;
        CaseGenerators.Wrong(table).Sample(wrong =>
        {
            var refused = Assert.Throws<CaseInputException>(() => table.Grade(wrong.Cells));
            Assert.Contains(refused.Problems, problem => problem.Column == wrong.Column);
        }, iter: Law.Quarter, print: wrong => Print(wrong.Cells));
    }

    [Theory, MemberData(nameof(TablesWithText))]
    public void Any_text_is_read_or_refused_by_name(string name)
    {
        var table = CaseTables.Find(name)!;
        CaseGenerators.Scrawled(table).Sample(cells => Assert.Null(Wrong(table, cells)), iter: Law.Quarter, print: Print);
    }

    [Theory, MemberData(nameof(Tables))]
    public void Every_result_explains_itself_in_both_languages(string name)
    {
        var table = CaseTables.Find(name)!;
        CaseGenerators.Valid(table).Where(cells => Wrong(table, cells) is null).Sample(cells =>
        {
            foreach (var result in Graded(table, cells))
            {
                Explained(result);
            }
        }, iter: Law.Tries / 100, print: Print);
    }

    /// <summary>Null for a result whose bounds and answers are in order, and for a refusal that names columns of the table.</summary>
    static string? Wrong(CaseTable table, Dictionary<string, string> cells)
    {
        try
        {
            var graded = table.Grade(cells);
            return graded.Answers.Count != table.Answers.Count ? "not one cell for each answer" : graded.Results.Select(Disorder).FirstOrDefault(one => one is not null);
        }
        catch (CaseInputException refused)
        {
            return refused.Problems.All(problem => table.Inputs.Any(column => column.Name == problem.Column) && problem.Message.Length > 0) ? null : refused.Message;
        }
    }

    static IReadOnlyList<GradeResult> Graded(CaseTable table, Dictionary<string, string> cells)
    {
        try
        {
            return table.Grade(cells).Results;
        }
        catch (CaseInputException)
        {
            return [];
        }
    }

    static string? Disorder(GradeResult result) =>
        result.Low is null != result.High is null ? "one bound only"
        : result.Low > result.High || result.Low < result.Scale.Lowest || result.High > result.Scale.Highest ? "bounds out of order or off the scale"
        : result.State == GradeState.CannotExclude && result.Low == result.High ? "cannot exclude what is certain"
        : result.State == GradeState.Determined && result.Low != result.High ? "determined by two bounds"
        : result.State is GradeState.NotAssessed ? "a case row is never unassessed"
        : null;

    static void Explained(GradeResult result)
    {
        var (english, chinese) = (result.Sentence.English, result.Sentence.In(Sentence.Chinese));
        // A place that was not filled; a unit such as {INR} may stand in a sentence.
        Assert.All((string[])[english, chinese], text => Assert.DoesNotMatch(@"\{\d", text));
        Assert.NotEqual(english, chinese);
        Assert.All(result.Missing, missing =>
        {
            // An index has no levels that a missing value could reach.
            Assert.True(missing.CouldReach.Count > 0 || result.Scale == Scale.Index, missing.Code);
            Assert.Equal(missing.CouldReach.Order(), missing.CouldReach);
            Assert.All(missing.CouldReach, level => Assert.InRange(level, result.Scale.Lowest, result.Scale.Highest));
            Assert.NotEqual(InputNames.Of(missing.Code, System.Globalization.CultureInfo.InvariantCulture), InputNames.Of(missing.Code, Sentence.Chinese));
        });
        Assert.All(result.Drivers, driver => Assert.True(driver.Code.Length > 0 && driver.Value.Length > 0));
        Assert.NotNull(result.Flags);
    }

    static string Print(Dictionary<string, string> cells) => string.Join(' ', cells.Where(cell => cell.Value.Length > 0).Select(cell => $"{cell.Key}='{cell.Value}'"));
}
