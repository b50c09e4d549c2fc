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

    /// <summary>Why it is off, which decides how it comes back; null while it is on.</summary>
    public PhoneOff? Off { get; set; }

    /// <summary>The same in a sentence.</summary>
    public string? DisabledBecause { get; set; }
    public StaffMember? StaffMember { get; init; }

    /// <summary>Nobody is called here until it is switched on again. A phone that replied STOP stays stopped, whatever else is found out.</summary>
    internal void SwitchOff(PhoneOff why, string because)
    {
        if (Off != PhoneOff.Stopped)
            (IsEnabled, Off, DisabledBecause) = (false, why, because);
    }

    internal void SwitchOn() => (IsEnabled, Off, DisabledBecause) = (true, null, null);

    sealed class Mapping : IEntityTypeConfiguration<Contact>
    {
        public void Configure(EntityTypeBuilder<Contact> row)
        {
            row.HasIndex(contact => contact.Phone).IsUnique();
            row.HasIndex(contact => contact.StaffMemberId);
        }
    }
}

/// <summary>Why a phone is off. Each comes back in its own way: see <see cref="PhoneConsent"/> and <see cref="MakeAvailable"/>.</summary>
public enum PhoneOff
{
    /// <summary>Its person took the consent back, by STOP to us or to the provider. Only START from that phone brings it back.</summary>
    Stopped,

    /// <summary>Replied N: back by START, by accepting an alert, or on the on-call page.</summary>
    NotOnDuty,

    /// <summary>The provider says that texts cannot reach it: back by START, on the on-call page, or when an administrator stores it again.</summary>
    OfNoUse,

    /// <summary>Its person has another phone, or none; back when an administrator stores it again.</summary>
    Replaced,
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
