using System.Globalization;
using System.Xml.Linq;
using CarNkMonitor.Monitoring.Trends;

namespace CarNkMonitor.Web.Trends;

/// <summary>Turns ScottPlot's drawing into an element for a page: a view box that scales, tokens for colors, words for those who do not see it.</summary>
static class ChartSvg
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    static readonly Dictionary<string, string> TokenOf =
        ChartColors.Tokens.ToDictionary(pair => pair.Value, pair => ChartColors.Token(pair.Token, pair.Value), StringComparer.OrdinalIgnoreCase);

    public static string Finish(string drawn, string id, TrendSeries series, ChartPlace place)
    {
        var root = XDocument.Parse(drawn).Root!;
        UnclipWhatFits(root);
        foreach (var color in root.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "fill" or "stroke"))
        {
            if (TokenOf.TryGetValue(Hex(color.Value), out var token)) color.Value = token;
        }

        var svg = new XElement(Svg + "svg",
            new XAttribute("viewBox", $"0 0 {ChartPlace.Width} {place.Height.ToString(CultureInfo.InvariantCulture)}"),
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", $"{id}-title {id}-desc"),
            new XElement(Svg + "title", new XAttribute("id", $"{id}-title"), ChartText.Title),
            new XElement(Svg + "desc", new XAttribute("id", $"{id}-desc"), ChartText.Describe(series)),
            root.Elements(), ChartText.Labels(Svg, series, place));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>ScottPlot clips every item to the whole drawing, with ids that would repeat if a page held two charts. Nothing reaches outside.</summary>
    static void UnclipWhatFits(XElement root)
    {
        root.Elements(Svg + "clipPath").Remove();
        foreach (var group in root.Elements(Svg + "g").Where(group => group.Attribute("clip-path") is not null).ToList()) group.ReplaceWith(group.Elements());
    }

    /// <summary>Skia writes a few colors by name.</summary>
    static string Hex(string color) => color == "black" ? "#000000" : color;
}
