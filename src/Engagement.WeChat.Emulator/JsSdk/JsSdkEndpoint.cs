using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Tokens;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.JsSdk;

/// <summary><c>GET /emulator/jssdk/verify</c>: what WeChat's phone asks its server before it lets a page use the JS-SDK.
/// Open to every page, as it tells nothing but whether the page's own signature is right.</summary>
internal sealed class JsSdkEndpoint(EmulatorOptions options, AccountBook accounts, TokenBook tokens)
{
    public Task Verify(HttpContext context)
    {
        string Query(string name) => context.Request.Query[name].ToString();
        var problem = Problem(Query("appId"), Query("nonceStr"), Query("timestamp"), Query("url"), Query("signature"));
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return context.Response.WriteAsJsonAsync(
            new JsSdkAnswer($"preVerifyJSAPI:{(problem is null ? "ok" : "fail")}", problem), EmulatorJson.Readable.JsSdkAnswer);
    }

    private string? Problem(string appId, string nonce, string timestamp, string url, string signature)
    {
        if (appId != accounts.Service.AppId)
        {
            return "invalid appid";
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var page) || page.Scheme is not ("http" or "https")
            || (options.AllowedScriptHosts.Count > 0 && !options.AllowedScriptHosts.Contains(page.Host, StringComparer.OrdinalIgnoreCase)))
        {
            return "invalid url domain";
        }

        if (url.Contains('#', StringComparison.Ordinal) || nonce.Length == 0 || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return "invalid signature";
        }

        return tokens.Tickets(accounts.Service, options.UtcNow()).Any(ticket => Sign(ticket, nonce, timestamp, url) == signature) ? null : "invalid signature";
    }

    /// <summary>https://developers.weixin.qq.com/doc/service/guide/h5/jssdk.html (附录1)</summary>
    internal static string Sign(string ticket, string nonce, string timestamp, string url) =>
        Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes($"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={url}")));
}

/// <summary>The answer, named as the bridge hands it to the page.</summary>
internal sealed record JsSdkAnswer([property: System.Text.Json.Serialization.JsonPropertyName("err_msg")] string ErrMsg, string? Problem);
