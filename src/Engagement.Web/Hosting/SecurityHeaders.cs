namespace Engagement.Web;

/// <summary>Headers of every answer: only our own scripts, styles and pictures, and WeChat's script when it is used.</summary>
public static class SecurityHeaders
{
    private const string Policy = "default-src 'none'; script-src 'self' https://res.wx.qq.com; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    /// <summary>Adds them.</summary>
    public static Task Add(HttpContext context, RequestDelegate next)
    {
        // At the last moment: whoever handles a fault begins with clean headers.
        context.Response.OnStarting(static state =>
        {
            Set(((HttpContext)state).Response.Headers);
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    private static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer"; // a rose's link carries its secret
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
