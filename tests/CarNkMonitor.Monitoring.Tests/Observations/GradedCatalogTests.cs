using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Tests.Observations;

public class GradedCatalogTests
{
    [Fact]
    public void Our_own_catalogue_is_ready_to_grade() => Assert.NotEmpty(GradedCatalog.Checked(ObservationCatalog.Read(new StringReader(Own()))).All);

    [Theory]
    [InlineData("platelets", null, "platelets: it is graded, and has no row.")]
    [InlineData("spo2", "spo2,Saturation,vital,coded,,none,,,,,,,,,,,,low|high,false,V,", "spo2: it is graded, and is no number there: it has neither unit nor limits.")]
    [InlineData("spo2", "spo2,Saturation,vital,quantity,,none,1,,30,100,,,,,,,1,,false,V,", "spo2: it is graded, and its unit is '1' where the tables read '%'.")]
    [InlineData("spo2", "spo2,Saturation,vital,integer,,none,%,,0,100,,,,,,,0,,false,V,", "spo2: it is graded, and its possible limits are not those of the tables.")]
    [InlineData("aptt", "aptt,aPTT,lab,quantity,,none,s,,10.0,400.0,,150.0,,,,,1,,false,L4,", "aptt: it is graded, and has no limits of normal for both sexes.")]
    public void A_graded_input_without_unit_or_limits_refuses_to_start(string code, string? row, string sentence)
    {
        var lines = Own().Split('\n').Select(line => line.StartsWith($"{code},", StringComparison.Ordinal) ? row : line).Where(line => line is not null);

        var error = Assert.Throws<InvalidDataException>(() => GradedCatalog.Checked(ObservationCatalog.Read(new StringReader(string.Join('\n', lines)))));

        Assert.EndsWith(sentence, error.Message, StringComparison.Ordinal);
    }

    static string Own()
    {
        using var text = new StreamReader(typeof(ObservationCatalog).Assembly.GetManifestResourceStream("observations.csv")!);
        return text.ReadToEnd();
    }
}
