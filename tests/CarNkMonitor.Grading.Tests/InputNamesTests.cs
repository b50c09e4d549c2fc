using System.Globalization;
using CarNkMonitor.Grading.Explanations;
using Xunit;

namespace CarNkMonitor.Grading.Tests;

public sealed class InputNamesTests
{
    [Theory]
    [InlineData("gcs_eye", "Glasgow coma score eye opening")]
    [InlineData("gcs_verbal", "Glasgow coma score verbal")]
    [InlineData("gcs_motor", "Glasgow coma score motor")]
    [InlineData("rass", "Richmond agitation-sedation scale")]
    [InlineData("d_dimer", "D-dimer (FEU)")]
    [InlineData("cd19", "B cells (CD19)")]
    [InlineData("cd3", "T cells (CD3)")]
    [InlineData("platelets", "platelets")]
    public void A_name_keeps_its_capitals_inside_a_sentence_and_gets_no_others(string code, string name) =>
        Assert.Equal(name, InputNames.Of(code, CultureInfo.InvariantCulture));
}
