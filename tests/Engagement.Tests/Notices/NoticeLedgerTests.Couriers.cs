using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Notices;

public sealed partial class NoticeLedgerTests
{
    [RedisFact]
    public async Task Look_CourierAtNoon_IsLeftAloneUntilTheRushIsOver()
    {
        await using var city = await StartAsync(riding: true);
        var (an, bai) = (await ReachableAsync(city, credits: 2), await city.PersonAsync());
        await city.ClaimAsync(await city.SendAsync(an), bai); // twelve o'clock
        await city.SweepAsync();
        city.Clock.UtcNow = ManualClock.Noon.AddMinutes(89);
        await city.SweepAsync();
        Assert.Empty(Outbox(city).Sent);
        city.Clock.UtcNow = ManualClock.Noon.AddMinutes(90);
        await city.SweepAsync();
        Assert.Equal(1, Assert.Single(Outbox(city).Sent).Counts[NoticeKind.Opened]);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Look_WhoeverGaveUpRiding_HearsAtNoon()
    {
        await using var city = await StartAsync(riding: true);
        var (an, bai) = (await ReachableAsync(city, credits: 2), await city.PersonAsync());
        await city.Courier(an).Leave(city.Cell.Command(), stay: false);
        await city.ClaimAsync(await city.SendAsync(an), bai);
        await city.SweepAsync();
        Assert.Single(Outbox(city).Sent);
    }
}
