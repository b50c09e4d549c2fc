using CarNkMonitor.Monitoring.Observations;

namespace CarNkMonitor.Monitoring.Tests.Observations;

public class ObservationCatalogTests
{
    const string Header = "code,display,kind,value_type,loinc,loinc_status,ucum,alt_units,possible_min,possible_max,confirm_below,"
        + "confirm_above,lln_male,uln_male,lln_female,uln_female,decimals,codes,multiple,panel,notes\n";

    [Fact]
    public void Our_own_catalogue_is_read_and_keeps_its_order()
    {
        Assert.InRange(ObservationCatalog.Default.All.Count, 180, 400);
        Assert.Equal("temperature", ObservationCatalog.Default.All[0].Code);
        Assert.True(ObservationCatalog.Default["vasopressor_agent"].IsMultiple);
    }

    [Theory]
    [InlineData("8310-5", true)]
    [InlineData("3150-0", true)]
    [InlineData("3150-6", false)]
    [InlineData("8310-", false)]
    [InlineData("x-5", false)]
    public void The_check_digit_tells_a_true_loinc_code(string code, bool valid) => Assert.Equal(valid, Loinc.IsValid(code));

    [Theory]
    [InlineData("fio2,FiO2,vital,quantity,3150-6,verified,%,,21,100,,,,,,,1,,false,V,", "check digit")]
    [InlineData("fio2,FiO2,vital,quantity,,none,,,21,100,,,,,,,1,,false,V,", "unit")]
    [InlineData("fio2,FiO2,vital,quantity,,none,%,,,100,,,,,,,1,,false,V,", "limits")]
    [InlineData("fio2,FiO2,vital,quantity,,none,%,,100,21,,,,,,,1,,false,V,", "limits")]
    [InlineData("device,Device,vital,coded,,none,,,,,,,,,,,,,false,V,", "codes")]
    [InlineData("device,Device,vital,words,,none,,,,,,,,,,,,,false,V,", "type of value")]
    public void A_row_that_nobody_could_enter_or_grade_refuses_to_be_read(string row, string why)
    {
        var error = Assert.Throws<InvalidDataException>(() => ObservationCatalog.Read(new StringReader(Header + row)));

        Assert.Contains(why, error.Message);
    }
}
