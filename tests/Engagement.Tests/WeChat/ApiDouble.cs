using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Engagement.Tests.WeChat;

/// <summary>WeChat's API by hand: gives out tokens as stable_token does, and answers every other call with what the test says.</summary>
internal sealed class ApiDouble : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _answers = new();
    private readonly ConcurrentQueue<Seen> _seen = new();
    private WeChatDouble _server = null!;
    private int _forced;

    public Uri Address => _server.Address;

    /// <summary>Requests but those for tokens.</summary>
    public IReadOnlyList<Seen> Calls => [.. _seen.Where(call => call.Path != "/cgi-bin/stable_token")];

    /// <summary>Requests for tokens, with their bodies.</summary>
    public IReadOnlyList<Seen> TokenCalls => [.. _seen.Where(call => call.Path == "/cgi-bin/stable_token")];

    /// <summary>The token that is good now; another is given out after it was forced or the test moved on.</summary>
    public int Generation { get; set; } = 1;

    /// <summary>What stable_token answers instead of a token.</summary>
    public string? TokenFailure { get; set; }

    /// <summary>Whether a call with another token than the current one is refused with 40001, as WeChat does.</summary>
    public bool ChecksTokens { get; set; }

    /// <summary>Awaited before a token is given out, so that a test can have callers pile up.</summary>
    public Task TokenGate { get; set; } = Task.CompletedTask;

    public int Forced => _forced;

    public string Token => "token-" + Generation.ToString(CultureInfo.InvariantCulture);

    /// <summary>Content type and bytes instead of JSON.</summary>
    public (string Type, byte[] Body)? Raw { get; set; }

    public int Status { get; set; } = 200;

    public static async Task<ApiDouble> Start(params string[] answers)
    {
        var api = new ApiDouble();
        foreach (var answer in answers)
        {
            api._answers.Enqueue(answer);
        }

        api._server = await WeChatDouble.Start(api.Answer);
        return api;
    }

    public GatewayUnderTest Gateway(Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? with = null) => new(Address, new()
    {
        ["WeChat:MiniProgramAppId"] = EmulatorUnderTest.MiniProgramAppId,
        ["WeChat:MiniProgramAppSecret"] = "0123456789abcdef-mini",
    }, with: with);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task Answer(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var seen = new Seen(http.Request.Path, http.Request.QueryString.ToString(), http.Request.Method, await reader.ReadToEndAsync());
        _seen.Enqueue(seen);
        http.Response.ContentType = "application/json; encoding=utf-8";
        http.Response.StatusCode = Status;
        if (seen.Path == "/cgi-bin/stable_token")
        {
            await TokenGate;
            if (TokenFailure is null && seen.Body.Contains("\"force_refresh\":true", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _forced);
                Generation++;
            }

            await http.Response.WriteAsync(TokenFailure ?? $$"""{"access_token":"{{Token}}","expires_in":7200}""");
        }
        else if (ChecksTokens && !seen.Query.Contains($"access_token={Token}", StringComparison.Ordinal))
        {
            await http.Response.WriteAsync("""{"errcode":40001,"errmsg":"invalid credential, access_token is invalid or not latest rid: 65a1b2c3-0d1e2f3a"}""");
        }
        else if (Raw is { } raw)
        {
            http.Response.ContentType = raw.Type;
            await http.Response.Body.WriteAsync(raw.Body);
        }
        else
        {
            await http.Response.WriteAsync(_answers.Count > 1 && _answers.TryDequeue(out var next) ? next : _answers.TryPeek(out var last) ? last : """{"errcode":0,"errmsg":"ok"}""");
        }
    }

    internal sealed record Seen(string Path, string Query, string Method, string Body);
}
