using System.Globalization;
using Engagement.Web.Resources;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Shared;

/// <summary>Instants as the city's clock shows them: always +08:00.</summary>
public static class Shanghai
{
    public static string Moment(this IStringLocalizer<Texts> texts, DateTimeOffset at) => Format(at, texts["Time.Moment"]);

    public static string Day(this IStringLocalizer<Texts> texts, DateTimeOffset at) => Format(at, texts["Time.Day"]);

    private static string Format(DateTimeOffset at, string pattern) => at.ToOffset(TimeSpan.FromHours(8)).ToString(pattern, CultureInfo.InvariantCulture);
}
