using System.Text.Json.Nodes;

namespace Engagement.Tests.WeChat.Emulator;

public sealed class MenuApiTests
{
    private const string Good = """{"button":[{"type":"click","name":"我的玫瑰","key":"MINE"},{"name":"活动","sub_button":[{"type":"view","name":"看看各区的排行","url":"https://rose.example/ranks"}]}]}""";

    [Fact]
    public async Task Create_ThenGetAndDelete_IsTheMenu()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        var token = await emulator.AccessToken();
        Assert.Equal(46003, (await emulator.Get($"/cgi-bin/menu/get?access_token={token}")).Errcode());
        Assert.Equal(0, (await emulator.Post($"/cgi-bin/menu/create?access_token={token}", Good)).Errcode());

        var buttons = (await emulator.Get($"/cgi-bin/menu/get?access_token={token}"))["menu"]!["button"]!.AsArray();

        Assert.Equal("我的玫瑰", (string?)buttons[0]!["name"]);
        Assert.Empty(buttons[0]!["sub_button"]!.AsArray());
        Assert.Equal("https://rose.example/ranks", (string?)buttons[1]!["sub_button"]![0]!["url"]);
        Assert.Equal(0, (await emulator.Get($"/cgi-bin/menu/delete?access_token={token}")).Errcode());
        Assert.Equal(46003, (await emulator.Get($"/cgi-bin/menu/get?access_token={token}")).Errcode());
    }

    [Theory]
    [InlineData("""{"button":[]}""", 40016)]
    [InlineData("""{"button":[{"name":"a"},{"name":"b"},{"name":"c"},{"name":"d"}]}""", 40016)]
    [InlineData("""{"button":[{"name":"六个汉字太长","type":"click","key":"K"}]}""", 40018)]
    [InlineData("""{"button":[{"name":"\u6211\u7684","type":"click","key":"K"}]}""", 0)] // twelve signs, as they will be shown
    [InlineData("""{"button":[{"name":"\u6211\u7684\u73ab","type":"click","key":"K"}]}""", 40018)]
    [InlineData("""{"button":[{"name":"a","type":"dance"}]}""", 40017)]
    [InlineData("""{"button":[{"name":"a","type":"click"}]}""", 40019)]
    [InlineData("""{"button":[{"name":"a","type":"view"}]}""", 40020)]
    [InlineData("""{"button":[{"name":"a","type":"view","url":"rose.example"}]}""", 40054)]
    [InlineData("""{"button":[{"name":"a","sub_button":[{},{},{},{},{},{}]}]}""", 40023)]
    [InlineData("""{"button":[{"name":"a","sub_button":[{"name":"b","type":"click"}]}]}""", 40026)]
    [InlineData("""{"button":[{"name":"a","type":"miniprogram","url":"https://rose.example","appid":"wx1","pagepath":"pages/index"}]}""", 0)]
    public async Task Create_Menu_IsHeldToItsRules(string menu, int errcode)
    {
        await using var emulator = await EmulatorUnderTest.Start();
        Assert.Equal(errcode, (await emulator.Post($"/cgi-bin/menu/create?access_token={await emulator.AccessToken()}", menu)).Errcode());
    }

    [Fact]
    public async Task Create_EscapedChinese_ShowsAsItWasSent()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        var token = await emulator.AccessToken();
        await emulator.Post($"/cgi-bin/menu/create?access_token={token}", """{"button":[{"name":"\u6211","type":"click","key":"K"}]}""");
        Assert.Equal(@"\u6211", (string?)(await emulator.Get($"/cgi-bin/menu/get?access_token={token}"))["menu"]!["button"]![0]!["name"]);
    }
}
