using System.Net.Http.Json;
using System.Text.Json;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Tests.Storage;
using Engagement.WeChat.Emulator;
using Engagement.WeChat.Emulator.Personas;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Site;

/// <summary>A digest on its whole way: accepted on a phone, pushed by WeChat, earned at night, seen in the chat in the morning.</summary>
public sealed class DigestTests
{
    [RedisFact]
    public async Task Digest_ClaimsAtNight_ArriveInTheChatOnceInTheMorning()
    {
        var site = new SiteUnderTest();
        await site.InitializeAsync();
        try
        {
            await Night(site);
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    private static async Task Night(SiteUnderTest site)
    {
        const string phone = "提醒小满";
        var (an, bai) = (await Enter(site, phone), await Enter(site, "提醒阿白"));
        await Act(site, new { persona = phone, @do = "prompt", templates = new Dictionary<string, string> { ["emulator-onetime-digest"] = "accept" } });
        await Eventually.HoldsAsync(async () => (await Reach(site, an)).Templates.Any(credit => credit is { TemplateId: "emulator-onetime-digest", Credits: 1 }), "the credit is in the ledger");

        MoveTo(site, 23);
        for (var i = 0; i < 4; i++)
        {
            var (rose, secret) = await an.Give();
            await bai.Claim(rose, secret);
        }

        MoveTo(site, 7);
        await Still(site);
        Assert.Empty(await Chat(site, phone));
        MoveTo(site, 8);
        await Eventually.HoldsAsync(async () => (await Chat(site, phone)).Length == 1, "the digest is in the chat");
        var line = (await Chat(site, phone))[0];
        Assert.Contains("你的玫瑰有 4 个新动静", line.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("\"4\"", line.GetRawText(), StringComparison.Ordinal);
        await Eventually.HoldsAsync(async () => (await Reach(site, an)).Sent is [{ State: SendState.Delivered }], "WeChat's report came back");
        Assert.Empty((await Reach(site, an)).Templates);

        MoveTo(site, 20);
        await Still(site);
        Assert.Single(await Chat(site, phone));
        Assert.Equal(4, (await an.Get("/me/notices")).Body.GetProperty("unread").GetInt32());
        await site.IsWhole();
    }

    [RedisFact]
    public async Task Digest_OfTheMiniProgram_ArrivesThereAndItsReportComesBack()
    {
        const string phone = "小程序小满";
        var site = new SiteUnderTest();
        await site.InitializeAsync();
        try
        {
            var (an, bai) = (await site.PersonAsync(phone), await site.PersonAsync("小程序阿白"));
            MoveTo(site, 9);
            await Act(site, new { persona = phone, @do = "prompt", templates = new Dictionary<string, string> { ["emulator-mini-digest"] = "accept" } });
            var report = new { commandId = SiteUnderTest.Command(), answers = new Dictionary<string, string> { ["emulator-mini-digest"] = "accept" } };
            for (var i = 0; i < 2; i++)
            {
                Assert.Equal(System.Net.HttpStatusCode.OK, (await an.Post("/me/notices/answers", report)).Status);
            }

            Assert.Equal([new TemplateCredit("emulator-mini-digest", 1)], (await Reach(site, an)).Templates); // neither the repeat nor WeChat's own event counts
            var (rose, secret) = await an.Give();
            await bai.Claim(rose, secret);
            await Eventually.HoldsAsync(async () => (await Chat(site, phone)).Length == 1, "the message is in the chat");
            await Eventually.HoldsAsync(async () => (await Reach(site, an)).Sent is [{ State: SendState.Delivered }], "WeChat's report came back");
            Assert.Equal((false, FollowState.Unknown), ((await Reach(site, an)).Known, (await Reach(site, an)).Follow)); // nothing about the service account
            await site.IsWhole();
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    [RedisFact]
    public async Task Follower_FollowedBeforeAnyEventCouldTell_IsAskedForBehindTheSignIn()
    {
        const string early = "早已关注";
        var site = new SiteUnderTest();
        await site.InitializeAsync();
        try
        {
            var target = await site.Http.GetFromJsonAsync<JsonElement>(site.WeChat + "/emulator/target");
            await Point(site, target, "http://127.0.0.1:9/gone"); // events of before the site existed
            await Act(site, new { persona = early, @do = "follow" });
            await Point(site, target, target.GetProperty("url").GetString()!);
            using var phone = SignIns.Browser.Of(site);
            Assert.Equal("/consent", (await phone.Get(await phone.Callback(await phone.Begin("/"), early))).Location);
            await phone.Consent();
            var person = await site.Services.GetRequiredService<Identities>().Find(new Persona(early).OpenId(new EmulatorOptions().AppId));
            var me = new ApiPerson(site, "", person.ToString());
            await Eventually.HoldsAsync(async () => await Reach(site, me) is { Known: true, Follow: FollowState.Follows }, "it is known that they follow");
            await Eventually.HoldsAsync(async () => (await site.Services.GetRequiredService<Engagement.Grains.CellGrains>().Participant(person).Self()).Profile is { Joined: true }, "the unionid is known");
            Assert.Equal(me.Id, (await site.PersonAsync(early)).Id); // the mini program finds the same person
            await site.IsWhole();
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    private static async Task Point(SiteUnderTest site, JsonElement target, string url)
    {
        using var answer = await site.Http.PostAsJsonAsync(site.WeChat + "/emulator/target", new
        {
            url, token = target.GetProperty("token").GetString(), encodingAesKey = target.GetProperty("encodingAesKey").GetString(), mode = "safe",
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    // Somebody who signed in by the service account, whom its events are about.
    private static async Task<ApiPerson> Enter(SiteUnderTest site, string persona)
    {
        await Act(site, new { persona, @do = "follow" }); // the emulator meets them, and nobody has entered yet
        var person = await site.Services.GetRequiredService<Identities>().Enter(new Persona(persona).OpenId(new EmulatorOptions().AppId), null);
        var token = Sessions.Token(site.Services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>(), person, DateTimeOffset.UtcNow);
        return new(site, token, person.ToString());
    }

    private static void MoveTo(SiteUnderTest site, int hour)
    {
        var now = site.Clock.UtcNow.ToOffset(ShanghaiDay.Offset);
        var then = new DateTimeOffset(now.Date.AddHours(hour), ShanghaiDay.Offset);
        site.Clock.Advance((then > now ? then : then.AddDays(1)) - now + TimeSpan.FromSeconds(2));
    }

    private static async Task Still(SiteUnderTest site)
    {
        await site.Swept();
        await Task.Delay(1_500); // a sweep more
        await site.Swept();
    }

    private static async Task Act(SiteUnderTest site, object action)
    {
        using var answer = await site.Http.PostAsJsonAsync(site.WeChat + "/emulator/actions", action);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonElement[]> Chat(SiteUnderTest site, string persona) =>
        [.. (await site.Http.GetFromJsonAsync<JsonElement>($"{site.WeChat}/emulator/chats/{Uri.EscapeDataString(persona)}")).EnumerateArray()
            .Where(line => line.GetProperty("kind").GetString() == "subscribe")];

    private static Task<ReachView> Reach(SiteUnderTest site, ApiPerson person)
    {
        Assert.True(ParticipantId.TryParse(person.Id, out var id));
        return site.Services.GetRequiredService<Engagement.Grains.CellGrains>().Notices(id).Show();
    }
}
