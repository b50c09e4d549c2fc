using CarNkMonitor.Monitoring.Audit;

namespace CarNkMonitor.Monitoring.Tests.Audit;

public class AuditedValueTests
{
    static readonly Guid Nurse = Guid.Parse("0198f0aa-0000-7000-8000-000000000001");
    static readonly Dictionary<Guid, string> Names = new() { [Nurse] = "Li Wei" };

    [Theory]
    [InlineData("""{"Role":["Nurse","Physician"]}""", "Role", "Nurse", "Physician")]
    [InlineData("""{"IsDisabled":[false,true]}""", "IsDisabled", "no", "yes")]
    [InlineData("""{"Value":[38.60,null]}""", "Value", "38.60", null)]
    [InlineData("""{"Note":[null,""]}""", "Note", null, "")]
    [InlineData("""{"RecordedById":[null,"0198f0aa-0000-7000-8000-000000000001"]}""", "RecordedById", null, "Li Wei")]
    [InlineData("""{"CheckId":[null,"0198f0aa-0000-7000-8000-000000000002"]}""", "CheckId", null, "0198f0aa-0000-7000-8000-000000000002")]
    [InlineData("""{"how":"password"}""", "how", null, "password")]
    [InlineData("""{"rows":12}""", "rows", null, "12")]
    public void A_change_reads_as_old_and_new_and_a_detail_as_new(string json, string field, string? old, string? now) =>
        Assert.Equal([new AuditedValue(field, old, now)], AuditedValue.Of(json, Names));

    [Fact]
    public void What_was_and_stays_empty_is_left_out() => Assert.Empty(AuditedValue.Of("""{"EndedAt":[null,null]}""", Names));

    [Fact]
    public void Fields_keep_their_order() =>
        Assert.Equal(["B", "A"], AuditedValue.Of("""{"B":[1,2],"A":[3,4]}""", Names).Select(value => value.Field));
}
