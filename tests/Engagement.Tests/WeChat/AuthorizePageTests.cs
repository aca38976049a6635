using System.Net;

namespace Engagement.Tests.WeChat;

public sealed class AuthorizePageTests
{
    [Fact]
    public async Task Authorize_NoPersona_OffersTheSeedsUnderAStrictPolicy()
    {
        await using var emulator = await EmulatorUnderTest.Start();

        using var answer = await emulator.Http.GetAsync(EmulatorUnderTest.Authorize());
        var page = await answer.Content.ReadAsStringAsync();

        foreach (var name in new[] { "小满", "王阿姨", "骑手阿强", "组织者", "管理员", "志愿者小林" })
        {
            Assert.Contains($">{name}<", page, StringComparison.Ordinal);
        }

        Assert.Equal("default-src 'none'; style-src 'self'; form-action 'self' https://rose.example; base-uri 'none'; frame-ancestors 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Authorize_ALinkOfThePicker_LeadsBackWithCodeAndState()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        var page = await emulator.Http.GetStringAsync(EmulatorUnderTest.Authorize());
        var link = WebUtility.HtmlDecode(page.Split("<a href=\"")[2].Split('"')[0]);

        using var answer = await emulator.Http.GetAsync("/connect/oauth2/authorize" + link);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Matches(@"^https://rose\.example/signin/return\?to=%2Froses&code=[0-9a-f]{32}&state=s1$", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Authorize_NewPersona_IsListedEncoded()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        await emulator.Code("<i a='\">");

        var page = await emulator.Http.GetStringAsync(EmulatorUnderTest.Authorize());

        Assert.Contains("&lt;i a=&#x27;&quot;&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<i a", page, StringComparison.Ordinal);
        Assert.Contains("persona=%3Ci%20a%3D%27%22%3E\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("一二三四五六七八九十甲乙丙")]
    [InlineData("小\u200B满")]
    [InlineData("小\n满")]
    public async Task Authorize_NameOutOfBounds_AsksAgain(string name)
    {
        await using var emulator = await EmulatorUnderTest.Start();

        using var answer = await emulator.Http.GetAsync($"{EmulatorUnderTest.Authorize()}&persona={Uri.EscapeDataString(name)}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("aria-invalid", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authorize_TwelveAstralCharacters_IsAName()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        Assert.NotEmpty(await emulator.Code(string.Concat(Enumerable.Repeat("🌹", 12))));
    }

    [Theory]
    [InlineData("appid=&redirect_uri=https%3A%2F%2Frose.example&response_type=code&scope=snsapi_base&state=s", 10012)]
    [InlineData("appid=wx0000000000000000&redirect_uri=https%3A%2F%2Frose.example&response_type=code&scope=snsapi_base&state=s", 40013)]
    [InlineData("appid=wx5080000000000002&redirect_uri=https%3A%2F%2Frose.example&response_type=code&scope=snsapi_base&state=s", 10016)]
    [InlineData("appid=wx5080000000000001&redirect_uri=&response_type=code&scope=snsapi_base&state=s", 10011)]
    [InlineData("appid=wx5080000000000001&redirect_uri=https%3A%2F%2Fevil.example&response_type=code&scope=snsapi_base&state=s", 10003)]
    [InlineData("appid=wx5080000000000001&redirect_uri=https%3A%2F%2Fa.rose.example&response_type=code&scope=snsapi_base&state=s", 10003)]
    [InlineData("appid=wx5080000000000001&redirect_uri=https%3A%2F%2Frose.example%40evil.example&response_type=code&scope=snsapi_base&state=s", 10003)]
    [InlineData("appid=wx5080000000000001&redirect_uri=https%3A%2F%2Fyou%40rose.example&response_type=code&scope=snsapi_base&state=s", 10003)]
    [InlineData("appid=wx5080000000000001&redirect_uri=javascript%3Aalert(1)&response_type=code&scope=snsapi_base&state=s", 10003)]
    [InlineData("appid=wx5080000000000001&redirect_uri=https%3A%2F%2Frose.example&response_type=token&scope=snsapi_base&state=s", 40035)]
    [InlineData("appid=wx5080000000000001&redirect_uri=https%3A%2F%2Frose.example&response_type=code&scope=&state=s", 10010)]
    [InlineData("appid=wx5080000000000001&redirect_uri=https%3A%2F%2Frose.example&response_type=code&scope=snsapi_login&state=s", 10005)]
    [InlineData("appid=wx5080000000000001&redirect_uri=https%3A%2F%2Frose.example&response_type=code&scope=snsapi_base", 10013)]
    [InlineData("appid=wx5080000000000001&redirect_uri=https%3A%2F%2Frose.example&response_type=code&scope=snsapi_base&state=a-b", 40035)]
    [InlineData("redirect_uri=https%3A%2F%2Frose.example&appid=wx5080000000000001&response_type=code&scope=snsapi_base&state=s", 40035)]
    public async Task Authorize_WrongRequest_ShowsTheErrorAndSendsNobodyBack(string query, int code)
    {
        await using var emulator = await EmulatorUnderTest.Start(testClock: false, "rose.example");

        using var answer = await emulator.Http.GetAsync($"/connect/oauth2/authorize?{query}&persona=a");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"错误码：{code}<", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
