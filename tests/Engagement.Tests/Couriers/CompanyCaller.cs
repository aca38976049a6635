using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Engagement.Tests.Site;

namespace Engagement.Tests.Couriers;

/// <summary>A company's system that follows docs/company-api.md to the letter; it shares no code with the site.</summary>
internal sealed class CompanyCaller(SiteUnderTest site, string key, byte[] secret)
{
    /// <summary>Seconds by which its clock is wrong.</summary>
    public long Ahead { get; init; }

    public HttpRequestMessage Sign(string method, string target, string body = "", string? nonce = null, string? signedBody = null, string? signedTarget = null)
    {
        var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + Ahead;
        nonce ??= Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(signedBody ?? body))).ToLowerInvariant();
        var signature = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{method}\n{signedTarget ?? target}\n{digest}\n{nonce}\n{time}"));
        var request = new HttpRequestMessage(new(method), site.Address + target);
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        request.Headers.Add("X-Company-Key", key);
        request.Headers.Add("X-Company-Time", time.ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.Add("X-Company-Nonce", nonce);
        request.Headers.Add("X-Company-Signature", Convert.ToHexString(signature));
        return request;
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> Send(HttpRequestMessage request)
    {
        using var answer = await site.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone());
    }

    public Task<(HttpStatusCode Status, JsonElement Body)> Get(string target) => Send(Sign("GET", target));

    public Task<(HttpStatusCode Status, JsonElement Body)> Post(string target, object body) => Send(Sign("POST", target, JsonSerializer.Serialize(body)));
}
