using Engagement.Web.JsSdk;
using Microsoft.Extensions.Options;

namespace Engagement.Web;

/// <summary>Headers of every answer: only our own scripts, styles and pictures, and in WeChat's browser its one script.</summary>
public static class SecurityHeaders
{
    private const string Rest = "; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    // WeChat draws its open tags in a frame of its own (docs/decisions/0013); only the page that asks for one allows it.
    private const string OpenTag = "; frame-src https://res.wx.qq.com webcompt:";

    private static readonly object ShowsOpenTag = new();

    private static readonly object ReadsSpeed = new();

    private static readonly object StylesInline = new();

    /// <summary>Says that this page may ask the phone how fast it moves.</summary>
    public static void AllowLocation(this HttpContext context) => context.Items[ReadsSpeed] = true;

    /// <summary>Says that this page was not made by us and brings styles in its elements, and fonts.</summary>
    public static void AllowInlineStyle(this HttpContext context) => context.Items[StylesInline] = true;

    /// <summary>Says that this page holds one of WeChat's open tags.</summary>
    public static void AllowOpenTag(this HttpContext context) => context.Items[ShowsOpenTag] = true;

    /// <summary>Adds them.</summary>
    public static Task Add(HttpContext context, RequestDelegate next)
    {
        // At the last moment: whoever handles a fault begins with clean headers.
        context.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            Set(http.Response.Headers, Policy(http), http.Items.ContainsKey(ReadsSpeed));
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    private static string Policy(HttpContext context)
    {
        if (context.Items.ContainsKey(StylesInline))
        {
            return "default-src 'none'; script-src 'self'; font-src 'self' data:" + Rest.Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal);
        }

        var script = context.Request.IsWeChat() ? context.RequestServices.GetRequiredService<IOptions<JsSdkOptions>>().Value.Script : "";
        return "default-src 'none'; script-src 'self'" + (script.Length > 0 ? " " + script : "") + Rest
            + (script.Length > 0 && context.Items.ContainsKey(ShowsOpenTag) ? OpenTag : "");
    }

    private static void Set(IHeaderDictionary headers, string policy, bool location)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer"; // a rose's link carries its secret
        headers["Permissions-Policy"] = $"camera=(), geolocation=({(location ? "self" : "")}), microphone=()";
    }
}
