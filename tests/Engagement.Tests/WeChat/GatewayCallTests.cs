using System.Net;
using System.Text;
using System.Text.Json;
using Engagement.WeChat;

namespace Engagement.Tests.WeChat;

/// <summary>What each call sends, byte for byte, and what it makes of the answer.</summary>
public sealed class GatewayCallTests
{
    private static readonly Dictionary<string, string> Fields = new() { ["thing1"] = "玫瑰 <3", ["time2"] = "2026-06-01 12:00" };

    [Fact]
    public async Task SendTemplate_All_IsWeChatsShapeUnescaped()
    {
        var (sent, result) = await With("""{"errcode":0,"errmsg":"ok","msgid":"200228332"}""", gateway => gateway.SendTemplate(
            new("oA", "t1", Fields, new("https://rose.example/r/1?a=1&b=2"), new("wx5080000000000002", "pages/rose"), "m1"), default));

        Assert.Equal("/cgi-bin/message/template/send", sent.Path);
        Assert.Equal(
            """{"touser":"oA","template_id":"t1","data":{"thing1":{"value":"玫瑰 <3"},"time2":{"value":"2026-06-01 12:00"}},"url":"https://rose.example/r/1?a=1&b=2","miniprogram":"""
            + """{"appid":"wx5080000000000002","pagepath":"pages/rose"},"client_msg_id":"m1"}""", sent.Body);
        Assert.Equal(new SentResult(WeChatOutcome.Ok, 200_228_332), result);
    }

    [Fact]
    public async Task SendSubscription_Page_IsBizsend()
    {
        var (sent, result) = await With("""{"errcode":0,"errmsg":"ok"}""",
            gateway => gateway.SendSubscription(new("oA", "t1", new Dictionary<string, string> { ["thing8"] = "好" }, new("https://rose.example/")), default));

        Assert.Equal("/cgi-bin/message/subscribe/bizsend", sent.Path);
        Assert.Equal("""{"touser":"oA","template_id":"t1","data":{"thing8":{"value":"好"}},"page":"https://rose.example/"}""", sent.Body);
        Assert.Equal(new SentResult(WeChatOutcome.Ok), result);
    }

    [Fact]
    public async Task SendMiniProgram_Page_SaysVersionAndLanguage()
    {
        var (sent, _) = await With("""{"errcode":0,"errmsg":"ok"}""",
            gateway => gateway.SendMiniProgram(new("oM", "t1", new Dictionary<string, string> { ["thing8"] = "好" }, "pages/rose?id=1"), default));

        Assert.Equal("/cgi-bin/message/subscribe/send", sent.Path);
        Assert.Equal("""{"touser":"oM","template_id":"t1","data":{"thing8":{"value":"好"}},"page":"pages/rose?id=1","miniprogram_state":"formal","lang":"zh_CN"}""", sent.Body);
    }

    [Fact]
    public async Task CreateQrCode_Temporary_TellsSceneAndAddress()
    {
        var (sent, result) = await With("""{"ticket":"gQH47joAAA","expire_seconds":60,"url":"http://weixin.qq.com/q/kZgfwMTm72WWPkovabbI"}""",
            gateway => gateway.CreateQrCode(new("rose:abc", TimeSpan.FromSeconds(60)), default));

        Assert.Equal("""{"expire_seconds":60,"action_name":"QR_STR_SCENE","action_info":{"scene":{"scene_str":"rose:abc"}}}""", sent.Body);
        Assert.Equal(new QrCodeResult(WeChatOutcome.Ok, new("http://weixin.qq.com/q/kZgfwMTm72WWPkovabbI"), "gQH47joAAA", TimeSpan.FromSeconds(60)), result);
    }

    [Fact]
    public async Task CreateQrCode_Permanent_HasNoExpiry()
    {
        var (sent, result) = await With("""{"ticket":"T","url":"http://weixin.qq.com/q/a"}""", gateway => gateway.CreateQrCode(new("desk-1", null), default));
        Assert.Equal("""{"action_name":"QR_LIMIT_STR_SCENE","action_info":{"scene":{"scene_str":"desk-1"}}}""", sent.Body);
        Assert.Null(result.Lifetime);
        Assert.True(result.IsOk);
    }

    [Theory]
    [InlineData("""{"errcode":0}""")]
    [InlineData("""{"ticket":"","url":"http://weixin.qq.com/q/a"}""")]
    [InlineData("""{"ticket":"T","url":"no address"}""")]
    public async Task CreateQrCode_NothingInIt_IsUnavailable(string answer) =>
        Assert.Equal(WeChatOutcome.Unavailable, (await With(answer, gateway => gateway.CreateQrCode(new("s", null), default))).Result.Outcome);

    [Theory]
    [InlineData("", 60)]
    [InlineData("s", 0)]
    [InlineData("s", 2_592_001)]
    public async Task CreateQrCode_OutOfBounds_IsABug(string scene, int seconds)
    {
        using var gateway = new GatewayUnderTest(new("http://127.0.0.1:1"));
        await Assert.ThrowsAsync<ArgumentException>(() => gateway.Wechat.CreateQrCode(new(scene, TimeSpan.FromSeconds(seconds)), default));
    }

    [Fact]
    public async Task CreateMenu_TwoLevels_IsWeChatsShapeWithChineseAsItIs()
    {
        var (sent, outcome) = await With("""{"errcode":0,"errmsg":"ok"}""", gateway => gateway.CreateMenu(
            [new("送玫瑰", "view", Url: "https://rose.example/"), new("我的", Buttons: [new("我的玫瑰", "click", "MINE"), new("小程序", "miniprogram", Url: "https://rose.example/", AppId: "wx1", PagePath: "pages/a")])],
            default));

        Assert.Equal("/cgi-bin/menu/create", sent.Path);
        Assert.Equal(
            """{"button":[{"type":"view","name":"送玫瑰","url":"https://rose.example/"},{"name":"我的","sub_button":["""
            + """{"type":"click","name":"我的玫瑰","key":"MINE"},{"type":"miniprogram","name":"小程序","url":"https://rose.example/","appid":"wx1","pagepath":"pages/a"}]}]}""", sent.Body);
        Assert.Equal(WeChatOutcome.Ok, outcome);
    }

    [Fact]
    public async Task GetMenu_TwoLevels_IsRead()
    {
        var (sent, menu) = await With(
            """{"menu":{"button":[{"type":"click","name":"今日","key":"K","sub_button":[]},{"name":"菜单","sub_button":[{"type":"view","name":"搜索","url":"http://www.soso.com/","sub_button":[]}]}]}}""",
            gateway => gateway.GetMenu(default));

        Assert.Equal(("/cgi-bin/menu/get", "GET"), (sent.Path, sent.Method));
        Assert.Equal(new MenuButton("今日", "click", "K"), menu.Buttons![0]);
        Assert.Equal([new MenuButton("搜索", "view", Url: "http://www.soso.com/")], menu.Buttons[1].Buttons!);
    }

    [Fact]
    public async Task DeleteMenu_WhereThereIsNone_IsDone() =>
        Assert.Equal(WeChatOutcome.Ok, (await With("""{"errcode":46003,"errmsg":"menu no exist"}""", gateway => gateway.DeleteMenu(default))).Result);

    [Fact]
    public async Task GetMenu_WhereThereIsNone_IsNotFound() =>
        Assert.Equal(WeChatOutcome.NotFound, (await With("""{"errcode":46003,"errmsg":"menu no exist"}""", gateway => gateway.GetMenu(default))).Result.Outcome);

    [Fact]
    public async Task Follower_Follows_TellsSinceWhenAndHow()
    {
        var (sent, follower) = await With("""{"subscribe":1,"openid":"oA&b","unionid":"oU","subscribe_time":1434093047,"subscribe_scene":"ADD_SCENE_QR_CODE","tagid_list":[1]}""",
            gateway => gateway.Follower("oA&b", default));

        Assert.Equal("?access_token=token-1&openid=oA%26b&lang=zh_CN", sent.Query);
        Assert.Equal(new FollowerResult(WeChatOutcome.Ok, true, "oU", DateTimeOffset.FromUnixTimeSeconds(1_434_093_047), "ADD_SCENE_QR_CODE"), follower);
    }

    [Fact]
    public async Task Follower_DoesNotFollow_IsKnownToo() =>
        Assert.Equal(new FollowerResult(WeChatOutcome.Ok), (await With("""{"subscribe":0,"openid":"oA"}""", gateway => gateway.Follower("oA", default))).Result);

    [Fact]
    public async Task Follower_NotTold_IsUnavailable() =>
        Assert.Equal(WeChatOutcome.Unavailable, (await With("{}", gateway => gateway.Follower("oA", default))).Result.Outcome);

    [Theory]
    [InlineData("pass", 100, CheckSuggestion.Pass)]
    [InlineData("risky", 20001, CheckSuggestion.Risky)]
    [InlineData("review", 20012, CheckSuggestion.Review)]
    [InlineData("something new", 0, CheckSuggestion.Review)]
    public async Task CheckText_Suggestion_IsRead(string suggest, int label, CheckSuggestion expected)
    {
        var (sent, check) = await With($$"""{"errcode":0,"errmsg":"ok","result":{"suggest":"{{suggest}}","label":{{label}}},"trace_id":"60ae120f"}""",
            gateway => gateway.CheckText(new("oM", CheckScene.Comment, "你好"), default));

        Assert.Equal("""{"version":2,"openid":"oM","scene":2,"content":"你好"}""", sent.Body);
        Assert.Equal(new TextCheckResult(WeChatOutcome.Ok, expected, label, "60ae120f"), check);
    }

    [Theory]
    [InlineData("""{"errcode":0,"errmsg":"ok"}""")]
    [InlineData("""{"errcode":0,"errmsg":"ok","result":{}}""")]
    public async Task CheckText_NoResult_IsNoPass(string answer)
    {
        var (_, check) = await With(answer, gateway => gateway.CheckText(new("oM", CheckScene.Comment, "你好"), default));
        Assert.Equal((WeChatOutcome.Unavailable, CheckSuggestion.Review), (check.Outcome, check.Suggestion));
    }

    [Fact]
    public async Task CheckMedia_Picture_TellsItsTrace()
    {
        var (sent, check) = await With("""{"errcode":0,"errmsg":"ok","trace_id":"967e945cd8a3e458f3c74dcb886068e9"}""",
            gateway => gateway.CheckMedia(new("oM", CheckScene.Post, new("https://rose.example/p/1.jpg"), MediaKind.Image), default));

        Assert.Equal("""{"version":2,"openid":"oM","scene":4,"media_url":"https://rose.example/p/1.jpg","media_type":2}""", sent.Body);
        Assert.Equal("967e945cd8a3e458f3c74dcb886068e9", check.TraceId);
    }

    [Fact]
    public async Task RiskRank_MappedAddress_IsSentAsIPv4()
    {
        var (sent, risk) = await With("""{"errcode":0,"errmsg":"getuserriskrank succ","risk_rank":3,"unoin_id":2258658297}""",
            gateway => gateway.RiskRank("oM", RiskScene.SignUp, IPAddress.Parse("::ffff:26.29.93.177"), default));

        Assert.Equal("""{"appid":"wx5080000000000002","openid":"oM","scene":0,"client_ip":"26.29.93.177"}""", sent.Body);
        Assert.Equal(new RiskRankResult(WeChatOutcome.Ok, 3), risk);
    }

    [Fact]
    public async Task RiskRank_OutOfRange_IsUnavailable() => Assert.Equal(WeChatOutcome.Unavailable,
        (await With("""{"errcode":0,"risk_rank":5}""", gateway => gateway.RiskRank("oM", RiskScene.SignUp, IPAddress.Loopback, default))).Result.Outcome);

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("application/octet-stream")]
    public async Task CreateMiniCode_Picture_IsKnownByItsBytes(string label)
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[100_000]];
        await using var api = await ApiDouble.Start();
        api.Raw = (label, jpeg);
        using var gateway = api.Gateway();

        var code = await gateway.Wechat.CreateMiniCode(new("r=abc", "pages/rose"), default);

        Assert.Equal("""{"scene":"r=abc","page":"pages/rose","check_path":true,"env_version":"release","width":430}""", api.Calls.Single().Body);
        Assert.Equal(("image/jpeg", jpeg), (code.ContentType, code.Image));
    }

    [Theory]
    [InlineData("image/jpeg", """{"errcode":41030,"errmsg":"invalid page"}""", WeChatOutcome.Misconfigured)]
    [InlineData("application/json", """{"errcode":45009,"errmsg":"limit"}""", WeChatOutcome.RateLimited)]
    [InlineData("image/jpeg", "<html>", WeChatOutcome.Unavailable)]
    [InlineData("image/jpeg", "{}", WeChatOutcome.Unavailable)]
    public async Task CreateMiniCode_JsonInstead_IsItsOutcome(string label, string body, WeChatOutcome expected)
    {
        await using var api = await ApiDouble.Start();
        api.Raw = (label, Encoding.UTF8.GetBytes(body));
        using var gateway = api.Gateway();
        Assert.Equal(expected, (await gateway.Wechat.CreateMiniCode(new("s"), default)).Outcome);
    }

    [Theory]
    [InlineData("", null, 430)]
    [InlineData("玫瑰", null, 430)]
    [InlineData("012345678901234567890123456789012", null, 430)]
    [InlineData("s", "/pages/rose", 430)]
    [InlineData("s", null, 279)]
    public async Task CreateMiniCode_OutOfBounds_IsABug(string scene, string? page, int width)
    {
        using var gateway = new GatewayUnderTest(new("http://127.0.0.1:1"));
        await Assert.ThrowsAsync<ArgumentException>(() => gateway.Wechat.CreateMiniCode(new(scene, page, Width: width), default));
    }

    [Fact]
    public async Task UserInfo_OfThePerson_TellsTheUnionIdOnly()
    {
        var (sent, info) = await With("""{"openid":"oA","nickname":"\u0001小满","headimgurl":"https://thirdwx.qlogo.cn/x/132","privilege":[],"unionid":"oU"}""",
            gateway => gateway.UserInfo("user-token", "oA", default));

        Assert.Equal("?access_token=user-token&openid=oA&lang=zh_CN", sent.Query);
        Assert.Equal(new UserInfoResult(WeChatOutcome.Ok, "oU"), info);
    }

    [Theory]
    [InlineData("""{"errcode":42001,"errmsg":"access_token expired"}""", WeChatOutcome.Expired)]
    [InlineData("""{"errcode":40001,"errmsg":"invalid credential"}""", WeChatOutcome.Expired)]
    [InlineData("""{"openid":"somebody else","unionid":"oU"}""", WeChatOutcome.Unavailable)]
    public async Task UserInfo_TokenEndedOrForeign_TellsNothing(string answer, WeChatOutcome expected)
    {
        var (_, info) = await With(answer, gateway => gateway.UserInfo("user-token", "oA", default));
        Assert.Equal(new UserInfoResult(expected), info);
    }

    [Fact]
    public async Task JsTicket_Fetched_IsKept()
    {
        await using var api = await ApiDouble.Start("""{"errcode":0,"errmsg":"ok","ticket":"bxLd","expires_in":7200}""");
        using var gateway = api.Gateway();

        Assert.Equal("bxLd", (await gateway.Tokens.JsTicket(default)).Value);
        Assert.Equal("bxLd", (await gateway.Tokens.JsTicket(default)).Value);
        Assert.Equal(["/cgi-bin/ticket/getticket?access_token=token-1&type=jsapi"], api.Calls.Select(call => call.Path + call.Query));
    }

    private static async Task<(ApiDouble.Seen Sent, T Result)> With<T>(string answer, Func<IWeChatGateway, Task<T>> call)
    {
        await using var api = await ApiDouble.Start(answer);
        using var gateway = api.Gateway();
        var result = await call(gateway.Wechat);
        var sent = api.Calls.Single();
        if (sent.Body.Length > 0)
        {
            using var wellFormed = JsonDocument.Parse(sent.Body);
        }

        return (sent, result);
    }
}
