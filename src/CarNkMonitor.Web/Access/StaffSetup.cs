using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Monitoring.Subjects;

namespace CarNkMonitor.Web.Access;

/// <summary>The use cases about people, and about the sites where they work and are called.</summary>
public static class StaffSetup
{
    public static void AddStaff(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services
            .AddScoped<StaffChange>().AddScoped<AddStaffMember>().AddScoped<CreateFirstAdministrator>().AddScoped<ChangeRole>()
            .AddScoped<DisableStaffMember>().AddScoped<EnableStaffMember>().AddScoped<ResetPassword>().AddScoped<ResetSecondFactor>()
            .AddScoped<ChangePhone>()
            .AddScoped<OpenStudy>().AddScoped<ChangeStudySettings>().AddScoped<ReadStudySettings>().AddScoped<ReadAlarmLimits>().AddScoped<OpenSite>().AddScoped<AddOnCallPlace>().AddScoped<RemoveOnCallPlace>().AddScoped<MakeAvailable>().AddScoped<ReadOnCallList>()
            .AddScoped<ChooseOwnPassword>().AddScoped<FailedSignIns>().AddScoped<ProveIdentity>().AddScoped<SetUpAuthenticator>();
    }
}
