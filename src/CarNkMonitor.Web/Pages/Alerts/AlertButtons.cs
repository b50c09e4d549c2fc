using CarNkMonitor.Monitoring.Alerts;
using CarNkMonitor.Monitoring.Staff;

namespace CarNkMonitor.Web.Pages.Alerts;

/// <summary>Which buttons a person finds on an alert; the use cases decide again.</summary>
public sealed record AlertButtons(AlertOverview Overview, StaffMember Person)
{
    Alert Alert => Overview.Alert;

    public bool Accept => Alert.IsCalling && Person.MayAccept(Alert) && Overview.Accepted.All(one => one.StaffMemberId != Person.Id);

    public bool PassOn => Alert.State == AlertState.Open && Person.MayAccept(Alert);

    public bool Review => Alert.State is AlertState.Acknowledged or AlertState.Managed && Person.May(Permission.ConfirmGrade);

    public bool Close => Alert.State == AlertState.Managed && Person.May(Permission.CloseAlert)
        || Alert is { IsAboutSite: true, State: AlertState.Acknowledged or AlertState.Managed } && Person.MayAccept(Alert);
}
