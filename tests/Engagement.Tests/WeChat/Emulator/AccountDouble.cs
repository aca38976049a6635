using System.Collections.Concurrent;
using Engagement.WeChat.Emulator.Callbacks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.WeChat.Emulator;

/// <summary>An account's server that notes every push and answers as the test says.</summary>
internal sealed class AccountDouble : IAsyncDisposable
{
    public const string Token = "QDG6eK";
    public const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"; // spare bits at its end are set, as in WeChat's sample

    private readonly WebApplication app;

    private AccountDouble(WebApplication app) => this.app = app;

    /// <summary>What came, in its order.</summary>
    public ConcurrentQueue<ReceivedPush> Pushes { get; } = [];

    /// <summary>The answer to the nth push, which counts from one.</summary>
    public Func<int, ReceivedPush, (int Status, string Body)> Answer { get; set; } = static (_, _) => (200, "success");

    public static async Task<AccountDouble> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var account = new AccountDouble(builder.Build());
        account.app.MapGet("/callback", context => context.Response.WriteAsync(context.Request.Query["echostr"].ToString()));
        account.app.MapPost("/callback", account.Take);
        await account.app.StartAsync();
        return account;
    }

    public PushTarget Target(PushMode mode) => new(new Uri($"{app.Urls.Single()}/callback?account=1"), Token, Key, mode);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var push = new ReceivedPush(await reader.ReadToEndAsync(), context.Request.QueryString.Value!, QueryHelpers.ParseQuery(context.Request.QueryString.Value).ToDictionary(pair => pair.Key, pair => pair.Value.ToString()));
        int number;
        lock (Pushes)
        {
            Pushes.Enqueue(push);
            number = Pushes.Count;
        }

        var (status, body) = Answer(number, push);
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(body);
    }
}

/// <summary>A delivery as it came over the wire.</summary>
internal sealed record ReceivedPush(string Body, string Query, IReadOnlyDictionary<string, string> Parameters);
