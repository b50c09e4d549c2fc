using CarNkMonitor.Monitoring.Observations;
using CarNkMonitor.Monitoring.Tests.Testing;
using CarNkMonitor.Testing.Databases;

namespace CarNkMonitor.Monitoring.Tests.Observations;

/// <summary>Specification of observations, catalogue rows of the rates: "ug/min needs the weight: divide by weight_kg first".</summary>
public class RatesByWeightTests(MonitorTemplate databases)
{
    static readonly DateTime Noon = RecordScene.Noon;

    [Theory]
    [InlineData("8", "80", "0.1")]
    [InlineData("10", "64", "0.15625")]
    [InlineData("0", "70", "0")]
    public void A_rate_per_minute_is_divided_by_the_weight(string rate, string kilograms, string perKilogram)
    {
        var reading = Assert.IsType<Readable>(Read(Norepinephrine(rate), [new BodyWeight(Noon, Number(kilograms))]));

        Assert.Equal(Number(perKilogram), reading.Value);
    }

    [Fact]
    public void The_newest_weight_up_to_the_moment_counts_and_one_typed_beside_the_rate_before_it()
    {
        BodyWeight[] weights = [new(Noon.AddDays(-9), 50), new(Noon, 40), new(Noon.AddMinutes(1), 100)];

        Assert.Equal(0.1m, Assert.IsType<Readable>(Read(Norepinephrine("4"), weights)).Value);
        Assert.Equal(0.05m, Assert.IsType<Readable>(Read(Norepinephrine("4"), weights, new CheckItem("weight", "80", "kg"))).Value);
    }

    [Fact]
    public void Without_a_weight_the_entry_says_what_to_do()
    {
        BodyWeight[] later = [new(Noon.AddMinutes(1), 100)];

        var refused = Assert.IsType<Unreadable>(Read(Norepinephrine("8"), later));

        Assert.Equal(
            "Norepinephrine infusion rate is accepted in ug/kg/min, ug/kg/h; got 'ug/min'. For ug/min enter the body weight first, in this check or an earlier one.",
            refused.Reason);
        var bound = Assert.IsType<Unreadable>(Read(Norepinephrine("8"), [], new CheckItem("weight", "<80", "kg")));
        Assert.EndsWith("in this check or an earlier one.", bound.Reason);
    }

    [Fact]
    public void Vasopressin_is_not_given_by_weight()
    {
        var refused = Assert.IsType<Unreadable>(Read(new CheckItem("vasopressin_rate", "2", "ug/min"), [new BodyWeight(Noon, 80)]));

        Assert.DoesNotContain("weight", refused.Reason);
    }

    [Fact]
    public void Of_an_impossible_rate_per_kg_the_other_units_are_told_and_none_is_guessed()
    {
        var refused = Assert.IsType<Unreadable>(Read(new CheckItem("norepinephrine_rate", "8", "ug/kg/min"), [new BodyWeight(Noon, 80)]));

        Assert.Null(refused.Offer);
        Assert.EndsWith("Choose the unit: in ug/kg/h it would be 0.13 ug/kg/min, in ug/min it would be 0.1 ug/kg/min.", refused.Reason.Replace("0.133", "0.13", StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task A_rate_per_minute_is_stored_per_kg_beside_what_was_typed_and_amended_by_the_same_weight(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        await scene.Saved(Noon.AddHours(-1), new CheckItem("weight", "80", "kg"));
        await scene.Saved(Noon, Item.Agent("norepinephrine"), Norepinephrine("8"));
        var stored = (await scene.All<Observation>()).Single(fact => fact.Code == "norepinephrine_rate");
        Assert.Equal((0.1m, "ug/kg/min", "8", "ug/min"), (stored.Value, stored.Unit, stored.EnteredValue, stored.EnteredUnit));

        await scene.Amend(scene.Nurse, stored.Id, Norepinephrine("16"), "misread");

        var corrected = (await scene.All<Observation>()).Single(fact => fact.SupersedesId == stored.Id);
        Assert.Equal((0.2m, "16", "ug/min"), (corrected.Value, corrected.EnteredValue, corrected.EnteredUnit));
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_weight_nothing_is_stored(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);

        var refused = Assert.IsType<CheckRefused>(await scene.Record(Item.Agent("norepinephrine"), Norepinephrine("8")));

        Assert.Contains("enter the body weight first", Assert.Single(refused.Problems).Reason);
        Assert.DoesNotContain(await scene.All<Observation>(), fact => fact.Code == "vasopressor_agent");
    }

    [Theory, OnBothDatabases]
    public async Task A_file_may_tell_the_weight_before_the_rate(DatabaseProvider provider)
    {
        await using var scene = await RecordScene.Set(databases, provider);
        const string file = """
            subject,observed_at,code,value,unit
            01-001,2026-03-05 08:00,norepinephrine_rate,8,ug/min
            01-001,2026-03-05 07:00,weight,80,kg
            01-001,2026-03-05 06:00,norepinephrine_rate,8,ug/min
            """;

        var report = await scene.Import(file, new ImportOptions(AcceptValid: true));

        Assert.Equal((2, 4), (report.Stored, Assert.Single(report.Errors).Line));
        Assert.Equal(0.1m, (await scene.All<Observation>()).Single(fact => fact.Code == "norepinephrine_rate").Value);
        Assert.Equal((0, 2), (await scene.Import(file, new ImportOptions(AcceptValid: true))) is var again ? (again.Stored, again.Unchanged) : default);
    }

    static CheckItem Norepinephrine(string value) => new("norepinephrine_rate", value, "ug/min");

    static EntryReading Read(CheckItem rate, IEnumerable<BodyWeight> weights, params CheckItem[] beside) =>
        EntryRules.Read(rate, ObservationSource.Typed, ObservationCatalog.Default.For([rate, .. beside], Noon, weights));

    static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
