using Engagement.WeChat.Emulator.JsSdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.WeChat.Emulator.Control;

/// <summary>The control API (docs/emulator.md), for callers on this machine.</summary>
internal static class ControlRoutes
{
    public static void MapControl(this IServiceProvider services, IEndpointRouteBuilder app)
    {
        void Get(string path, RequestDelegate handle) => app.MapGet($"/emulator/{path}", LocalCallers.Only(handle));
        void Post(string path, RequestDelegate handle) => app.MapPost($"/emulator/{path}", LocalCallers.Only(handle));
        void Delete(string path, RequestDelegate handle) => app.MapDelete($"/emulator/{path}", LocalCallers.Only(handle));

        var actions = services.GetRequiredService<ActionEndpoint>();
        Post("actions", actions.Act);
        Post("deliveries", actions.Deliver);

        var faults = services.GetRequiredService<FaultEndpoint>();
        Get("faults", faults.List);
        Post("faults", faults.Add);
        Delete("faults", faults.Clear);
        Get("calls", faults.Calls);
        Delete("calls", faults.ResetCalls);
        Delete("tokens", faults.Revoke);

        var target = services.GetRequiredService<TargetEndpoint>();
        Get("target", target.Show);
        Post("target", target.Set);
        Post("target/verify", target.Verify);
        Get("pushes", target.Pushes);

        var people = services.GetRequiredService<PeopleEndpoint>();
        Get("people/{persona}", people.Show);
        Post("people/{persona}", people.Change);
        Get("chats/{persona}", people.Chat);

        var content = services.GetRequiredService<ContentEndpoint>();
        Get("templates", content.Templates);
        Post("templates", content.PutTemplate);
        Get("media", content.Media);
        Post("media", content.ChangeMedia);
        Get("qrcodes", content.Codes);

        app.MapGet("/emulator/jssdk/verify", services.GetRequiredService<JsSdkEndpoint>().Verify);
    }
}
