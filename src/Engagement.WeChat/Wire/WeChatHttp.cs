using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;

namespace Engagement.WeChat;

/// <summary>One request to WeChat's API, or to the emulator: it knows only a base address. What the network does is an outcome.</summary>
internal sealed class WeChatHttp(HttpClient http, IOptions<WeChatOptions> options, ILogger<WeChatHttp> log)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <summary>Sends and reads; with a body it is a POST.</summary>
    /// <param name="api">The path, without leading slash; the only part of the address that is logged.</param>
    /// <param name="query">Escaped, without question mark.</param>
    /// <param name="body">JSON, or null for GET.</param>
    /// <param name="read">Makes the answer of the bytes, or null if they are none.</param>
    /// <param name="cancellationToken">The only thing that throws.</param>
    /// <returns>The answer whatever its errcode; or, without one, <see cref="WeChatOutcome.Busy"/> if nothing was sent and
    /// <see cref="WeChatOutcome.Unavailable"/> if it may have been.</returns>
    public async Task<(WeChatOutcome Outcome, T? Answer)> Send<T>(
        string api, string query, byte[]? body, Func<byte[], T?> read, CancellationToken cancellationToken) where T : WeChatAnswer
    {
        var answer = await Ask(api, query, body, read, cancellationToken);
        WeChatMeter.Count(api, answer.Outcome);
        return answer;
    }

    private async Task<(WeChatOutcome Outcome, T? Answer)> Ask<T>(
        string api, string query, byte[]? body, Func<byte[], T?> read, CancellationToken cancellationToken) where T : WeChatAnswer
    {
        try
        {
            using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(options.Value.ApiBase, $"/{api}?{query}"));
            if (body is not null)
            {
                request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
            }

            using var response = await http.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                return Nothing<T>(WeChatOutcome.Unavailable, api, $"HTTP {(int)response.StatusCode}");
            }

            return read(await response.Content.ReadAsByteArrayAsync(cancellationToken)) is { } answer
                ? (WeChatErrcodes.ToOutcome(answer.Errcode ?? 0), answer)
                : Nothing<T>(WeChatOutcome.Unavailable, api, "unreadable");
        }
        catch (HttpRequestException e)
        {
            return Nothing<T>(WeChatResilience.IsUnsent(e) ? WeChatOutcome.Busy : WeChatOutcome.Unavailable, api, e.HttpRequestError.ToString());
        }
        catch (BrokenCircuitException)
        {
            return Nothing<T>(WeChatOutcome.Busy, api, "not asked: it failed again and again just now");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Nothing<T>(WeChatOutcome.Unavailable, api, "timeout");
        }
    }

    private (WeChatOutcome Outcome, T? Answer) Nothing<T>(WeChatOutcome outcome, string api, string why) where T : WeChatAnswer
    {
        log.NoAnswer(api, why);
        return (outcome, null);
    }
}
