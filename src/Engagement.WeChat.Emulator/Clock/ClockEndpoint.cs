using Engagement.WeChat.Emulator.Control;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Clock;

/// <summary><c>/emulator/clock</c>: what time it is, and, with a test clock, moving it forward. Callers on this machine only.</summary>
internal sealed class ClockEndpoint(EmulatorOptions options)
{
    public Task Show(HttpContext context) => LocalCallers.IsLocal(context) ? Answer(context, options.UtcNow()) : RefuseRemote(context);

    public async Task Advance(HttpContext context)
    {
        if (options.AdvanceClock is not { } advance)
        {
            await EmulatorJson.Refuse(context, StatusCodes.Status404NotFound, "没有测试时钟；启动时加上 --clock test 才能拨动时间。");
        }
        else if (!LocalCallers.IsLocal(context))
        {
            await RefuseRemote(context);
        }
        else if (await EmulatorJson.Read(context, EmulatorJson.Readable.ClockRequest, """{"advance": "24:00:00"}""") is { } request)
        {
            if (ClockStep.Parse(request.Advance, out var step) is { } error)
            {
                await EmulatorJson.Refuse(context, StatusCodes.Status400BadRequest, error);
            }
            else
            {
                await Answer(context, advance(step));
            }
        }
    }

    private static Task RefuseRemote(HttpContext context) => EmulatorJson.Refuse(context, StatusCodes.Status403Forbidden, "时钟只供本机使用。");

    private static Task Answer(HttpContext context, DateTimeOffset now) =>
        context.Response.WriteAsJsonAsync(new ClockAnswer(now.ToUniversalTime()), EmulatorJson.Readable.ClockAnswer);
}

/// <summary>Body of <c>POST /emulator/clock</c>.</summary>
internal sealed record ClockRequest(string? Advance);

/// <summary>The emulated time, UTC.</summary>
internal sealed record ClockAnswer(DateTimeOffset Now);
