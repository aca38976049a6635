using System.Net;
using System.Text;
using Engagement.Contracts;
using Engagement.WeChat;
using Engagement.WeChat.Emulator;
using Engagement.WeChat.Emulator.Personas;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Site;

/// <summary>WeChat's pushes at the real site, over HTTP.</summary>
[Collection(SiteTests.Name)]
public sealed class CallbackTests(SiteUnderTest site)
{
    private static long _messages = 1_000_000;

    private PushClient WeChat => new(site.Http, site.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<CallbackOptions>>().Value,
        new EmulatorOptions().AppId, () => site.Clock.UtcNow);

    [Fact]
    public async Task Verify_SignedEcho_ComesBackByteByByte()
    {
        using var answer = await site.Http.GetAsync(WeChat.Address("4375120948345356249<b>&"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("4375120948345356249<b>&"u8.ToArray(), await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("signature=", "signature=0")]
    [InlineData("timestamp=", "timestamp=1")]
    [InlineData("&echostr=", "&nothing=")]
    public async Task Verify_AnythingElse_IsRefusedWithoutAWord(string part, string instead)
    {
        using var answer = await site.Http.GetAsync(WeChat.Address("echo").Replace(part, instead, StringComparison.Ordinal));
        Assert.InRange((int)answer.StatusCode, 400, 403);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Mine_AskedByText_AnswersWithOwnNumbersAndTheRetryGetsTheSame()
    {
        var (person, openId) = await Enter("回调小满");
        var text = Text(openId, "我的玫瑰");
        var reply = await WeChat.Push(text);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Contains("今天还能递 5 枝", reply.Text, StringComparison.Ordinal);
        Assert.Contains(site.Address + "/mine", reply.Text, StringComparison.Ordinal);
        await person.Post("/roses", ApiPerson.Rose());
        Assert.Equal(reply.Text, (await WeChat.Push(text)).Text);
        Assert.Contains("今天还能递 4 枝", (await WeChat.Push(Text(openId, "我的玫瑰"))).Text, StringComparison.Ordinal);
        await site.IsWhole();
    }

    [Fact]
    public async Task Click_HelpAndBoards_AreAnswered()
    {
        Assert.Contains("我的玫瑰", (await WeChat.Push(Event("o-click-1", "CLICK", "<EventKey>help</EventKey>"))).Text, StringComparison.Ordinal);
        Assert.Contains("玫瑰", (await WeChat.Push(Event("o-click-1", "CLICK", "<EventKey>boards</EventKey>"))).Text, StringComparison.Ordinal);
        Assert.Contains("/mine", (await WeChat.Push(Event("o-click-1", "CLICK", "<EventKey>mine</EventKey>"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<MsgType>hologram</MsgType>")]
    [InlineData("<MsgType>event</MsgType><Event>VIEW</Event><EventKey>https://roses.example.cn/</EventKey>")]
    [InlineData("<MsgType>event</MsgType><Event>LOCATION</Event><Latitude>22.5</Latitude>")]
    [InlineData("<MsgType>event</MsgType><Event>of_tomorrow</Event>")]
    public async Task Push_OfNoConcern_IsAcknowledgedAndWritesNothing(string what)
    {
        var before = await site.Writes();
        var reply = await WeChat.Push($"<xml><ToUserName>gh_1</ToUserName><FromUserName>o-none</FromUserName><CreateTime>1</CreateTime>{what}</xml>");
        Assert.Equal((HttpStatusCode.OK, "success"), (reply.Status, reply.Raw));
        Assert.Equal(before, await site.Writes());
    }

    [Fact]
    public async Task Unsubscribe_OfAPersonOfH5_ClosesTheAccount()
    {
        var (_, openId) = await Enter("回调王阿姨");
        await WeChat.Push(Event(openId, "subscribe"));
        var identities = site.Services.GetRequiredService<Engagement.Web.Sessions.Identities>();
        var person = await identities.Find(openId);
        Assert.False(person.IsNone);
        await WeChat.Push(Event(openId, "unsubscribe"));
        await site.Swept();
        Assert.True((await identities.Find(openId)).IsNone);
        using var browser = site.Browser(person.ToString());
        using var mine = await browser.GetAsync("/mine");
        Assert.Equal(HttpStatusCode.Redirect, mine.StatusCode); // the session is worth nothing any more
        await site.IsWhole();
    }

    [Fact]
    public async Task Revoke_NamesThePersonInTheEvent_NotTheSender()
    {
        var (_, openId) = await Enter("回调阿强");
        var identities = site.Services.GetRequiredService<Engagement.Web.Sessions.Identities>();
        await WeChat.Push(Event("o-wechats-own", "user_authorization_revoke", $"<OpenID>{openId}</OpenID><AppID>wx0000000000000000</AppID><RevokeInfo>1</RevokeInfo>"));
        await site.Swept();
        Assert.False((await identities.Find(openId)).IsNone); // another account's
        await WeChat.Push(Event("o-wechats-own", "user_authorization_revoke",
            $"<OpenID>{openId}</OpenID><AppID>{new EmulatorOptions().AppId}</AppID><RevokeInfo>1</RevokeInfo>"));
        await site.Swept();
        Assert.True((await identities.Find(openId)).IsNone);
    }

    [Fact]
    public async Task Follow_ByALettersCode_LandsOnTheLetterThatOpensWithoutFollowing()
    {
        var (person, _) = await Enter("回调小林");
        var sent = await SiteUnderTest.Json(await person.Post("/roses", ApiPerson.Rose()));
        Assert.True(RoseId.TryParse(sent.GetProperty("roseId").GetString(), out var rose));
        var scene = site.Services.GetRequiredService<Engagement.Grains.WeChat.RoseScenes>().Of(rose, 1);
        var reply = await WeChat.Push(Event("o-newcomer", "subscribe", $"<EventKey>qrscene_{scene}</EventKey><Ticket>t</Ticket>"));
        var link = sent.GetProperty("link").GetString()!;
        Assert.Contains(link, reply.Text, StringComparison.Ordinal);
        using var page = await site.Http.GetAsync(link);
        Assert.Contains("收下", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public static TheoryData<string> Bodies => new()
    {
        "", "not xml", "<xml>", "<xml><Encrypt>", new string('x', 1_000),
        "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><Encrypt>&e;</Encrypt></xml>",
        "<!DOCTYPE xml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><xml><Encrypt>&c;</Encrypt></xml>",
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task Push_BodyOfAStranger_Is400WithoutAWordOrAWrite(string body)
    {
        var before = await site.Writes();
        using var answer = await WeChat.Post(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
        Assert.Equal(before, await site.Writes());
    }

    [Theory]
    [InlineData(1_000_000, true)]
    [InlineData(1_000_000, false)]
    [InlineData(CallbackGate.LargestBody + 1, false)]
    public async Task Push_TooLarge_Is413(int length, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, WeChat.Address()) { Content = new ByteArrayContent(new byte[length]) };
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await site.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Push_WrongSignatureStaleWrongAccountAndWrongPadding_LookAlike()
    {
        var text = Text("o-forged", "我的玫瑰");
        var answers = new[]
        {
            await WeChat.Send(text, query => query.Replace("msg_signature=", "msg_signature=0", StringComparison.Ordinal)),
            await (WeChat with { Now = () => site.Clock.UtcNow.AddMinutes(-11) }).Send(text),
            await (WeChat with { AppId = "wx0000000000000000" }).Send(text),
            await WeChat.SendSealed(Convert.ToBase64String(new byte[64])),
            await WeChat.Post(text), // open, where only safe mode is accepted
        };
        foreach (var answer in answers)
        {
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal("", await answer.Content.ReadAsStringAsync());
            answer.Dispose();
        }
    }

    private async Task<(ApiPerson Person, string OpenId)> Enter(string persona)
    {
        var openId = new Persona(persona).OpenId(new EmulatorOptions().AppId);
        await site.Services.GetRequiredService<Engagement.Web.Sessions.Identities>().Enter(openId, new Persona(persona).UnionId);
        return (await site.PersonAsync(persona), openId); // the same person by the unionid
    }

    private string Text(string openId, string content) => $"<xml><ToUserName>gh_1</ToUserName><FromUserName>{openId}</FromUserName><CreateTime>{Now}</CreateTime>"
        + $"<MsgType>text</MsgType><Content>{content}</Content><MsgId>{Interlocked.Increment(ref _messages)}</MsgId></xml>";

    private string Event(string openId, string name, string more = "") => $"<xml><ToUserName>gh_1</ToUserName><FromUserName>{openId}</FromUserName><CreateTime>{Now}</CreateTime>"
        + $"<MsgType>event</MsgType><Event>{name}</Event>{more}</xml>";

    private long Now => site.Clock.UtcNow.ToUnixTimeSeconds();
}
