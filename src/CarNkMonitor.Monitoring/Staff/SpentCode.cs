using CarNkMonitor.Monitoring.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CarNkMonitor.Monitoring.Staff;

/// <summary>
/// An authenticator code that was used. The key is the person and the code's 30-second step, so the database itself lets a code in only
/// once, whoever else tries at the same moment.
/// </summary>
[NotAudited("The sign-in that spent it is audited.")]
public sealed class SpentCode
{
    public required Guid StaffMemberId { get; init; }
    public required long Step { get; init; }

    sealed class Mapping : IEntityTypeConfiguration<SpentCode>
    {
        public void Configure(EntityTypeBuilder<SpentCode> row)
        {
            row.HasKey(code => new { code.StaffMemberId, code.Step });
            row.HasOne<StaffMember>().WithMany().HasForeignKey(code => code.StaffMemberId);
        }
    }
}
