using System.Text.Json.Nodes;
using Engagement.WeChat.Emulator;

namespace Engagement.Tests.WeChat.Emulator;

public sealed class StateTests
{
    [Fact]
    public async Task Restart_WithAFolder_CarriesOn()
    {
        var folder = Directory.CreateTempSubdirectory("wechat-").FullName;
        string token;
        await using (var before = await EmulatorUnderTest.Start(options => options with { DataFolder = folder }))
        {
            token = await before.AccessToken();
            await before.Post($"/cgi-bin/menu/create?access_token={token}", """{"button":[{"type":"click","name":"我的","key":"K"}]}""");
            await before.Control("personas", new { name = "新人" });
            await before.Follow("新人");
            await before.Accept("新人", ApiCalls.OneTime);
        }

        await using var after = await EmulatorUnderTest.Start(options => options with { DataFolder = folder });

        Assert.Equal(token, await after.AccessToken());
        Assert.Equal("我的", (string?)(await after.Get($"/cgi-bin/menu/get?access_token={token}"))["menu"]!["button"]![0]!["name"]);
        Assert.Equal(["已关注 余香", "允许了“收到祝福提醒”"], (await after.Chat("新人")).Select(line => (string?)line!["text"]));
        Assert.Equal(0, (await after.Call("cgi-bin/message/subscribe/bizsend", ApiCalls.Message(ApiCalls.OneTime, "新人"))).Errcode());
        Assert.Equal(43101, (await after.Call("cgi-bin/message/subscribe/bizsend", ApiCalls.Message(ApiCalls.OneTime, "新人"))).Errcode());
        Assert.True((int)(await after.Get("/emulator/calls"))["cgi-bin/stable_token"]!["total"]! > 1);
    }

    [Fact]
    public void Create_FolderWithADamagedFile_SaysWhichFile()
    {
        var folder = Directory.CreateTempSubdirectory("wechat-").FullName;
        File.WriteAllText(Path.Combine(folder, "wechat.json"), "{");
        Assert.Contains("wechat.json", Assert.Throws<ArgumentException>(() => EmulatorHost.Create(new() { DataFolder = folder })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--dance", "1")]
    [InlineData("--clock", "real")]
    [InlineData("--token", "abc")]
    [InlineData("--callback", "nowhere")]
    [InlineData("--callback", "http://127.0.0.1/", "--token", "a b c")]
    [InlineData("--callback", "http://127.0.0.1/", "--token", "abc", "--mode", "safe")]
    public void Parse_ArgumentsThatCanNotBe_AreRefused(params string[] args) => Assert.Throws<ArgumentException>(() => EmulatorArguments.Parse(args));

    [Fact]
    public void Parse_WithAKey_EncryptsUnlessTold()
    {
        string[] target = ["--callback", "http://127.0.0.1:5000/wechat/callback", "--token", "abc", "--aes-key", AccountDouble.Key];
        Assert.Equal("Safe", EmulatorArguments.Parse(target).Options.Callback!.Mode.ToString());
        Assert.Equal("Compatible", EmulatorArguments.Parse([.. target, "--mode", "compatible"]).Options.Callback!.Mode.ToString());
        Assert.Null(EmulatorArguments.Parse([]).Options.Callback);
    }
}
