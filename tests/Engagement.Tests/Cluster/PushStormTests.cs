using System.Collections.Concurrent;
using System.Net;
using Engagement.Grains.WeChat;
using Engagement.Tests.Site;
using Engagement.Tests.Storage;
using Engagement.WeChat;
using Engagement.WeChat.Emulator;
using StackExchange.Redis;

namespace Engagement.Tests.Cluster;

/// <summary>WeChat sends again what it got no answer to in time, to any process, while the first may still be at work.</summary>
public sealed class PushStormTests
{
    private const int People = 200, PushesEach = 20, Deliveries = 10_000, AtOnce = 64, Again = 400;

    private static readonly CallbackOptions Callback = new() { Token = "stormToken", EncodingAESKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG" };

    [RedisFact]
    public async Task TenThousandPushes_WithDuplicatesOverTwoSilos_EachIsHandledOnceAndAnsweredAlike()
    {
        await using var city = await ProcessCity.StartAsync();
        var copies = await city.StartAsync(2, new()
        {
            ["WeChat:Callback:Token"] = Callback.Token, ["WeChat:Callback:EncodingAESKey"] = Callback.EncodingAESKey,
            ["Site:Address"] = "https://roses.example.cn", // without it a reply's links carry the Host that WeChat asked
        });
        var clients = copies.Select(copy => new PushClient(copy.Http, Callback, new EmulatorOptions().AppId, () => DateTimeOffset.UtcNow)).ToArray();
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var pushes = Enumerable.Range(0, People * PushesEach).Select(i => Xml("o-storm" + i % People, i / People, i, now)).ToArray();
        var random = new Random(4);
        int[] deliveries = [.. Enumerable.Range(0, pushes.Length), .. Enumerable.Range(0, Deliveries - pushes.Length).Select(_ => random.Next(pushes.Length))];
        random.Shuffle(deliveries);
        for (var i = 0; i < 500; i++)
        {
            deliveries[2 * i] = deliveries[2 * i + 1]; // to both processes at the same moment; what it replaces comes below
        }

        var answers = new ConcurrentDictionary<int, ConcurrentBag<string>>();
        await Parallel.ForEachAsync(deliveries.Concat(Enumerable.Range(0, pushes.Length)).Select((push, turn) => (push, turn)), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (delivery, _) => answers.GetOrAdd(delivery.push, _ => []).Add(await Acknowledged(clients[delivery.turn % 2], pushes[delivery.push])));

        copies[1].Signal("KILL"); // what it answered is known to whoever takes its people over
        await Parallel.ForEachAsync(Enumerable.Range(0, Again), new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (push, _) => answers[push].Add(await Acknowledged(clients[0], pushes[push])));
        Assert.Equal(pushes.Length, answers.Count);
        Assert.All(answers, push => Assert.Single(push.Value.Distinct()));
        await using var store = await ConnectionMultiplexer.ConnectAsync(city.Store.Connection);
        Assert.Equal(pushes.Length, (long)await store.GetDatabase().HashGetAsync("{jiangmen}:" + FollowerEffects.Counter, FollowerEffects.Pushes));
        Assert.Equal(People, (long)await store.GetDatabase().HashGetAsync("{jiangmen}:" + FollowerEffects.Counter, FollowerEffects.Followers));
        Assert.Equal(0, await city.Start([], "recount").Ends());
    }

    // As WeChat: not acknowledged is sent again, the same bytes under a signature of now.
    private static async Task<string> Acknowledged(PushClient wechat, string xml)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await wechat.Push(xml);
            if (answer.Status == HttpStatusCode.OK)
            {
                return answer.Text ?? answer.Raw;
            }

            Assert.True(attempt < 50 && answer.Status == HttpStatusCode.ServiceUnavailable, $"It answered {answer.Status}.");
            await Task.Delay(100);
        }
    }

    // The first of each person is a follow; then everything that people and WeChat send.
    private static string Xml(string openId, int nth, int id, long now)
    {
        var at = now - PushesEach + nth;
        return $"<xml><ToUserName>gh_1</ToUserName><FromUserName>{openId}</FromUserName><CreateTime>{at}</CreateTime>" + (nth % 5) switch
        {
            0 => "<MsgType>event</MsgType><Event>subscribe</Event><EventKey></EventKey>",
            1 => $"<MsgType>text</MsgType><Content>我的玫瑰</Content><MsgId>{id}</MsgId>",
            2 => $"<MsgType>event</MsgType><Event>TEMPLATESENDJOBFINISH</Event><MsgID>{id}</MsgID><Status>success</Status>",
            3 => "<MsgType>event</MsgType><Event>CLICK</Event><EventKey>boards</EventKey>",
            _ => $"<MsgType>text</MsgType><Content>说点别的</Content><MsgId>{id}</MsgId>",
        } + "</xml>";
    }
}
