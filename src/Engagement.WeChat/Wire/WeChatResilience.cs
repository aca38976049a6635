using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Engagement.WeChat;

/// <summary>What happens to a request besides being sent. Nothing that WeChat may have received is ever sent again from here:
/// a code is used up by the first exchange, and a message would be shown twice.</summary>
internal static class WeChatResilience
{
    /// <summary>Adds one retry when no connection could be made, and a breaker per call: after 10 s in which nine of ten requests (at least
    /// ten) got no answer, requests fail at once for 5 s instead of holding each person up for 3 s.</summary>
    public static IHttpClientBuilder AddWeChatResilience(this IHttpClientBuilder client)
    {
        client.AddResilienceHandler("wechat", static pipeline => pipeline
                .AddRetry(new HttpRetryStrategyOptions
                {
                    MaxRetryAttempts = 1,
                    Delay = TimeSpan.FromMilliseconds(100),
                    ShouldHandle = static attempt => ValueTask.FromResult(attempt.Outcome.Exception is HttpRequestException e && IsUnsent(e)),
                })
                .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
                {
                    FailureRatio = 0.9,
                    MinimumThroughput = 10,
                    SamplingDuration = TimeSpan.FromSeconds(10),
                    BreakDuration = TimeSpan.FromSeconds(5),
                    ShouldHandle = static attempt => ValueTask.FromResult(
                        attempt.Outcome is { Exception: HttpRequestException or OperationCanceledException } or { Result.StatusCode: >= System.Net.HttpStatusCode.InternalServerError }),
                }))
            .SelectPipelineBy(static _ => static request => request.RequestUri!.AbsolutePath);
        return client;
    }

    /// <summary>Whether the request certainly never left this machine.</summary>
    public static bool IsUnsent(HttpRequestException e) => e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError;
}
