using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>A person who signs in. One role, at one site or (site null) for the whole study or installation.</summary>
public sealed class StaffMember : IdentityUser<Guid>
{
    public StaffMember() => Id = Guid.CreateVersion7();

    /// <summary>Printed name, as it stands on the record and under signatures.</summary>
    public required string DisplayName { get; set; }
    public required StaffRole Role { get; set; }
    public Guid? SiteId { get; set; }
    public Guid? StudyId { get; set; }
    public bool IsDisabled { get; set; }

    /// <summary>Signed in with a temporary password: nothing else is open until a new one is chosen.</summary>
    public bool MustChangePassword { get; set; }
    public required DateTime CreatedAt { get; init; }

    /// <summary>A demo person's authenticator secret stands on the phones page; a real one never leaves Identity's token table.</summary>
    public bool IsInvented { get; init; }

    public Site? Site { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<StaffMember>
    {
        public void Configure(EntityTypeBuilder<StaffMember> row) => row.ToTable("staff_members");
    }
}

/// <summary>What a person is; what that allows is decided by <see cref="Permissions"/>.</summary>
public enum StaffRole { Nurse, Physician, Investigator, Coordinator, HomeOncologist, Monitor, Administrator }
