using Engagement.WeChat.Emulator.Callbacks;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.Phones;
using Microsoft.AspNetCore.Http;

namespace Engagement.WeChat.Emulator.Control;

/// <summary><c>POST /emulator/actions</c>: a persona does something, and the answer tells what the account's server said.
/// <c>POST /emulator/deliveries</c>: several actions whose pushes arrive in a given order, more than once if wanted.</summary>
internal sealed class ActionEndpoint(PersonaBook personas, Phone phone, Pusher pusher)
{
    /// <summary>Most deliveries in one request.</summary>
    public const int MostDeliveries = 2_000;

    public async Task Act(HttpContext context)
    {
        const string expected = """{"persona": "小满", "do": "text", "text": "我的玫瑰"}""";
        if (await EmulatorJson.Read(context, EmulatorJson.Readable.PhoneAction, expected) is not { } action)
        {
            return;
        }

        var (manner, error) = action.Manner();
        var result = error is null ? Do(action) : PhoneResult.Refuse(error);
        if (result.Error is not null)
        {
            await EmulatorJson.Refuse(context, StatusCodes.Status400BadRequest, result.Error);
            return;
        }

        var records = await Task.WhenAll(result.Orders.Select(order => pusher.Push(order, manner!)));
        await context.Response.WriteAsJsonAsync(new ActionAnswer([.. records.OfType<PushRecord>()]), EmulatorJson.Readable.ActionAnswer);
    }

    public async Task Deliver(HttpContext context)
    {
        const string expected = """{"actions": [{"persona": "小满", "do": "text", "text": "一"}], "order": [0, 0], "sideBySide": 1}""";
        if (await EmulatorJson.Read(context, EmulatorJson.Readable.DeliveriesRequest, expected) is not { } request)
        {
            return;
        }

        if (request.Actions is not { Count: >= 1 and <= 100 } actions || request.Order is not { Count: >= 1 and <= MostDeliveries } order
            || order.Any(place => place < 0 || place >= actions.Count) || request.SideBySide is < 1 or > 64)
        {
            await EmulatorJson.Refuse(context, StatusCodes.Status400BadRequest, $"需要 1 至 100 个 actions、1 至 {MostDeliveries} 个 order，sideBySide 为 1 至 64。");
            return;
        }

        var orders = new List<PushOrder>();
        foreach (var result in actions.Select(Do))
        {
            if (result is not { Error: null, Orders: [var push] })
            {
                await EmulatorJson.Refuse(context, StatusCodes.Status400BadRequest, result.Error ?? "每个 action 须恰好产生一次推送。");
                return;
            }

            orders.Add(push);
        }

        var statuses = await pusher.Interleave(orders, [.. actions.Select(action => action.Mode)], order, request.SideBySide);
        await context.Response.WriteAsJsonAsync(new DeliveriesAnswer(statuses), EmulatorJson.Readable.DeliveriesAnswer);
    }

    private PhoneResult Do(PhoneAction action) => Persona.IsName(action.Persona?.Trim())
        ? phone.Do(personas.Meet(action.Persona!.Trim()), action)
        : PhoneResult.Refuse($"persona 须为 1 至 {Persona.LongestName} 个可见字符。");
}

/// <summary>Answer to an action: its pushes; empty if the account has no push target or WeChat tells nobody.</summary>
internal sealed record ActionAnswer(IReadOnlyList<PushRecord> Pushes);

/// <summary>Body of <c>POST /emulator/deliveries</c>.</summary>
/// <param name="Actions">What is done, each once.</param>
/// <param name="Order">Whose push is delivered, by place in <paramref name="Actions"/>, in this order.</param>
/// <param name="SideBySide">How many deliveries are under way at once.</param>
internal sealed record DeliveriesRequest(IReadOnlyList<PhoneAction>? Actions, IReadOnlyList<int>? Order, int SideBySide = 1);

/// <summary>The HTTP status of each delivery.</summary>
internal sealed record DeliveriesAnswer(IReadOnlyList<int> Statuses);
