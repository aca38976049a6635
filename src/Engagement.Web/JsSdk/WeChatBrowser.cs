namespace Engagement.Web.JsSdk;

/// <summary>Who is asking.</summary>
public static class WeChatBrowser
{
    /// <summary>
    /// Whether WeChat's own browser asks. WeCom (企业微信) says MicroMessenger too, but can neither sign in with a service account nor
    /// use its JS-SDK: it counts as any other browser.
    /// </summary>
    public static bool IsWeChat(this HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return agent.Contains("MicroMessenger/", StringComparison.OrdinalIgnoreCase) && !agent.Contains("wxwork", StringComparison.OrdinalIgnoreCase);
    }
}
