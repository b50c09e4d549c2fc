namespace CarNkMonitor.Web.Phone;

/// <summary>One text on a demo phone's screen.</summary>
/// <param name="Id">As a provider would number it.</param>
/// <param name="NoticeId">Null for what the person typed.</param>
/// <param name="Phone">E.164; the phone on whose screen it stands.</param>
/// <param name="Body">The words.</param>
/// <param name="At">UTC.</param>
/// <param name="Status">The provider's word: <c>queued</c>, then <c>delivered</c>; <c>received</c> for what the person typed.</param>
public sealed record VisibleText(string Id, Guid? NoticeId, string Phone, string Body, DateTime At, string Status)
{
    public bool IsReply => NoticeId is null;
}
