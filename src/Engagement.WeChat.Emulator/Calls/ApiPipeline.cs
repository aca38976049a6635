using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.WeChat.Emulator.Calls;

/// <summary>What every call goes through in WeChat's order: method, token, right, quota, body. The request's content type plays no part.</summary>
internal sealed class ApiPipeline(EmulatorOptions options, AccountBook accounts, TokenBook tokens, CallBook calls)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Maps the calls, and WeChat's answer to every other address that looks like one.</summary>
    public void Map(IEndpointRouteBuilder app, IEnumerable<IApi> apis)
    {
        foreach (var route in apis.SelectMany(api => api.Routes))
        {
            app.Map($"/{route.Name}", context => Handle(context, route));
        }

        foreach (var root in CallCounter.Roots)
        {
            app.Map($"/{root}/{{**rest}}", context => ApiWriter.Write(context, ApiError.InvalidUrl, options.UtcNow()));
        }
    }

    private async Task Handle(HttpContext context, ApiRoute route)
    {
        var now = options.UtcNow();
        await ApiWriter.Write(context, await Answer(context, route, now), now);
    }

    private async Task<ApiAnswer> Answer(HttpContext context, ApiRoute route, DateTimeOffset now)
    {
        var isPost = HttpMethods.IsPost(context.Request.Method);
        if (route.Post != isPost || (!isPost && !HttpMethods.IsGet(context.Request.Method)))
        {
            return route.Post ? ApiError.PostRequired : ApiError.GetRequired;
        }

        var account = accounts.Service;
        if (route.Right is not Right.None)
        {
            if (tokens.Check(context.Request.Query["access_token"].ToString(), now, out account) is { } refused)
            {
                return refused;
            }

            if (route.Right is not Right.Either && route.Right != account.Right)
            {
                return ApiError.NoRight;
            }
        }

        if (calls.Take(route, account, now) is { } exhausted)
        {
            return exhausted;
        }

        var (text, body, error) = route.Post ? await Read(context) : ("", new JsonObject(), null);
        return error is not null ? error : route.Handle(new(context.Request, account, body, text, now));
    }

    private static async Task<(string Text, JsonObject Body, ApiError? Error)> Read(HttpContext context)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        if (bytes.Length == 0)
        {
            return ("", [], ApiError.EmptyBody);
        }

        try
        {
            var text = Strict.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
            return JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false }) is JsonObject body
                ? (text, body, null)
                : (text, [], ApiError.InvalidJson);
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            return ("", [], ApiError.InvalidJson);
        }
    }
}
