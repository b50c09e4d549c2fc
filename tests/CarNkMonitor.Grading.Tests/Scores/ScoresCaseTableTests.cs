using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Grading.Scores;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Scores;

public sealed class ScoresCaseTableTests
{
    static CaseResult Grade(string score, string inputs) => new ScoresCaseTable().Grade(new Dictionary<string, string> { ["score"] = score, ["inputs"] = inputs });

    [Theory, Rule("SCORES-7", "gvhd-cytopenia-observations 7")]
    [InlineData("car_hematotox", "plt=180 anc=1.5 hgb=10 crp=12 ferritin=400", "0|low")]
    [InlineData("car_hematotox", "plt=100 anc=1.5 hgb=10 crp=12 ferritin=400", "1|low")]
    [InlineData("car_hematotox", "plt=100 anc=1.5 hgb=8.99 crp=12 ferritin=400", "2|high")]
    [InlineData("car_hematotox", "plt=0 anc=1.5 hgb=10 crp=12 ferritin=400", "2|high")]
    [InlineData("car_hematotox", "anc=0.1 hgb=7 crp=99 ferritin=9000", "|")]
    [InlineData("car_hematotox", "plt=180 anc=1.5 hgb=10 crp=<5 ferritin=>1500", "|")]
    [InlineData("car_hematotox", "plt=180 anc=0.5 hgb=10 crp=<5 ferritin=>1500", "|high")]
    [InlineData("car_hematotox", "", "|")]
    [InlineData("easix", "ldh=400 creatinine=1.2 plt=60", "8.000|")]
    [InlineData("easix", " plt=60\tcreatinine=1.2  ldh=400 ", "8.000|")]
    [InlineData("easix", "ldh=400 plt=60", "|")]
    [InlineData("easix", "ldh=400 creatinine=1.2 plt=<60", "|")]
    [InlineData("easix", "ldh=400 creatinine=1.2 plt=0", "|error")]
    [InlineData("easix", "plt=0", "|error")]
    [InlineData("m_easix", "ldh=300 crp=50 plt=100", "15.000|")]
    [InlineData("m_easix", "ldh=300 crp=50 plt=0.0", "|error")]
    [InlineData("s_easix", "ldh=350 plt=70 crp=5", "5.000|")]
    [InlineData("s_easix", "ldh=100 plt=300", "0.333|")]
    [InlineData("qsofa", "rr=22 sbp=100 gcs=15", "2|positive")]
    [InlineData("qsofa", "rr=21 sbp=101 gcs=14", "1|negative")]
    [InlineData("qsofa", "rr=24 sbp=90", "|positive")]
    [InlineData("qsofa", "rr=21 gcs=15", "|negative")]
    [InlineData("qsofa", "rr=24", "|")]
    public void Answers(string score, string inputs, string answers) => Assert.Equal(answers, string.Join("|", Grade(score, inputs).Answers));

    [Theory]
    [InlineData("plt=60 wbc=3", "'wbc' is not known here; allowed: plt, anc, hgb, crp, ferritin, ldh, creatinine, rr, sbp, gcs.")]
    [InlineData("PLT=60", "'PLT' is not known here")]
    [InlineData("plt", "'plt' has no value")]
    [InlineData("plt=", "'plt' has no value; write plt=number, or leave it out when it is not recorded.")]
    [InlineData("plt=60 plt=61", "'plt' stands twice.")]
    [InlineData("plt=many", "plt: 'many' is not a number")]
    [InlineData("plt=-1", "plt: -1 is not possible; allowed: 0 to 3000 10*9/L.")]
    [InlineData("hgb=95", "hgb: 95 is not possible; allowed: 1 to 25 g/dL.")]
    [InlineData("rr=22.5", "rr: '22.5' is not a whole number.")]
    [InlineData("gcs=2", "gcs: 2 is not possible; allowed: 3 to 15")]
    [InlineData("crp=<", "crp: '<' is not a number")]
    [InlineData("=5", "'' is not known here")]
    public void A_pair_that_cannot_be_read_is_an_error_that_names_the_column_and_the_key(string inputs, string message)
    {
        var error = Assert.Throws<CaseInputException>(() => Grade("easix", inputs));
        var problem = Assert.Single(error.Problems);
        Assert.Equal("inputs", problem.Column);
        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sofa")]
    public void An_unknown_or_missing_score_is_an_error(string score) =>
        Assert.Equal("score", Assert.Single(Assert.Throws<CaseInputException>(() => Grade(score, "plt=5")).Problems).Column);

    [Fact]
    public void The_result_is_that_of_the_score_asked_for()
    {
        Assert.Equal("QSOFA-2016", Assert.Single(Grade("qsofa", "rr=22").Results).Criteria);
        Assert.Equal(7.5m, Assert.Single(Grade("s_easix", "ldh=75 plt=10").Results).Index);
        Assert.Equal("hgb 85 g/L", Assert.Single(Grade("car_hematotox", "hgb=8.5").Results[0].Drivers.Select(driver => $"{driver.Code} {driver.Value} {driver.Unit}")));
    }
}
