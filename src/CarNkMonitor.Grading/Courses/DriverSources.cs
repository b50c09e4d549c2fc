using CarNkMonitor.Grading.Explanations;
using CarNkMonitor.Grading.Facts;

namespace CarNkMonitor.Grading.Courses;

/// <summary>
/// Finds the observation behind an input that decided. Most tables grade values, not observations: of a record the observation is the latest one up to the
/// moment that says the same. A derived input (a count of days, a ratio) has none.
/// </summary>
static class DriverSources
{
    public static Driver Of(SubjectRecord record, DateTime moment, Driver driver)
    {
        if (driver.FactId is not null)
        {
            return driver;
        }

        var facts = record.Between(driver.Code, DateTime.MinValue, moment);
        for (var index = facts.Length - 1; index >= 0; index--)
        {
            if (Says(facts[index], driver))
            {
                return driver with { ObservedAt = facts[index].ObservedAt, FactId = facts[index].Id };
            }
        }

        return driver;
    }

    /// <summary>In the canonical unit, or as it was reported: a limit that is printed in two units is compared in the unit of the report.</summary>
    static bool Says(Fact fact, Driver driver) =>
        driver.Value == (fact.Coded ?? (fact.Flag is { } flag ? flag ? "true" : "false" : null))
        || (fact.Value is not null && driver.Value == fact.Measured.Text)
        || (fact.Reported is { } reported && driver.Unit == reported.Unit && driver.Value == reported.Value.Text);
}
