using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.WeChat;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.WeChat.Callbacks;

/// <summary>Pushes on a real ledger with two silos.</summary>
[Collection(StoreTests.Name)]
public sealed class FollowerGrainTests(StoreFixture stores)
{
    [RedisFact]
    public async Task Receive_RetriesWhileTheFirstIsAtWork_AllGetItsAnswer()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis), silos: 2);
        var follower = Follower(city, "f1");
        var push = Push(city, PushKind.Ask, "m:1", PushTopics.Help);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Eventually.AnswersAsync(() => follower.Receive(push))));
        Assert.All(answers, answer => Assert.Equal(ReplyKind.Help, answer.Kind));
        Assert.Equal(1, (await Read(city, "f1"))!.Handled);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Receive_WriteFails_IsNotAcknowledgedAndHandledOnceByTheRetry()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var follower = Follower(city, "f2");
        var push = Push(city, PushKind.Follow, "e|1");
        city.Cell.Sabotage.FailsNext = true;
        var first = follower.Receive(push);
        await city.Cell.Doors["fail"].Reached.Task;
        city.Cell.Doors["fail"].Opened.SetResult();
        await Assert.ThrowsAsync<LedgerException>(() => first);
        Assert.Null(await Read(city, "f2"));
        Assert.Equal(ReplyKind.Welcome, (await Eventually.AnswersAsync(() => follower.Receive(push))).Kind);
        Assert.Equal(1, (await Read(city, "f2"))!.Handled);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Unfollow_OfSomebodyWhoEntered_ClosesTheAccountAndTheNextIsAnother()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (first, identity) = (await city.PersonAsync(), Identity(city, "id1"));
        var follower = Follower(city, "id1");
        await follower.Receive(Push(city, PushKind.Follow, "e|1"));
        Assert.NotNull(await Since(city, first));

        city.Clock.Advance(TimeSpan.FromMinutes(1));
        var unfollow = Push(city, PushKind.Unfollow, "e|2");
        Assert.Equal(ReplyKind.None, (await follower.Receive(unfollow)).Kind);
        await city.SweepAsync();
        Assert.False(await city.Person(first).IsOpen());
        Assert.True((await identity.Find()).IsNone);
        Assert.Equal(0, (await Read(city, "id1"))!.FollowedSince);

        city.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await identity.Enter(1, null, false);
        Assert.NotEqual(first, second);
        await follower.Receive(Push(city, PushKind.Follow, "e|3"));
        await follower.Receive(unfollow); // a late retry
        await follower.Receive(unfollow with { Key = "e|2 under another key" }); // even if it did not look like one
        await city.SweepAsync();
        Assert.True(await city.Person(second).IsOpen());
        Assert.NotNull(await Since(city, second));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Mine_Asked_CountsTheOwnRoses()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (an, bai) = (await city.PersonAsync(), await city.PersonAsync());
        await city.ClaimAsync(await city.SendAsync(an), bai);
        await city.SendAsync(an, bai);
        var push = Push(city, PushKind.Ask, "m:1", PushTopics.Mine);
        var mine = await Follower(city, "id2").Receive(push);
        Assert.Equal([5, 5, 1, 1, 0, 1], mine.Numbers);
        await city.ClaimAsync(await city.SendAsync(an), bai);
        Assert.Equal(mine.Numbers, (await Follower(city, "id2").Receive(push)).Numbers); // the retry's answer is the first one's
        Assert.Equal(ReplyKind.Enter, (await Follower(city, "nobody").Receive(push)).Kind);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Scan_CodeOfALetter_OpensItUntilItIsOfferedAnew()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (an, bai) = (await city.PersonAsync(), await city.PersonAsync());
        var sent = await city.SendAsync(an);
        var scene = city.Cell.Services.GetRequiredService<RoseScenes>().Of(sent.Rose, 1);
        Assert.InRange(scene.Length, 1, SceneBook.Longest);
        Assert.DoesNotContain(sent.Secret!, scene, StringComparison.Ordinal);

        Assert.Equal(new Landing($"/r/{sent.Rose}", sent.Rose.ToString(), 1), (await Scan(scene)).Landing);
        Assert.Equal(ReplyKind.WelcomeLanding, (await Follower(city, "new").Receive(Push(city, PushKind.Follow, "e|9", scene))).Kind);
        Assert.Equal(ReplyKind.Gone, (await Scan("r." + bai + scene[24..])).Kind); // no such rose
        Assert.Equal(ReplyKind.Gone, (await Scan("x." + scene[2..])).Kind);
        Assert.Equal(ReplyKind.Gone, (await Scan("")).Kind);
        Assert.Equal(new Landing($"/r/{sent.Rose}"), (await Scan(scene[..^1] + (scene[^1] == 'A' ? 'Q' : 'A'))).Landing); // forged: what anybody may see

        await city.ClaimAsync(sent, bai);
        await city.OfferAsync(sent.Rose, bai);
        Assert.Equal(new Landing($"/r/{sent.Rose}"), (await Scan(scene)).Landing);
        await city.IsCleanAsync();

        Task<PushReply> Scan(string text) => Follower(city, "f3").Receive(Push(city, PushKind.Scan, "e|" + Guid.NewGuid(), text));
    }

    [RedisFact]
    public async Task Scan_ShortSceneOfALetter_OpensItAndOnlyWithItsWholeTag()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (an, bai) = (await city.PersonAsync(), await city.PersonAsync());
        var sent = await city.SendAsync(an);
        var (scenes, book) = (city.Cell.Services.GetRequiredService<RoseScenes>(), city.Cell.Services.GetRequiredService<SceneBook>());
        var scene = scenes.ShortOf(sent.Rose, 1);
        Assert.Matches(@"\A[0-9a-zA-Z_-]{32}\z", scene);
        Assert.DoesNotContain(sent.Secret!, scene, StringComparison.Ordinal);
        Assert.Equal(new Landing($"/r/{sent.Rose}", sent.Rose.ToString(), 1), await book.Open(scene));
        Assert.Equal(new Landing($"/r/{sent.Rose}"), await book.Open(scene[..^1] + (scene[^1] == 'A' ? 'Q' : 'A')));
        var long_ = scenes.Of(sent.Rose, 1);
        foreach (var forged in new[] { scene[..^1], scene + 'A', 'x' + scene[1..], long_[..^1], long_[..^13] })
        {
            Assert.Null(await book.Open(forged));
        }

        await city.ClaimAsync(sent, bai);
        await city.OfferAsync(sent.Rose, bai);
        Assert.Equal(new Landing($"/r/{sent.Rose}"), await book.Open(scene));
    }

    private static IFollowerGrain Follower(City city, string id) => city.Cell.Grains.GetGrain<IFollowerGrain>($"{city.Cell.CellId}/{id}");

    private static IIdentityGrain Identity(City city, string id) => city.Cell.Grains.GetGrain<IIdentityGrain>($"{city.Cell.CellId}/{id}");

    private static Push Push(City city, PushKind kind, string key, string? topic = null) => new(key, kind, city.Clock.UtcNow.ToUnixTimeSeconds(), "o-openid", topic);

    private static async Task<FollowerState?> Read(City city, string id)
    {
        byte[]? record = await city.Redis.StringGetAsync(city.Keys.Record(FollowerState.Kind, id));
        return record is null ? null : city.Cell.Services.GetRequiredService<Grains.Storage.RecordFormat>().Read<FollowerState>(record);
    }

    private static async Task<DateTimeOffset?> Since(City city, ParticipantId person) => await city.Cell.Services.GetRequiredService<FollowerReader>()
        .FollowsSince((await city.Cell.Services.GetRequiredService<PersonReader>().Read(person))!);
}
