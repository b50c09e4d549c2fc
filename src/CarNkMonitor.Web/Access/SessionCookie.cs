using System.Security.Claims;
using CarNkMonitor.Monitoring.Data;
using CarNkMonitor.Monitoring.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CarNkMonitor.Web.Access;

/// <summary>
/// The session: a cookie that holds a person's id and security stamp. Every request reads the person anew and compares the stamp, so a
/// leaver, a changed role or a reset password rules at the next request, without waiting for an interval.
/// </summary>
public static class SessionCookie
{
    public const string Name = "carnk.session";
    public const string StampClaim = "stamp";
    const string StartedAt = "started";

    public static void AddSessionCookies(this AuthenticationBuilder authentication)
    {
        authentication.AddCookie(IdentityConstants.ApplicationScheme, Session);
        authentication.AddCookie(SignIn.HalfWay, cookie =>
        {
            cookie.Cookie.Name = "carnk.half-way";
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            cookie.SlidingExpiration = false;
        });
        foreach (var scheme in (string[])[IdentityConstants.ApplicationScheme, SignIn.HalfWay])
        {
            authentication.Services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<IOptions<AccessOptions>>((cookie, access) =>
            {
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SecurePolicy = access.Value.AllowHttp ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
                if (scheme == IdentityConstants.ApplicationScheme)
                {
                    cookie.ExpireTimeSpan = TimeSpan.FromMinutes(access.Value.IdleMinutes);
                }
            });
        }
    }

    /// <summary>A ticket for this person, started now.</summary>
    public static (ClaimsPrincipal Principal, AuthenticationProperties Properties) TicketFor(StaffMember person, DateTime now)
    {
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, person.Id.ToString()), new(StampClaim, person.SecurityStamp ?? "")], IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties();
        properties.SetString(StartedAt, now.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        return (new ClaimsPrincipal(identity), properties);
    }

    static void Session(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = Name;
        cookie.Cookie.SameSite = SameSiteMode.Lax; // a link tapped in a text must find the session
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/account/sign-in";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnValidatePrincipal = Validate;
        cookie.Events.OnCheckSlidingExpiration = OnlyPeopleAreActive;
        cookie.Events.OnRedirectToLogin = AskToSignIn;
        cookie.Events.OnRedirectToAccessDenied = Refuse;
    }

    static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().Now();
        var longest = TimeSpan.FromHours(services.GetRequiredService<IOptions<AccessOptions>>().Value.LongestHours);
        var started = context.Properties.GetString(StartedAt);
        var isOld = started is null || now - DateTime.Parse(started, null, System.Globalization.DateTimeStyles.RoundtripKind) >= longest;
        var person = isOld ? null : await services.GetRequiredService<CurrentStaff>().Load(context.Principal!, context.HttpContext.RequestAborted);
        if (person is null || person.IsDisabled || person.SecurityStamp != context.Principal!.FindFirstValue(StampClaim))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            services.GetRequiredService<CurrentStaff>().Forget();
        }
    }

    // The framework prolongs only in the second half of the time; then 16 minutes of rest could end a session of 30.
    static Task OnlyPeopleAreActive(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew = context.ElapsedTime >= TimeSpan.FromMinutes(1) && !context.HttpContext.Request.Headers.ContainsKey("X-Refresh");
        return Task.CompletedTask;
    }

    static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.IsScripted())
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }

    static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>Sent by a script: it shows a line of its own and must not be given another page.</summary>
    public static bool IsScripted(this HttpRequest request) =>
        request.Headers.ContainsKey("HX-Request") || request.Headers.XRequestedWith == "XMLHttpRequest" || request.Path.StartsWithSegments("/api");
}
