using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Engagement.Web.Shared;

/// <summary>What every form carries.</summary>
public static class FormHelpers
{
    /// <summary>The antiforgery token and the <c>command</c> field.</summary>
    /// <param name="html">The view's helper.</param>
    /// <param name="command">The model's key; null makes a fresh one for a second form on the page.</param>
    public static IHtmlContent Once(this IHtmlHelper html, string? command = null)
    {
        var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        field.MergeAttribute("type", "hidden");
        field.MergeAttribute("name", "command");
        field.MergeAttribute("value", command ?? CommandKey.New());
        return new HtmlContentBuilder().AppendHtml(html.AntiForgeryToken()).AppendHtml(field);
    }
}
