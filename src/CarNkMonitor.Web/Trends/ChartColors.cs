using ScottPlot;

namespace CarNkMonitor.Web.Trends;

/// <summary>
/// Colors of the chart by the names of the stylesheet's tokens. ScottPlot draws with the light values; in the finished drawing each becomes
/// <c>var(--token, value)</c>, so that dark pages, print and the light page use their own.
/// </summary>
static class ChartColors
{
    public const string Ink = "#14201E", InkSoft = "#46534F", Line = "#D3D9D5", LineStrong = "#7B8783", Sunken = "#EAEDEA", Accent = "#0A5A57", Limit = "#9C1616";

    static readonly string[] Fill = ["#DDE4E1", "#F7DC6F", "#F2A23C", "#A31819", "#5A125A", "#000001"];
    static readonly string[] Edge = ["#7B8784", "#C79A1B", "#D97F0E", "#A31818", "#5A1259", "#000000"];

    /// <summary>Light value, as ScottPlot writes it, and token.</summary>
    public static readonly IReadOnlyList<(string Value, string Token)> Tokens =
    [
        (Ink, "ink"), (InkSoft, "ink-soft"), (Line, "line"), (LineStrong, "line-strong"), (Sunken, "sunken"), (Accent, "accent"), (Limit, "error"),
        .. Fill.Select((value, grade) => (value, $"g{grade}")),
        (Edge[0], "line-strong"), .. Edge.Skip(1).Select((value, at) => (value, $"g{at + 1}-line")),
    ];

    public static Color Of(string hex) => Color.FromHex(hex);

    public static Color FillOf(int grade) => Of(Fill[grade]);

    public static Color EdgeOf(int grade) => Of(Edge[grade]);

    public static string Token(string token, string value) => $"var(--{token}, {value.ToLowerInvariant()})";
}
