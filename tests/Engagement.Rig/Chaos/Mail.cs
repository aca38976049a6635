using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Engagement.Rig.City;

namespace Engagement.Rig.Chaos;

/// <summary>Brings one request to the city, again and again with the same body until it is answered or the patience is over.</summary>
internal sealed class Mail(HttpClient http, Router router)
{
    private long _failed;
    private long _unavailable;

    /// <summary>How long one request is tried by its client; later the round tries once more.</summary>
    public TimeSpan Limit { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Of a hundred tries, how many hang up after a moment instead of waiting for the answer.</summary>
    public int HangUps { get; set; }

    /// <summary>Tries that brought no answer: refused, cut, timed out or 5xx.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Of them, those that were answered 503.</summary>
    public long Unavailable => Interlocked.Read(ref _unavailable);

    /// <summary>Longest time from the first try to the answer since it was set to zero, in milliseconds.</summary>
    public long LongestWait { get; set; }

    public async Task<Call> Send(HttpMethod method, string path, object? body, string token, Uri? site = null)
    {
        var bytes = body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body);
        var start = Stopwatch.GetTimestamp();
        for (var tries = 0; ; tries++)
        {
            var (status, json) = await Try(method, new(site ?? router.Any(), path), bytes, token);
            var elapsed = Stopwatch.GetElapsedTime(start);
            if (status is not (0 or 429 or >= 500) || elapsed > Limit)
            {
                LongestWait = Math.Max(LongestWait, (long)elapsed.TotalMilliseconds);
                return new(status is 429 or >= 500 ? 0 : status, json, tries, elapsed);
            }

            Interlocked.Increment(ref _failed);
            if (status == 503)
            {
                Interlocked.Increment(ref _unavailable);
            }

            await Task.Delay(20 + Random.Shared.Next(100));
        }
    }

    private async Task<(int Status, JsonElement Body)> Try(HttpMethod method, Uri uri, byte[]? body, string token)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(4));
        if (HangUps > 0 && Random.Shared.Next(100) < HangUps)
        {
            patience.CancelAfter(Random.Shared.Next(12));
        }

        try
        {
            using var request = new HttpRequestMessage(method, uri);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Content = body is null ? null : new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
            using var answer = await http.SendAsync(request, patience.Token);
            var text = await answer.Content.ReadAsByteArrayAsync(patience.Token);
            return ((int)answer.StatusCode, text.Length > 0 && answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
                ? JsonSerializer.Deserialize<JsonElement>(text) : default);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or JsonException)
        {
            return (0, default);
        }
    }
}
