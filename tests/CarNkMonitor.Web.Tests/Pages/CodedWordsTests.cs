using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Web.Pages.Shared;

namespace CarNkMonitor.Web.Tests.Pages;

public class CodedWordsTests
{
    public static TheoryData<string> Questions => [.. ObservationCatalog.Default.All.Where(type => type.Codes.Count > 0).Select(type => type.Code)];

    [Theory, MemberData(nameof(Questions))]
    public void Every_code_of_the_catalogue_has_words_of_its_own(string question)
    {
        var words = ObservationCatalog.Default[question].Codes.Select(coded => (coded, Words: CodedWords.Find(question, coded))).ToList();

        Assert.Empty(words.Where(word => string.IsNullOrWhiteSpace(word.Words)).Select(word => word.coded));
        Assert.Empty(words.Where(word => word.Words!.Contains('_', StringComparison.Ordinal)).Select(word => word.coded));
        Assert.Equal(words.Count, words.Select(word => word.Words).Distinct().Count());
    }

    [Fact]
    public void Units_that_are_no_words_are_replaced_in_a_sentence_and_words_are_not()
    {
        Assert.Equal("between 0.000 and 200.000 ×10⁹/L; got 5 /µL.", RecordWords.Sentence("between 0.000 and 200.000 10*9/L; got 5 /uL."));
        Assert.Equal("The direct bilirubin", RecordWords.Sentence("The direct bilirubin"));
        Assert.Equal("The ICE items add up to 5, not 4.", RecordWords.Sentence("The ICE items add up to 5, not 4."));
    }
}
