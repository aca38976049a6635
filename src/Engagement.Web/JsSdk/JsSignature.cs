using System.Security.Cryptography;
using System.Text;

namespace Engagement.Web.JsSdk;

/// <summary>What <c>wx.config</c> takes besides the lists; the names are WeChat's.</summary>
/// <param name="AppId">The service account.</param>
/// <param name="Timestamp">Unix seconds.</param>
/// <param name="NonceStr">Random.</param>
/// <param name="Signature">SHA-1 over ticket, nonce, time and address, 40 hex digits.</param>
public sealed record JsSignature(string AppId, long Timestamp, string NonceStr, string Signature)
{
    /// <summary>Signs a page.</summary>
    /// <param name="appId">The service account.</param>
    /// <param name="ticket">Its jsapi_ticket; a secret.</param>
    /// <param name="url">The page as the browser shows it, without fragment; signed as it is, never normalised or encoded again.</param>
    /// <param name="now">When.</param>
    /// <param name="nonce">Random, letters and digits.</param>
    /// <remarks>https://developers.weixin.qq.com/doc/service/guide/h5/jssdk.html, appendix 1.</remarks>
    public static JsSignature Of(string appId, string ticket, string url, DateTimeOffset now, string nonce)
    {
        var timestamp = now.ToUnixTimeSeconds();
        var text = FormattableString.Invariant($"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={url}");
        return new(appId, timestamp, nonce, Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)))); // the algorithm is WeChat's
    }
}
