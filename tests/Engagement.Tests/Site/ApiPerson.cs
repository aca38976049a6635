using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Engagement.Tests.Site;

/// <summary>Somebody with a session of the API.</summary>
public sealed record ApiPerson(SiteUnderTest Site, string Token, string Id)
{
    public static object Rose(string? command = null) => new { commandId = command ?? SiteUnderTest.Command(), reason = "give-way", preset = "give-way-waited" };

    public Task<(HttpStatusCode Status, JsonElement Body)> Get(string path) => Send(HttpMethod.Get, path, null);

    public Task<(HttpStatusCode Status, JsonElement Body)> Post(string path, object body) => Send(HttpMethod.Post, path, JsonContent.Create(body));

    /// <summary>Asks again with the same command while the answer is unknown, as a client does: a loaded machine may take longer than a request waits.</summary>
    public bool Patient { get; init; } = true;

    public async Task<(HttpStatusCode Status, JsonElement Body)> Send(HttpMethod method, string path, HttpContent? content)
    {
        var body = content is null ? null : await content.ReadAsByteArrayAsync();
        var type = content?.Headers.ContentType;
        for (var attempt = 1; ; attempt++)
        {
            var answer = await SendOnce(method, path, body is null ? null : new ByteArrayContent(body) { Headers = { ContentType = type } });
            if (!Patient || attempt == 20 || answer.Status != HttpStatusCode.ServiceUnavailable)
            {
                return answer;
            }

            await Task.Delay(200);
        }
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendOnce(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, "/api/v1" + path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var answer = await Site.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone());
    }

    /// <summary>The outcome that an answer names; of a success without one its status.</summary>
    public static string Outcome((HttpStatusCode Status, JsonElement Body) answer) =>
        answer.Body.ValueKind == JsonValueKind.Object && answer.Body.TryGetProperty("outcome", out var outcome) ? outcome.GetString()! : answer.Status.ToString();

    /// <summary>Gives a rose and returns its id and secret.</summary>
    public async Task<(string Rose, string Secret)> Give()
    {
        var (status, body) = await Post("/roses", Rose());
        Assert.Equal(HttpStatusCode.Created, status);
        return (body.GetProperty("roseId").GetString()!, body.GetProperty("secret").GetString()!);
    }

    public Task<(HttpStatusCode Status, JsonElement Body)> Claim(string rose, string? secret, string? command = null) =>
        Post($"/roses/{rose}/claim", new { commandId = command ?? SiteUnderTest.Command(), secret });
}
