using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Monitoring.Tests.Observations;

public class ValueMarksTests
{
    static readonly DateTime At = new(2026, 3, 5, 12, 0, 0, DateTimeKind.Utc);
    static readonly Site Site = new() { StudyId = Guid.NewGuid(), Code = "01", Name = "Berlin", Zone = "Europe/Berlin" };

    [Theory]
    [InlineData("hgb", "119", "g/L", null, null, ValueMark.Low)] // women: 120 to 155
    [InlineData("hgb", "120", "g/L", null, null, ValueMark.None)]
    [InlineData("hgb", "155", "g/L", null, null, ValueMark.None)]
    [InlineData("hgb", "155.1", "g/L", null, null, ValueMark.High)]
    [InlineData("hgb", "11.9", "g/dL", null, null, ValueMark.Low)]
    [InlineData("hgb", "11.9", "g/dL", "11.5", "15", ValueMark.None)]
    [InlineData("hgb", "15.2", "g/dL", null, "15", ValueMark.High)]
    [InlineData("hgb", "11.9", "g/dL", null, "15", ValueMark.Low)] // the side that was not printed falls back
    [InlineData("platelets", "<150", "10*9/L", null, null, ValueMark.Low)]
    [InlineData("platelets", "<151", "10*9/L", null, null, ValueMark.None)]
    [InlineData("ferritin", ">150", "ug/L", null, null, ValueMark.High)]
    [InlineData("ferritin", ">149", "ug/L", null, null, ValueMark.None)]
    [InlineData("temperature", "38.2", "Cel", null, null, ValueMark.High)]
    [InlineData("weight", "70", "kg", null, null, ValueMark.None)]
    public void A_value_is_marked_by_its_own_limits_first(string code, string value, string unit, string? low, string? high, ValueMark mark) =>
        Assert.Equal(mark, new ValueMarks(Subject(Sex.Female), new SettingsHistory([])).Of(Stored(code, value, unit, low, high)));

    [Fact]
    public void The_laboratory_of_the_study_wins_over_the_catalogue_and_loses_against_the_report()
    {
        var settings = StudySettings.Default with { LaboratoryRanges = [new LaboratoryRange(Site.Id, "hgb", "g/L", 110, 140, null, new DateOnly(2026, 1, 1))] };
        var history = new SettingsHistory([new StudySettingsVersion { StudyId = Site.StudyId, Version = 1, SettingsJson = CarNkMonitor.Monitoring.Data.Json.Write(settings), ValidFrom = At.AddDays(-9) }]);
        var marks = new ValueMarks(Subject(Sex.Female), history);

        Assert.Equal(ValueMark.None, marks.Of(Stored("hgb", "11.5", "g/dL")));
        Assert.Equal(ValueMark.High, marks.Of(Stored("hgb", "145", "g/L")));
        Assert.Equal(ValueMark.None, marks.Of(Stored("hgb", "145", "g/L", "120", "150")));
    }

    [Fact]
    public void Where_the_sex_is_not_known_a_limit_that_depends_on_it_marks_nothing() =>
        Assert.Equal(ValueMark.None, new ValueMarks(Subject(Sex.Unknown), new SettingsHistory([])).Of(Stored("hgb", "60", "g/L")));

    static Observation Stored(string code, string value, string unit, string? low = null, string? high = null)
    {
        var item = new CheckItem(code, value, unit, IsConfirmed: true, ReferenceLow: low, ReferenceHigh: high);
        var reading = Assert.IsType<Readable>(EntryRules.Read(item, ObservationSource.Typed, ObservationCatalog.Default));
        return new Observation
        {
            SubjectId = Guid.NewGuid(), CheckId = Guid.NewGuid(), Code = code, Comparator = reading.Comparator, Value = reading.Value, Unit = reading.Type.Quantity!.Unit,
            EnteredValue = value, EnteredUnit = unit, ReferenceLow = reading.Limits.Lower, ReferenceHigh = reading.Limits.Upper,
            ObservedAt = At, RecordedAt = At, RecordedById = Guid.NewGuid(), Source = ObservationSource.Typed,
        };
    }

    static Subject Subject(Sex sex) => new() { StudyId = Site.StudyId, SiteId = Site.Id, Site = Site, SubjectCode = "01-001", Sex = sex, EnrolledOn = new DateOnly(2026, 2, 20) };
}
