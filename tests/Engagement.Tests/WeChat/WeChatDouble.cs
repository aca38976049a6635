using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Engagement.Tests.WeChat;

/// <summary>A server that answers every request with hand-made bytes, for what no well-behaved stand-in sends.</summary>
internal sealed class WeChatDouble : IAsyncDisposable
{
    private readonly WebApplication app;

    private WeChatDouble(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(context =>
        {
            Requests++;
            return answer(context);
        });
    }

    public int Requests { get; private set; }

    public Uri Address => new(app.Urls.Single());

    public static async Task<WeChatDouble> Start(RequestDelegate answer)
    {
        var server = new WeChatDouble(answer);
        await server.app.StartAsync();
        return server;
    }

    public static Task<WeChatDouble> Start(string body, string contentType = "text/plain", int status = 200) =>
        Start(Encoding.UTF8.GetBytes(body), contentType, status);

    public static Task<WeChatDouble> Start(byte[] body, string contentType = "text/plain", int status = 200) => Start(context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.Body.WriteAsync(body).AsTask();
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
