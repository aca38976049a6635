using System.Net;
using System.Xml.Linq;
using Engagement.WeChat.Emulator.Callbacks;

namespace Engagement.Tests.WeChat.Emulator;

public sealed class ControlPageTests
{
    private static readonly string Phone = "/emulator/chat/" + Uri.EscapeDataString("小满");

    [Fact]
    public async Task Show_Everything_HasEachSectionAndNoInlineScript()
    {
        await using var emulator = await EmulatorUnderTest.Start(testClock: true);
        using var answer = await emulator.Http.GetAsync("/emulator");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.All(["people", "target", "pushes", "faults", "calls", "codes", "media"], section => Assert.Contains($"id=\"{section}\"", page, StringComparison.Ordinal));
        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_WrittenOnThePhone_ComesToTheAccountAndIsEncodedOnThePage()
    {
        await using var account = await AccountDouble.Start();
        await using var emulator = await EmulatorUnderTest.Start(options => options with { Callback = account.Target(PushMode.Plain) });
        using var followed = await Press(emulator, Phone, ("do", "follow"));
        using var sent = await Press(emulator, Phone, ("do", "text"), ("text", "<b>我的玫瑰"));

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains("<![CDATA[<b>我的玫瑰]]>", account.Pushes.Last().Body, StringComparison.Ordinal);
        var page = await emulator.Http.GetStringAsync(Phone);
        Assert.Contains("&lt;b&gt;我的玫瑰", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>我的玫瑰", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_WithAddresses_HasButtonsForThemOnly()
    {
        await using var account = await AccountDouble.Start();
        await using var emulator = await EmulatorUnderTest.Start(options => options with { Callback = account.Target(PushMode.Plain) });
        account.Answer = (_, _) => (200, new XElement(
            "xml", new XElement("ToUserName", ApiCalls.OpenId("a/b")), new XElement("FromUserName", "gh_508000000001"),
            new XElement("CreateTime", emulator.Now.ToUnixTimeSeconds()), new XElement("MsgType", "text"),
            new XElement("Content", "看这里 https://rose.example/mine。<a href=\"https://rose.example/?a=1&b=2\">去</a><script>")).ToString());
        await emulator.Follow("a/b");

        var page = await emulator.Http.GetStringAsync("/emulator/chat/a%2Fb");

        Assert.Contains("value=\"https://rose.example/mine\">https://rose.example/mine</button>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"https://rose.example/?a=1&amp;b=2\">去</button>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task Post_FromAnotherSite_IsRefused(string? origin)
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var answer = await Press(emulator, Phone, origin, ("do", "follow"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await emulator.Chat("小满"));
    }

    [Fact]
    public async Task Tap_OnAViewButton_TellsTheAccountAndSignsInWithoutAPicker()
    {
        await using var account = await AccountDouble.Start();
        await using var emulator = await EmulatorUnderTest.Start(options => options with { Callback = account.Target(PushMode.Plain) });
        await emulator.Follow("小满");

        using var tapped = await Press(emulator, Phone, ("do", "tap"), ("key", "https://rose.example/roses"));
        Assert.Equal("https://rose.example/roses", tapped.Headers.Location!.OriginalString);
        using var signIn = await emulator.Http.GetAsync(EmulatorUnderTest.Authorize());
        Assert.Equal(HttpStatusCode.Redirect, signIn.StatusCode);
        var code = System.Web.HttpUtility.ParseQueryString(signIn.Headers.Location!.Query)["code"]!;
        Assert.Equal(ApiCalls.OpenId("小满"), (string?)(await emulator.Token(code))["openid"]);
        using var later = await emulator.Http.GetAsync(EmulatorUnderTest.Authorize());
        Assert.Equal(HttpStatusCode.OK, later.StatusCode); // once only
    }

    [Fact]
    public async Task Open_OfSomethingThatIsNoAddress_GoesNowhere()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        using var answer = await Press(emulator, Phone, ("do", "open"), ("to", "javascript:alert(1)"));
        Assert.StartsWith(Phone, answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_OfTheControlPage_DoWhatTheySay()
    {
        await using var emulator = await EmulatorUnderTest.Start(testClock: true);
        var before = emulator.Now;
        using var clock = await Press(emulator, "/emulator", ("do", "clock"), ("advance", "24:00:00"));
        using var fault = await Press(emulator, "/emulator", ("do", "fault"), ("api", "cgi-bin/token"), ("kind", "45009"), ("times", "1"));
        using var persona = await Press(emulator, "/emulator", ("do", "persona"), ("name", "陈老师"));

        Assert.Equal(before.AddDays(1), emulator.Now);
        Assert.Equal(45009, (await emulator.Get("/cgi-bin/token")).Errcode());
        Assert.Contains("陈老师", await emulator.Http.GetStringAsync(persona.Headers.Location), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_PageOfACode_OffersEveryPersona()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        await emulator.Control("actions", new { persona = "王阿姨", @do = "scan", code = "rose:abc" });
        var id = (string?)(await emulator.Get("/emulator/qrcodes"))[0]!["id"];
        var page = await emulator.Http.GetStringAsync($"/q/{id}");
        Assert.Contains("rose:abc", page, StringComparison.Ordinal);
        Assert.Contains("小满", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_JsSdk_ChecksTicketAddressAndHost()
    {
        await using var emulator = await EmulatorUnderTest.Start(options => options with { AllowedScriptHosts = ["rose.example"] });
        var ticket = (string)(await emulator.Get($"/cgi-bin/ticket/getticket?access_token={await emulator.AccessToken()}&type=jsapi"))["ticket"]!;

        async Task<string?> Problem(string url, string? of = null)
        {
            var signature = Engagement.WeChat.Emulator.JsSdk.JsSdkEndpoint.Sign(ticket, "n", "1", of ?? url);
            return (string?)(await emulator.Get($"/emulator/jssdk/verify?appId={ApiCalls.ServiceAccount}&nonceStr=n&timestamp=1&url={Uri.EscapeDataString(url)}&signature={signature}"))["problem"];
        }

        Assert.Null(await Problem("https://rose.example/roses?a=1"));
        Assert.Equal("invalid signature", await Problem("https://rose.example/roses?a=1", of: "https://rose.example/roses"));
        Assert.Equal("invalid signature", await Problem("https://rose.example/roses#x"));
        Assert.Equal("invalid url domain", await Problem("https://evil.example/roses"));
        emulator.Now += TimeSpan.FromHours(2);
        Assert.Equal("invalid signature", await Problem("https://rose.example/roses?a=1"));
    }

    private static Task<HttpResponseMessage> Press(EmulatorUnderTest emulator, string path, params (string Name, string Value)[] fields) =>
        Press(emulator, path, emulator.Http.BaseAddress!.GetLeftPart(UriPartial.Authority), fields);

    private static Task<HttpResponseMessage> Press(EmulatorUnderTest emulator, string path, string? origin, params (string Name, string Value)[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return emulator.Http.SendAsync(request);
    }
}
