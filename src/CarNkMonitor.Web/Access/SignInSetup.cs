using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.AspNetCore.Identity;

namespace CarNkMonitor.Web.Access;

/// <summary>ASP.NET Core Identity with password and authenticator app; role and site are never in the cookie, only the person's id.</summary>
public static class SignInSetup
{
    const int FailuresBeforeLockOut = 5;

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.Configure<AccessOptions>(builder.Configuration.GetSection("Access"));
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentStaff>();
        services.AddScoped<SignIn>();
        services.AddScoped<AuthenticatorCodes>();
        services.AddSingleton<SetupCode>();
        services.AddSignInLimits();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddSessionCookies();
        services.AddIdentityCore<StaffMember>(Rules)
            .AddPasswordValidator<PasswordRules>()
            .AddEntityFrameworkStores<MonitorContext>();
    }

    static void Rules(IdentityOptions identity)
    {
        IdentitySchema.Choose(identity);
        var password = identity.Password;
        password.RequiredLength = PasswordRules.Shortest;
        (password.RequireDigit, password.RequireLowercase, password.RequireUppercase, password.RequireNonAlphanumeric) = (false, false, false, false);
        identity.Lockout.MaxFailedAccessAttempts = FailuresBeforeLockOut;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        identity.Lockout.AllowedForNewUsers = true;
    }
}
