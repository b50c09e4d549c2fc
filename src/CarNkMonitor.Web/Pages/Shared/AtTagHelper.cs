using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CarNkMonitor.Web.Pages.Shared;

/// <summary><c>&lt;at utc="…" clock="…" /&gt;</c>: a moment on the page, readable by people and by machines.</summary>
[HtmlTargetElement("at", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AtTagHelper : TagHelper
{
    public required DateTime Utc { get; set; }
    public required WallClock Clock { get; set; }

    /// <summary>The reader's own time stands beside it where it differs.</summary>
    public bool Both { get; set; }

    /// <summary>With seconds.</summary>
    public bool Exact { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Utc.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
        if (Both)
        {
            output.Attributes.SetAttribute("data-zone", Clock.Zone);
        }

        output.Content.SetContent(Exact ? Clock.Exact(Utc) : Clock.Text(Utc));
    }
}
