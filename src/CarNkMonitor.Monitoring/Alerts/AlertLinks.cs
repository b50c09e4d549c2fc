namespace CarNkMonitor.Monitoring.Alerts;

/// <summary>The short addresses in texts: a reference opens the alert's page for who may see it, and says nothing to others.</summary>
/// <param name="PublicUrl">Where the program is reached from a phone, for example <c>https://cnk.example</c>, with or without a final slash.</param>
public sealed record AlertLinks(string PublicUrl)
{
    public string To(string reference) => $"{PublicUrl.TrimEnd('/')}/k/{reference}";
}
