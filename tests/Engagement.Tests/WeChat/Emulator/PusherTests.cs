using System.Text.Json.Nodes;
using System.Xml.Linq;
using Engagement.WeChat.Emulator.Callbacks;

namespace Engagement.Tests.WeChat.Emulator;

public sealed class PusherTests
{
    private const string Original = "gh_508000000001";

    // Long enough for a busy machine, unless a test is about what comes after it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Push_PlainText_IsReadableAndSigned()
    {
        await using var account = await AccountDouble.Start();
        await using var emulator = await Start(account, PushMode.Plain);
        await emulator.Follow("小满");

        await emulator.Control("actions", new { persona = "小满", @do = "text", text = "我的]]>玫瑰" });

        var push = account.Pushes.Last();
        var xml = XElement.Parse(push.Body);
        Assert.Equal((Original, ApiCalls.OpenId("小满"), "text", "我的]]>玫瑰"), (Part(xml, "ToUserName"), Part(xml, "FromUserName"), Part(xml, "MsgType"), Part(xml, "Content")));
        Assert.Equal(emulator.Now.ToUnixTimeSeconds().ToString(null, null), Part(xml, "CreateTime"));
        Assert.True(long.Parse(Part(xml, "MsgId")!, null) > int.MaxValue);
        Assert.Equal(PushSignature.Of(AccountDouble.Token, push.Parameters["timestamp"], push.Parameters["nonce"]), push.Parameters["signature"]);
        Assert.Equal(("1", ApiCalls.OpenId("小满")), (push.Parameters["account"], push.Parameters["openid"]));
        Assert.False(push.Parameters.ContainsKey("encrypt_type"));
    }

    [Theory]
    [InlineData("safe", false)]
    [InlineData("compatible", true)]
    public async Task Push_OtherModes_AreEncryptedForTheAccount(string mode, bool readable)
    {
        await using var account = await AccountDouble.Start();
        await using var emulator = await Start(account, PushMode.Plain);
        await emulator.Control("actions", new { persona = "小满", @do = "scan", code = "rose:abc", mode });

        var push = account.Pushes.Single();
        var outer = XElement.Parse(push.Body);
        var encrypted = Part(outer, "Encrypt")!;
        var inner = XElement.Parse(new MessageCrypto(AccountDouble.Key, ApiCalls.ServiceAccount).Decrypt(encrypted)!);
        Assert.Equal(readable, Part(outer, "Event") == "subscribe");
        Assert.Equal(("subscribe", "qrscene_rose:abc"), (Part(inner, "Event"), Part(inner, "EventKey")));
        Assert.Equal(PushSignature.Of(AccountDouble.Token, push.Parameters["timestamp"], push.Parameters["nonce"], encrypted), push.Parameters["msg_signature"]);
        Assert.Equal("aes", push.Parameters["encrypt_type"]);
    }

    [Fact]
    public async Task Push_EncryptedReply_ShowsInTheChat()
    {
        await using var account = await AccountDouble.Start();
        await using var emulator = await Start(account, PushMode.Safe);
        await emulator.Follow("小满");
        account.Answer = (_, push) => (200, Seal(Reply(emulator, "三枝玫瑰")));

        await emulator.Control("actions", new { persona = "小满", @do = "text", text = "我的玫瑰" });

        Assert.Equal(("account", "三枝玫瑰"), await Last(emulator));
    }

    [Fact]
    public async Task Push_NoAnswer_ComesFourTimesWithTheSameBodyAndFreshSignatures()
    {
        await using var account = await AccountDouble.Start();
        await using var emulator = await Start(account, PushMode.Safe, TimeSpan.FromSeconds(1));
        await emulator.Follow("小满");
        account.Pushes.Clear();
        account.Answer = (_, _) => (503, "");

        var answer = await emulator.Control("actions", new { persona = "小满", @do = "text", text = "在吗" });

        Assert.Equal(4, account.Pushes.Count);
        Assert.Single(account.Pushes.Select(push => push.Body).Distinct());
        Assert.Equal(4, account.Pushes.Select(push => push.Query).Distinct().Count());
        Assert.Equal(4, answer["pushes"]![0]!["attempts"]!.AsArray().Count);
        Assert.Equal(("weChat", "该服务号提供的服务出现故障，请稍后再试"), await Last(emulator));
    }

    [Fact]
    public async Task Push_LostAnswers_AreDeliveredAgainUntilOneArrives()
    {
        await using var account = await AccountDouble.Start();
        await using var emulator = await Start(account, PushMode.Plain, TimeSpan.FromSeconds(2));
        await emulator.Follow("小满");
        account.Answer = (_, _) => (200, Reply(emulator, "同一个回答"));

        var answer = await emulator.Control("actions", new { persona = "小满", @do = "text", text = "在吗", dropAnswers = 1 });

        Assert.Equal(["dropped", "ok"], answer["pushes"]![0]!["attempts"]!.AsArray().Select(attempt => (string)attempt!["note"]!));
        Assert.Single(await emulator.Chat("小满"), line => (string?)line!["text"] == "同一个回答");
    }

    [Fact]
    public async Task Push_Copies_AreTheSameToTheLetter()
    {
        await using var account = await AccountDouble.Start();
        await using var emulator = await Start(account, PushMode.Plain);
        await emulator.Control("actions", new { persona = "小满", @do = "follow", copies = 3 });
        Assert.Equal(3, account.Pushes.Count);
        Assert.Single(account.Pushes.Distinct().Select(push => push.Query + push.Body).Distinct());
    }

    [Fact]
    public async Task Deliveries_InAGivenOrder_RepeatEarlierOnes()
    {
        await using var account = await AccountDouble.Start();
        await using var emulator = await Start(account, PushMode.Plain);
        await emulator.Follow("小满");
        account.Pushes.Clear();

        var answer = await emulator.Control("deliveries", new
        {
            actions = new[] { new { persona = "小满", @do = "text", text = "一" }, new { persona = "小满", @do = "text", text = "二" } }, order = new[] { 0, 1, 0 },
        });

        Assert.Equal([200, 200, 200], answer["statuses"]!.AsArray().Select(status => (int)status!));
        Assert.Equal(["一", "二", "一"], account.Pushes.Select(push => Part(XElement.Parse(push.Body), "Content")));
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("<html></html>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a \"b\">]><xml>&a;</xml>")]
    [InlineData("<xml><ToUserName>o</ToUserName><FromUserName>gh_508000000001</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>x</Content></xml>")]
    public async Task Push_ReplyThatIsNone_IsAFaultToThePerson(string reply)
    {
        await using var account = await AccountDouble.Start();
        await using var emulator = await Start(account, PushMode.Plain);
        await emulator.Follow("小满");
        account.Answer = (_, _) => (200, reply);
        var answer = await emulator.Control("actions", new { persona = "小满", @do = "text", text = "在吗" });
        Assert.NotNull((string?)answer["pushes"]![0]!["problem"]);
        Assert.Equal(("weChat", "该服务号提供的服务出现故障，请稍后再试"), await Last(emulator));
    }

    [Fact]
    public async Task Push_ReadableReplyInSafeMode_IsAFault()
    {
        await using var account = await AccountDouble.Start();
        await using var emulator = await Start(account, PushMode.Safe);
        await emulator.Follow("小满");
        account.Answer = (_, _) => (200, Reply(emulator, "明文"));
        var answer = await emulator.Control("actions", new { persona = "小满", @do = "text", text = "在吗" });
        Assert.Contains("safe mode", (string?)answer["pushes"]![0]!["problem"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prompt_ForBothAccounts_TellsEachItsOwn()
    {
        await using var account = await AccountDouble.Start();
        await using var emulator = await Start(account, PushMode.Plain);
        await emulator.Control("actions", new
        {
            persona = "小满", @do = "prompt", templates = new Dictionary<string, string> { [ApiCalls.OneTime] = "accept", [ApiCalls.LongTerm] = "reject", [ApiCalls.Mini] = "accept" },
        });

        var lists = account.Pushes.Select(push => XElement.Parse(push.Body)).ToDictionary(xml => Part(xml, "ToUserName")!, xml => xml.Element("SubscribeMsgPopupEvent")!.Elements("List").ToArray());
        Assert.Equal(["accept", "reject"], lists[Original].Select(entry => Part(entry, "SubscribeStatusString")));
        Assert.Equal([ApiCalls.Mini], lists["gh_508000000002"].Select(entry => Part(entry, "TemplateId")));
    }

    [Fact]
    public async Task Sends_Delivered_AreReportedAndBlockedOnesToo()
    {
        await using var account = await AccountDouble.Start();
        await using var emulator = await Start(account, PushMode.Plain);
        await emulator.Follow("小满");
        var sent = await emulator.Call("cgi-bin/message/template/send", ApiCalls.Message(ApiCalls.Notice));
        await emulator.Control("people/" + Uri.EscapeDataString("小满"), new { blocks = true });
        await emulator.Call("cgi-bin/message/template/send", ApiCalls.Message(ApiCalls.Notice));

        var reports = await Arrived(account, "TEMPLATESENDJOBFINISH", 2);

        Assert.Contains(reports, xml => Part(xml, "MsgID") == sent["msgid"]!.ToString() && Part(xml, "Status") == "success");
        Assert.Contains(reports, xml => Part(xml, "Status") == "failed:user block");
        Assert.Single(await emulator.Chat("小满"), line => (string?)line!["kind"] == "template");
    }

    [Fact]
    public async Task MediaCheck_JudgedByHand_IsPushedToTheMiniProgram()
    {
        await using var account = await AccountDouble.Start();
        await using var emulator = await Start(account, PushMode.Safe);
        await emulator.Http.GetStringAsync($"/sns/jscode2session?appid={ApiCalls.MiniProgram}&secret={emulator.Options.MiniProgramAppSecret}&js_code={await emulator.JsCode("小满")}&grant_type=authorization_code");
        await emulator.Control("media", new { rule = "byHand" });
        var check = await emulator.Call("wxa/media_check_async", new JsonObject
        {
            ["media_url"] = "https://rose.example/a.jpg", ["media_type"] = 2, ["version"] = 2, ["scene"] = 2, ["openid"] = ApiCalls.OpenId("小满", ApiCalls.MiniProgram),
        }, ApiCalls.MiniProgram);
        Assert.Empty(account.Pushes);

        await emulator.Control("media", new { traceId = (string)check["trace_id"]!, suggest = "risky" });

        var inner = (await Arrived(account, null, 1)).Select(outer => XElement.Parse(new MessageCrypto(AccountDouble.Key, ApiCalls.MiniProgram).Decrypt(Part(outer, "Encrypt")!)!)).Single();
        Assert.Equal(("wxa_media_check", (string?)check["trace_id"], "risky"), (Part(inner, "Event"), Part(inner, "trace_id"), Part(inner.Element("result")!, "suggest")));
    }

    [Fact]
    public async Task Verify_AccountThatKnowsTheProtocol_IsFine()
    {
        await using var account = await AccountDouble.Start();
        await using var emulator = await Start(account, PushMode.Safe);
        using var answer = await emulator.Http.PostAsync("/emulator/target/verify", null);
        Assert.True(answer.IsSuccessStatusCode);
    }

    private static Task<EmulatorUnderTest> Start(AccountDouble account, PushMode mode, TimeSpan? patience = null) =>
        EmulatorUnderTest.Start(options => options with { Callback = account.Target(mode), PushTimeout = patience ?? Patience });

    private static async Task<XElement[]> Arrived(AccountDouble account, string? name, int count)
    {
        for (var wait = 0; wait < 500; wait++)
        {
            var found = account.Pushes.Select(push => XElement.Parse(push.Body)).Where(xml => name is null || Part(xml, "Event") == name).ToArray();
            if (found.Length >= count)
            {
                return found;
            }

            await Task.Delay(20);
        }

        throw new TimeoutException($"{name} did not arrive.");
    }

    private static string Reply(EmulatorUnderTest emulator, string text) => new XElement(
        "xml", new XElement("ToUserName", ApiCalls.OpenId("小满")), new XElement("FromUserName", Original), new XElement("CreateTime", emulator.Now.ToUnixTimeSeconds()),
        new XElement("MsgType", "text"), new XElement("Content", text)).ToString();

    private static string Seal(string reply)
    {
        var encrypted = new MessageCrypto(AccountDouble.Key, ApiCalls.ServiceAccount).Encrypt(reply);
        return $"<xml><Encrypt>{encrypted}</Encrypt><MsgSignature>{PushSignature.Of(AccountDouble.Token, "1", "2", encrypted)}</MsgSignature><TimeStamp>1</TimeStamp><Nonce>2</Nonce></xml>";
    }

    private static string? Part(XElement xml, string name) => xml.Element(name)?.Value;

    private static async Task<(string?, string?)> Last(EmulatorUnderTest emulator)
    {
        var line = (await emulator.Chat("小满"))[^1]!;
        return ((string?)line["side"], (string?)line["text"]);
    }
}
