using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Notices;

/// <summary>Says a message in the receiver's language: how many of what, never what a letter says and nobody's name.</summary>
public sealed class NoticeWords(IStringLocalizer<Texts> texts, IOptions<SiteOptions> site)
{
    /// <summary>The template's fields with their values.</summary>
    public IReadOnlyDictionary<string, string> Fields(OutgoingNotice notice)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new(notice.Language);
        try
        {
            return notice.Template.Fields.ToDictionary(field => field.Key, field => NoticeFields.Fit(field.Key, Say(field.Value, notice)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private string Say(string source, OutgoingNotice notice)
    {
        var count = notice.Counts.Values.Sum();
        return source switch
        {
            "What" => notice.Counts.Keys.Select(kind => new Notice(kind, default).Topic).Distinct().ToArray() is [var one]
                ? texts["Notices.Say" + one, count]
                : texts["Notices.SayMixed", count],
            "Count" => count.ToString(CultureInfo.InvariantCulture),
            "When" => NoticeFields.Time(notice.Newest),
            "Campaign" => site.Value.Name,
            _ => texts["Notices.SayHint"],
        };
    }
}
