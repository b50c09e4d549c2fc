using CarNkMonitor.Monitoring.Staff;
using Microsoft.AspNetCore.Authorization;

namespace CarNkMonitor.Web.Access;

/// <summary>Policies, named after what one may do. Each asks <see cref="Permissions"/> with the role that the database holds now.</summary>
public static class Policies
{
    public const string CanReadSubjects = nameof(CanReadSubjects);
    public const string CanReadGrades = nameof(CanReadGrades);
    public const string CanReadAlerts = nameof(CanReadAlerts);
    public const string CanRecord = nameof(CanRecord);
    public const string CanProposeAttribution = nameof(CanProposeAttribution);
    public const string CanAcknowledge = nameof(CanAcknowledge);
    public const string CanConfirmGrade = nameof(CanConfirmGrade);
    public const string CanCloseAlert = nameof(CanCloseAlert);
    public const string CanManageSubjects = nameof(CanManageSubjects);
    public const string CanManageRota = nameof(CanManageRota);
    public const string CanManageTrial = nameof(CanManageTrial);
    public const string CanReadSettings = nameof(CanReadSettings);
    public const string CanReadAudit = nameof(CanReadAudit);
    public const string CanManagePeople = nameof(CanManagePeople);
    public const string CanManageSites = nameof(CanManageSites);
    public const string CanWatchJobs = nameof(CanWatchJobs);

    /// <summary>Any one of the permissions opens the door; the use case behind it may ask for more.</summary>
    static readonly Dictionary<string, Permission[]> Table = new()
    {
        [CanReadSubjects] = [Permission.ReadSubjects, Permission.ReadLinkedSubjects],
        [CanReadGrades] = [Permission.ReadGrades],
        [CanReadAlerts] = [Permission.ReadSubjects],
        [CanRecord] = [Permission.Record],
        [CanProposeAttribution] = [Permission.ProposeAttribution],
        [CanAcknowledge] = [Permission.Acknowledge, Permission.AcknowledgeRoutine],
        [CanConfirmGrade] = [Permission.ConfirmGrade],
        [CanCloseAlert] = [Permission.CloseAlert],
        [CanManageSubjects] = [Permission.ManageSubjects],
        [CanManageRota] = [Permission.ManageRota],
        [CanManageTrial] = [Permission.ApprovePolicy],
        [CanReadSettings] = [Permission.ApprovePolicy, Permission.ReadAudit],
        [CanReadAudit] = [Permission.ReadAudit],
        [CanManagePeople] = [Permission.ManagePeople],
        [CanManageSites] = [Permission.ManageSites],
        [CanWatchJobs] = [Permission.ManagePeople],
    };

    /// <summary>Whether this person may go through doors of this policy.</summary>
    public static bool Allows(string policy, StaffMember person) => Array.Exists(Table[policy], permission => person.May(permission));

    public static void AddPolicies(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<IAuthorizationHandler, MayEnter>();
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, NoteRefusals>();
        var authorization = builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var policy in Table.Keys)
        {
            authorization.AddPolicy(policy, door => door.RequireAuthenticatedUser().AddRequirements(new EntryRequirement(policy)));
        }
    }
}

/// <summary>The person must be allowed what this policy names.</summary>
public sealed record EntryRequirement(string Policy) : IAuthorizationRequirement;

/// <summary>Asks the person as the database knows him now.</summary>
public sealed class MayEnter(CurrentStaff staff) : AuthorizationHandler<EntryRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, EntryRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(requirement);
        if (staff.PersonOrNull is { } person && Policies.Allows(requirement.Policy, person))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
