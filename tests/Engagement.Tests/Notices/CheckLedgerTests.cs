using Engagement.Contracts;
using Engagement.Grains.Moderation;
using Engagement.Grains.Notices;
using Engagement.Grains.Roses;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Notices;

/// <summary>Own words and media that wait for WeChat's check, on a real ledger (MA-01, MA-02).</summary>
[Collection(StoreTests.Name)]
public sealed class CheckLedgerTests(StoreFixture stores)
{
    private static readonly string Hash = new('h', 43);

    [RedisFact]
    public async Task Send_OwnWordsInTheMiniProgram_AreHeldUntilTheyPass()
    {
        await using var city = await StartAsync();
        var (an, sent) = await WritesAsync(city, "谢谢你");
        Assert.True(sent.Held);
        Assert.Equal(TextState.Held, (await city.StateAsync(sent.Rose)).Offer!.Letter.TextState);
        await city.IsCleanAsync();
        await city.SweepAsync();
        Assert.Equal("谢谢你", Assert.Single(city.Cell.Outbox.Checked));
        Assert.Equal(TextState.Shown, (await city.StateAsync(sent.Rose)).Offer!.Letter.TextState);
        Assert.Empty((await Inbox(city, an)).Notices); // words that show at once are no news
        Assert.Equal(0, await Queue(city));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Check_Risky_RefusesTheWordsAndTellsTheirWriter()
    {
        await using var city = await StartAsync();
        city.Cell.Outbox.Finding = new(CheckedAs.Risky, 20003, "t");
        var (an, sent) = await WritesAsync(city, "好话");
        await city.SweepAsync();
        Assert.Equal(TextState.Refused, (await city.StateAsync(sent.Rose)).Offer!.Letter.TextState);
        Assert.Equal(NoticeKind.LetterRefused, Assert.Single((await Inbox(city, an)).Notices).Kind);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Check_Review_LeavesThemToAModeratorWithTheLabel()
    {
        await using var city = await StartAsync();
        city.Cell.Outbox.Finding = new(CheckedAs.Review, 10001, "t");
        var (an, sent) = await WritesAsync(city, "好话");
        await city.SweepAsync();
        var held = Assert.Single((await city.Cell.Services.GetRequiredService<QueueReader>().Letters(0, 10)).Items);
        Assert.Equal((10001, false), (held.Letter.Label, held.Letter.Checking));
        await city.SweepAsync();
        Assert.Single(city.Cell.Outbox.Checked); // asked once
        Assert.Equal(Outcome.Done, (await city.Rose(sent.Rose).Review(sent.Rose, city.Cell.Command(), default, 1, pass: true)).Outcome);
        Assert.Equal(NoticeKind.LetterShown, Assert.Single((await Inbox(city, an)).Notices).Kind);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Check_WeChatAway_KeepsThemHeldAndThenLeavesThemToAModerator()
    {
        await using var city = await StartAsync();
        city.Cell.Outbox.Finding = new(CheckedAs.Failed);
        var (_, sent) = await WritesAsync(city, "好话");
        await city.SweepAsync();
        Assert.Equal(1, await Waiting(city, "check:"));
        city.Clock.Advance(TimeSpan.FromMinutes(11));
        await SweepUntil(city, async () => await Waiting(city, "check:") == 0);
        Assert.Equal((TextState.Held, 1L), ((await city.StateAsync(sent.Rose)).Offer!.Letter.TextState, await Queue(city)));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Check_PersonNotReachable_LeavesWhatTheListsSaid()
    {
        await using var city = await StartAsync();
        var (_, sent) = await WritesAsync(city, "好话");
        city.Clock.Advance(TimeSpan.FromHours(2.5)); // the sweeper was away
        await city.SweepAsync();
        Assert.Empty(city.Cell.Outbox.Checked);
        Assert.Equal(TextState.Shown, (await city.StateAsync(sent.Rose)).Offer!.Letter.TextState);
    }

    [RedisFact]
    public async Task Check_WordsThatTheListsHold_AreNotReleasedByWeChat()
    {
        await using var city = await StartAsync();
        var (_, sent) = await WritesAsync(city, "hold");
        await city.SweepAsync();
        Assert.Empty(city.Cell.Outbox.Checked);
        Assert.Equal(TextState.Held, (await city.StateAsync(sent.Rose)).Offer!.Letter.TextState);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Check_ModeratorOrTakerFaster_ChangesNothingTwice()
    {
        await using var city = await StartAsync();
        city.Cell.Outbox.Finding = new(CheckedAs.Risky, 20002, "t");
        var (_, decided) = await WritesAsync(city, "好话");
        await city.Rose(decided.Rose).Review(decided.Rose, city.Cell.Command(), default, 1, pass: true);
        var (_, taken) = await WritesAsync(city, "好话");
        await city.ClaimAsync(taken, await city.PersonAsync());
        await city.SweepAsync();
        Assert.Equal(TextState.Shown, (await city.StateAsync(decided.Rose)).Offer!.Letter.TextState);
        Assert.Equal(TextState.Refused, (await city.StateAsync(taken.Rose)).Latest!.Letter.TextState);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Media_ResultComes_IsShownOnce()
    {
        await using var city = await StartAsync();
        var media = city.Cell.Services.GetRequiredService<IMediaChecks>();
        Assert.Equal(MediaState.Held, await media.Submit(await PictureAsync(city)));
        Assert.Equal(MediaState.Held, await media.Submit(await PictureAsync(city)));
        await city.IsCleanAsync();
        await city.SweepAsync();
        await city.SweepAsync();
        Assert.Single(city.Cell.Outbox.Media);
        await city.IsCleanAsync();

        await media.Answered(new("trace", 0, "pass", 100)); // the beginning of a number is not the number
        await media.Answered(new("trace-9", 0, "pass", 100));
        Assert.Equal(MediaState.Held, await media.Find(Hash));
        await media.Answered(new("trace-1", 0, "risky", 20002));
        await media.Answered(new("trace-1", 0, "pass", 100));
        Assert.Equal(MediaState.Refused, await media.Find(Hash));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Media_NoResultInHalfAnHour_IsForAModerator()
    {
        await using var city = await StartAsync();
        var media = city.Cell.Services.GetRequiredService<IMediaChecks>();
        await media.Submit(await PictureAsync(city));
        await city.SweepAsync();
        city.Clock.Advance(TimeSpan.FromMinutes(29));
        await city.SweepAsync();
        Assert.Equal(MediaState.Held, await media.Find(Hash));
        city.Clock.Advance(TimeSpan.FromMinutes(1));
        await city.SweepAsync();
        Assert.Equal(MediaState.Review, await media.Find(Hash));
        await media.Answered(new("trace-1", 0, "pass", 100));
        Assert.Equal(MediaState.Review, await media.Find(Hash));
        await city.IsCleanAsync();
        Assert.Equal(Outcome.Done, (await media.Review(Hash, default, pass: true)).Outcome);
        Assert.Equal(MediaState.Shown, await media.Find(Hash));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Media_WeChatAway_IsSubmittedAgain()
    {
        await using var city = await StartAsync();
        city.Cell.Outbox.TakesMedia = false;
        var media = city.Cell.Services.GetRequiredService<IMediaChecks>();
        await media.Submit(await PictureAsync(city));
        await city.SweepAsync();
        city.Cell.Outbox.TakesMedia = true;
        await SweepUntil(city, () => Task.FromResult(city.Cell.Outbox.Media.Count == 2));
        await media.Answered(new("trace-1", 0, "pass", 100));
        Assert.Equal(MediaState.Shown, await media.Find(Hash));
        await city.IsCleanAsync();
    }

    // The sweeper lets a step that failed wait for two seconds of the machine, whatever the campaign's clock says.
    private static Task SweepUntil(City city, Func<Task<bool>> condition) => Eventually.HoldsAsync(async () =>
    {
        await city.SweepAsync();
        return await condition();
    }, "the step was tried again");

    [Theory]
    [InlineData("short", "https://roses.example/1.jpg"), InlineData("hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh:", "https://roses.example/1.jpg")]
    [InlineData("hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh", "http://roses.example/1.jpg"), InlineData("hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh", "/1.jpg")]
    public void Media_Malformed_IsRefusedBeforeAnything(string hash, string url) =>
        Assert.Throws<ArgumentException>(() => { _ = new MediaChecks(null!, null!, null!, null!).Submit(new(hash, url, MediaKind.Picture, new(Guid.NewGuid()))); });

    private async Task<City> StartAsync()
    {
        var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        city.Cell.Outbox.Enabled = true;
        return city;
    }

    private static async Task<(ParticipantId An, SendReceipt Sent)> WritesAsync(City city, string text)
    {
        var an = await city.PersonAsync();
        await city.Person(an).SeenInMiniProgram(new("m-an"));
        var sent = await city.Person(an).Send(city.Cell.Command(), new(new("helped", null, text), default, false));
        Assert.Equal(Outcome.Done, sent.Outcome);
        return (an, sent);
    }

    private static async Task<MediaSubmission> PictureAsync(City city)
    {
        var an = await city.PersonAsync();
        await city.Person(an).SeenInMiniProgram(new("m-an"));
        return new(Hash, "https://roses.example/1.jpg", MediaKind.Picture, an);
    }

    private static async Task<Inbox> Inbox(City city, ParticipantId person) => (await city.Cell.Services.GetRequiredService<NoticeReader>().Read(person))!;

    private static Task<long> Queue(City city) => city.Redis.SortedSetLengthAsync(city.Keys.Key(RoseEffects.Letters));

    private static async Task<int> Waiting(City city, string kind) =>
        (await city.Redis.SortedSetRangeByRankAsync(city.Keys.Key(RoseEffects.Agenda))).Count(entry => entry.StartsWith(kind));
}
