using CarNkMonitor.Grading.Facts;
using CarNkMonitor.Grading.Tests.Crs;
using Xunit;

namespace CarNkMonitor.Grading.Tests.Facts;

/// <summary>Facts of one instant have one order, whatever the order of entry.</summary>
public sealed class FactOrderTests
{
    static readonly int[] Hours = [5, 1, 9, 3];

    [Fact]
    public void A_signed_entry_comes_before_one_that_is_only_proposed()
    {
        Fact Entry(bool isProvisional) => new(Guid.CreateVersion7(), "fever_attribution", Course.Hour(1)) { Coded = "infection", IsProvisional = isProvisional };
        var (proposed, signed) = (Entry(true), Entry(false));
        Assert.Equal([signed, proposed], FactOrder.Sorted([proposed, signed]));
        Assert.Equal([signed, proposed], FactOrder.Sorted([signed, proposed]));
    }

    [Fact]
    public void The_time_comes_first()
    {
        Fact[] facts = [.. Hours.Select(hour => new Fact(Guid.CreateVersion7(), "anc", Course.Hour(hour)) { Value = 10 - hour })];
        Assert.Equal([1, 3, 5, 9], FactOrder.Sorted(facts).Select(fact => (fact.ObservedAt - Course.Infusion).TotalHours));
    }
}
