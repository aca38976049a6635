using System.Text.Json.Nodes;

namespace Engagement.Tests.WeChat.Emulator;

public sealed class MessageApiTests
{
    private const string Bizsend = "cgi-bin/message/subscribe/bizsend";
    private const string Template = "cgi-bin/message/template/send";
    private const string Custom = "cgi-bin/message/custom/send";

    [Fact]
    public async Task Template_ToAFollower_ShowsInTheChat()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        await emulator.Follow("小满");
        var message = ApiCalls.Message(ApiCalls.Notice);
        message["url"] = "https://rose.example/roses";

        var answer = await emulator.Call(Template, message);

        Assert.True((long)answer["msgid"]! > int.MaxValue);
        var line = (await emulator.Chat("小满"))[^1]!;
        Assert.Equal(("template", "服务进度通知", "https://rose.example/roses"), ((string?)line["kind"], (string?)line["text"], (string?)line["link"]));
        Assert.Equal("昨晚收到了新的玫瑰", (string?)line["fields"]![0]!["value"]);
    }

    [Fact]
    public async Task Template_ToAStrangerOrAnUnfollower_IsRefused()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        Assert.Equal(43004, (await emulator.Call(Template, ApiCalls.Message(ApiCalls.Notice))).Errcode());
        await emulator.Follow("小满");
        Assert.Equal(0, (await emulator.Call(Template, ApiCalls.Message(ApiCalls.Notice))).Errcode());
        await emulator.Control("actions", new { persona = "小满", @do = "unfollow" });
        Assert.Equal(43004, (await emulator.Call(Template, ApiCalls.Message(ApiCalls.Notice))).Errcode());
        Assert.Equal(40003, (await emulator.Call(Template, ApiCalls.Message(ApiCalls.Notice, "没来过的人"))).Errcode());
    }

    [Fact]
    public async Task Template_SameClientMessageId_IsSentOnceInTenMinutes()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        await emulator.Follow("小满");
        var message = ApiCalls.Message(ApiCalls.Notice);
        message["client_msg_id"] = "once";

        var (first, again) = (await emulator.Call(Template, message), await emulator.Call(Template, message));

        Assert.Equal((long)first["msgid"]!, (long)again["msgid"]!);
        Assert.Single(await emulator.Chat("小满"), line => (string?)line!["kind"] == "template");
        emulator.Now += TimeSpan.FromMinutes(10);
        Assert.NotEqual((long)first["msgid"]!, (long)(await emulator.Call(Template, message))["msgid"]!);
    }

    [Fact]
    public async Task Bizsend_OneAcceptance_IsOneMessage()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        Assert.Equal(43101, (await emulator.Call(Bizsend, ApiCalls.Message(ApiCalls.OneTime))).Errcode());
        await emulator.Accept("小满", ApiCalls.OneTime);
        await emulator.Accept("小满", ApiCalls.OneTime);

        Assert.Equal(0, (await emulator.Call(Bizsend, ApiCalls.Message(ApiCalls.OneTime))).Errcode());
        Assert.Equal(0, (await emulator.Call(Bizsend, ApiCalls.Message(ApiCalls.OneTime))).Errcode());
        Assert.Equal(43101, (await emulator.Call(Bizsend, ApiCalls.Message(ApiCalls.OneTime))).Errcode());
    }

    [Fact]
    public async Task Bizsend_LongTerm_GoesOnUntilItIsWithdrawn()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        await emulator.Accept("小满", ApiCalls.LongTerm);
        for (var message = 0; message < 5; message++)
        {
            Assert.Equal(0, (await emulator.Call(Bizsend, ApiCalls.Message(ApiCalls.LongTerm))).Errcode());
        }

        await emulator.Control("actions", new { persona = "小满", @do = "reject", templates = new Dictionary<string, string> { [ApiCalls.LongTerm] = "reject" } });
        Assert.Equal(43101, (await emulator.Call(Bizsend, ApiCalls.Message(ApiCalls.LongTerm))).Errcode());
    }

    [Fact]
    public async Task Send_OtherAccountsTemplate_IsUnknown()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        Assert.Equal(40037, (await emulator.Call(Bizsend, ApiCalls.Message(ApiCalls.Mini))).Errcode());
        Assert.Equal(40037, (await emulator.Call(Bizsend, ApiCalls.Message(ApiCalls.Notice))).Errcode());
        Assert.Equal(40037, (await emulator.Call(Template, ApiCalls.Message(ApiCalls.OneTime))).Errcode());
        await emulator.Accept("小满", ApiCalls.Mini);
        var mini = ApiCalls.Message(ApiCalls.Mini, appId: ApiCalls.MiniProgram);
        mini["page"] = "pages/inbox?from=notice";
        Assert.Equal(0, (await emulator.Call("cgi-bin/message/subscribe/send", mini, ApiCalls.MiniProgram)).Errcode());
    }

    [Theory]
    [InlineData("thing1", "一二三四五六七八九十一二三四五六七八九十一")]
    [InlineData("number2", "很多")]
    [InlineData("time3", "早上")]
    [InlineData("thing9", "模板里没有")]
    [InlineData("thing1", null)]
    public async Task Bizsend_DataThatDoesNotFit_IsRefusedAndUsesNoCredit(string key, string? value)
    {
        await using var emulator = await EmulatorUnderTest.Start();
        await emulator.Accept("小满", ApiCalls.OneTime);
        var message = ApiCalls.Message(ApiCalls.OneTime);
        message["data"]![key] = value is null ? null : new JsonObject { ["value"] = value };

        var answer = await emulator.Call(Bizsend, message);

        Assert.Equal(47003, answer.Errcode());
        Assert.Contains(key, (string)answer["errmsg"]!, StringComparison.Ordinal);
        Assert.Equal(0, (await emulator.Call(Bizsend, ApiCalls.Message(ApiCalls.OneTime))).Errcode());
    }

    [Fact]
    public async Task Bizsend_PageThatIsNone_IsRefused()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        await emulator.Accept("小满", ApiCalls.OneTime);
        var message = ApiCalls.Message(ApiCalls.OneTime);
        message["page"] = "javascript:alert(1)";
        Assert.Equal(41030, (await emulator.Call(Bizsend, message)).Errcode());
    }

    [Fact]
    public async Task Custom_OutsideOf48HoursOrBeyondFive_IsRefused()
    {
        await using var emulator = await EmulatorUnderTest.Start();
        var message = new JsonObject { ["touser"] = ApiCalls.OpenId("小满"), ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = "你好" } };
        Assert.Equal(45015, (await emulator.Call(Custom, message)).Errcode());
        await emulator.Follow("小满");
        await emulator.Control("actions", new { persona = "小满", @do = "text", text = "在吗" });
        for (var answers = 0; answers < 5; answers++)
        {
            Assert.Equal(0, (await emulator.Call(Custom, message)).Errcode());
        }

        Assert.Equal(45047, (await emulator.Call(Custom, message)).Errcode());
        await emulator.Control("actions", new { persona = "小满", @do = "text", text = "在吗" });
        emulator.Now += TimeSpan.FromHours(48);
        Assert.Equal(45015, (await emulator.Call(Custom, message)).Errcode());
    }
}
