using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Engagement.Rig.City;

/// <summary>
/// Speaks to a city as any client must: what is not answered, or answered 429 or 503, is sent again with the same
/// command, after Retry-After or a growing pause, until <see cref="Patience"/> is over. So the city may be killed meanwhile.
/// </summary>
internal sealed class CityClient : IDisposable
{
    /// <summary>How long one command is tried.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http;
    private readonly Uri _site;
    private readonly Uri _wechat;

    public CityClient(string site, string wechat, int callers)
    {
        (_site, _wechat) = (new(site.TrimEnd('/') + "/"), new(wechat.TrimEnd('/') + "/"));
        _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = callers, UseCookies = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(2) })
        {
            Timeout = TimeSpan.FromSeconds(10),
        };
    }

    public Task<Call> Get(string path, string? token = null) => Send(() => Request(HttpMethod.Get, new(_site, path), null, token));

    public Task<Call> Post(string path, object body, string token) => Send(() => Request(HttpMethod.Post, new(_site, path), body, token));

    /// <summary>A request that a company's system signs; <paramref name="sign"/> gives the headers of each attempt.</summary>
    public Task<Call> Signed(HttpMethod method, string path, byte[] body, Func<(string Name, string Value)[]> sign) => Send(() =>
    {
        var request = new HttpRequestMessage(method, new Uri(_site, path));
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        }

        foreach (var (name, value) in sign())
        {
            request.Headers.Add(name, value);
        }

        return request;
    });

    /// <summary>A person enters the city, for the first time or again.</summary>
    public async Task<Person> SignIn(string name)
    {
        for (var attempt = 0; ; attempt++)
        {
            var code = await Send(() => Request(HttpMethod.Post, new(_wechat, "emulator/jscode"), new { persona = name }, null));
            var session = await Send(() => Request(HttpMethod.Post, new(_site, "api/v1/session"), new { code = Need(code).Text("code") }, null));
            if (session.Outcome != "Invalid" || attempt == 3)
            {
                return new(name, Need(session).Text("participantId"), session.Text("token")); // a code may be used up by an answer that got lost
            }
        }
    }

    /// <summary>Moves a test clock. Asked again while the city is away: moving it twice would do no harm.</summary>
    public async Task Advance(TimeSpan by)
    {
        var moved = await Send(() => Request(HttpMethod.Post, new(_wechat, "emulator/clock"), new { advance = $"{(int)by.TotalHours}:00:00" }, null));
        if (!moved.Done)
        {
            throw new RigException($"The clock can't be moved ({moved.Status}): start the city with --clock test.");
        }
    }

    /// <summary>A UUIDv7 by the real clock.</summary>
    public static string NewCommand() => Guid.CreateVersion7().ToString("D");

    public static Call Need(Call call) => call.Done ? call
        : throw new RigException($"The city answered {call.Status} {call.Outcome}. Is it running at these addresses?");

    private async Task<Call> Send(Func<HttpRequestMessage> request)
    {
        var start = Stopwatch.GetTimestamp();
        for (var tries = 0; ; tries++)
        {
            var (status, body, wait) = await Try(request);
            if (status is not (0 or 429 or 502 or 503 or 504) || Stopwatch.GetElapsedTime(start) > Patience)
            {
                return new(status, body, tries, Stopwatch.GetElapsedTime(start));
            }

            await Task.Delay(wait ?? Pause(tries));
        }
    }

    private async Task<(int Status, JsonElement Body, TimeSpan? Wait)> Try(Func<HttpRequestMessage> make)
    {
        try
        {
            using var request = make();
            using var response = await _http.SendAsync(request);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            var json = bytes.Length > 0 && response.Content.Headers.ContentType?.MediaType is { } type && type.EndsWith("json", StringComparison.Ordinal)
                ? JsonSerializer.Deserialize<JsonElement>(bytes) : default;
            return ((int)response.StatusCode, json, response.Headers.RetryAfter?.Delta);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or JsonException)
        {
            return (0, default, null);
        }
    }

    private static TimeSpan Pause(int tries) =>
        TimeSpan.FromMilliseconds(Math.Min(LongestPause.TotalMilliseconds, 25 << Math.Min(tries, 8)) * (0.5 + Random.Shared.NextDouble()));

    private static HttpRequestMessage Request(HttpMethod method, Uri uri, object? body, string? token)
    {
        var request = new HttpRequestMessage(method, uri);
        if (body is not null)
        {
            // Built whole: a chunked body would cost the city more than what it is measured for.
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = new("application/json") } };
        }

        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>A signed-in person.</summary>
internal sealed record Person(string Name, string Id, string Token);
