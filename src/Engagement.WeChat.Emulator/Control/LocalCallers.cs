using System.Net;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Control;

/// <summary>Lets callers on this machine in, nobody else.</summary>
internal static class LocalCallers
{
    public static RequestDelegate Only(RequestDelegate handle) => context => IsLocal(context)
        ? handle(context)
        : EmulatorJson.Refuse(context, StatusCodes.Status403Forbidden, "只供本机使用。");

    public static bool IsLocal(HttpContext context) => context.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller);
}
