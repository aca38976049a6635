using System.Globalization;

namespace Engagement.Web.Shared;

/// <summary>How this reader reads: large text and language, both kept in cookies so that pages need no script.</summary>
public static class Reading
{
    /// <summary>Cookie; <c>1</c> means large text.</summary>
    public const string LargeTextCookie = "large-text";

    public static bool LargeText(this HttpContext http) => http.Request.Cookies[LargeTextCookie] == "1";

    public static string Language => CultureInfo.CurrentUICulture.Name == "en" ? "en" : "zh-Hans";

    /// <summary>For the <c>lang</c> attribute; browsers pick Chinese glyphs by it.</summary>
    public static string HtmlLanguage => Language == "en" ? "en" : "zh-CN";
}
