using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>A phone that can be texted: a staff member's, or a team's without an account.</summary>
public sealed class Contact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid? StaffMemberId { get; init; }
    public required string Label { get; set; }

    /// <summary>E.164, for example +4915112345678.</summary>
    public required string Phone { get; init; }
    public bool IsEnabled { get; set; } = true;
    public string? DisabledBecause { get; set; }
    public StaffMember? StaffMember { get; init; }

    /// <summary>Nobody is called here until somebody switches it on again.</summary>
    internal void SwitchOff(string because) => (IsEnabled, DisabledBecause) = (false, because);

    internal void SwitchOn() => (IsEnabled, DisabledBecause) = (true, null);

    sealed class Mapping : IEntityTypeConfiguration<Contact>
    {
        public void Configure(EntityTypeBuilder<Contact> row)
        {
            row.HasIndex(contact => contact.Phone).IsUnique();
            row.HasIndex(contact => contact.StaffMemberId);
        }
    }
}

/// <summary>One place on a site's fixed on-call list: who is called at which level.</summary>
public sealed class OnCallPlace
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SiteId { get; init; }
    public required int Level { get; init; }
    public required int Order { get; init; }
    public required Guid ContactId { get; init; }
    public Contact? Contact { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<OnCallPlace>
    {
        public void Configure(EntityTypeBuilder<OnCallPlace> row) =>
            row.HasIndex(place => new { place.SiteId, place.Level, place.ContactId }).IsUnique();
    }
}
