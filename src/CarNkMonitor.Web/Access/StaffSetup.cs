using CarNkMonitor.Monitoring.Staff;

namespace CarNkMonitor.Web.Access;

/// <summary>The use cases about people.</summary>
public static class StaffSetup
{
    public static void AddStaff(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services
            .AddScoped<StaffChange>().AddScoped<AddStaffMember>().AddScoped<CreateFirstAdministrator>().AddScoped<ChangeRole>()
            .AddScoped<DisableStaffMember>().AddScoped<EnableStaffMember>().AddScoped<ResetPassword>().AddScoped<ResetSecondFactor>()
            .AddScoped<ChangePhone>()
            .AddScoped<ChooseOwnPassword>().AddScoped<SetUpAuthenticator>();
    }
}
