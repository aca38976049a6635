using System.Text.RegularExpressions;
using Engagement.Web.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Shared;

/// <summary>Puts markup into the places of a sentence, so that texts hold no tags and values are always encoded.</summary>
public static partial class Weaving
{
    public static IHtmlContent Weave(this IStringLocalizer<Texts> texts, string key, params IHtmlContent[] parts)
    {
        var woven = new HtmlContentBuilder();
        var sentence = texts[key].Value;
        var at = 0;
        foreach (Match place in Place().Matches(sentence))
        {
            woven.Append(sentence[at..place.Index]).AppendHtml(parts[place.ValueSpan[1] - '0']);
            at = place.Index + place.Length;
        }

        return woven.Append(sentence[at..]);
    }

    /// <summary>A value that stands out.</summary>
    public static IHtmlContent Strong(string value) => Tag("b", value);

    public static IHtmlContent Strong(long value) => Strong(Count(value));

    /// <summary>A number that <c>live.js</c> keeps current.</summary>
    public static IHtmlContent Live(string name, long value)
    {
        var tag = Tag("b", Count(value));
        tag.MergeAttribute("data-live", name);
        return tag;
    }

    public static string Count(long value) => value.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    private static TagBuilder Tag(string name, string value)
    {
        var tag = new TagBuilder(name);
        tag.InnerHtml.Append(value);
        return tag;
    }

    [GeneratedRegex(@"\{\d\}")] private static partial Regex Place();
}
