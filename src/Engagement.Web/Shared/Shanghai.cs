using System.Globalization;
using Engagement.Grains.Campaigns;
using Engagement.Web.Resources;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Shared;

/// <summary>Instants as the city's clock shows them: always +08:00.</summary>
public static class Shanghai
{
    public static string Moment(this IStringLocalizer<Texts> texts, DateTimeOffset at) => Format(at, texts["Time.Moment"]);

    /// <summary>From and to: the day once, when it is one.</summary>
    public static string Span(this IStringLocalizer<Texts> texts, DateTimeOffset from, DateTimeOffset to) =>
        $"{texts.Moment(from)}–{(ShanghaiDay.Of(from) == ShanghaiDay.Of(to) ? Format(to, texts["Time.Clock"]) : texts.Moment(to))}";

    public static string Day(this IStringLocalizer<Texts> texts, DateTimeOffset at) => Format(at, texts["Time.Day"]);

    private static string Format(DateTimeOffset at, string pattern) => at.ToOffset(TimeSpan.FromHours(8)).ToString(pattern, CultureInfo.InvariantCulture);
}
