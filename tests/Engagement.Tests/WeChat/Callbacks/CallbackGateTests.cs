using System.Text;
using Engagement.WeChat;

namespace Engagement.Tests.WeChat.Callbacks;

public sealed class CallbackGateTests
{
    private readonly Pushes _pushes = new();

    [Fact]
    public void Open_SafePush_IsBelievedWhateverItsOldSignatureSays()
    {
        var (query, encrypt) = Pushes.Safe(Pushes.Text("我的玫瑰", id: 42));
        var push = _pushes.Open(query with { Signature = "wrong" }, Pushes.Envelope(encrypt));
        Assert.True(push.IsBelieved);
        Assert.Equal(("o-someone", "text", "我的玫瑰", "m:42"), (push.Message.From, push.Message.Type, push.Message.Content, push.Message.Key));
        Assert.True(push.Encrypted);
    }

    [Fact]
    public void Open_SafePushWithOnlyTheOldSignature_IsRefused()
    {
        var (query, encrypt) = Pushes.Safe(Pushes.Text("x"));
        Assert.Equal(CallbackRefusal.Signature, _pushes.Open(query with { MsgSignature = null }, Pushes.Envelope(encrypt)).Refusal);
        Assert.Equal(CallbackRefusal.Signature, _pushes.Open(query with { MsgSignature = query.Signature }, Pushes.Envelope(encrypt)).Refusal);
    }

    [Theory]
    [InlineData(-11, CallbackRefusal.Stale)]
    [InlineData(11, CallbackRefusal.Stale)]
    [InlineData(-9, CallbackRefusal.None)]
    [InlineData(9, CallbackRefusal.None)]
    public void Open_ClockApart_IsHeldToTheWindow(int minutes, CallbackRefusal refusal)
    {
        var (query, encrypt) = Pushes.Safe(Pushes.Text("x"), Pushes.Now.AddMinutes(minutes));
        Assert.Equal(refusal, _pushes.Open(query, Pushes.Envelope(encrypt)).Refusal);
    }

    [Fact]
    public void Open_AnotherAccountsPush_IsRefused()
    {
        var (query, encrypt) = Pushes.Safe(Pushes.Text("x"), appId: "wx0000000000000000");
        Assert.Equal(CallbackRefusal.AppId, _pushes.Open(query, Pushes.Envelope(encrypt)).Refusal);
        (query, encrypt) = Pushes.Safe(Pushes.Text("x"), appId: "wx5080000000000002");
        Assert.Equal("wx5080000000000002", _pushes.Open(query, Pushes.Envelope(encrypt)).AppId);
    }

    [Fact]
    public void Open_PlainPush_OnlyWherePlainIsAccepted()
    {
        var query = Pushes.Signed("", Pushes.Now) with { EncryptType = null, MsgSignature = null };
        Assert.Equal(CallbackRefusal.Mode, _pushes.Open(query, Pushes.Text("x")).Refusal);
        var open = new Pushes(new() { Token = Pushes.Token });
        Assert.True(open.Open(query, Pushes.Text("x")).IsBelieved);
        Assert.Equal(CallbackRefusal.Signature, open.Open(query with { Signature = "f464b24fc39322e44b38aa78f5edd27bd1441696" }, Pushes.Text("x")).Refusal);
        Assert.Equal(CallbackRefusal.Body, open.Open(query with { EncryptType = "aes" }, Pushes.Text("x")).Refusal);
    }

    [Fact]
    public void Open_CompatiblePush_BelievesOnlyTheEncryptedPart()
    {
        var (query, encrypt) = Pushes.Safe(Pushes.Text("sealed"));
        var body = Pushes.Text("forged beside it").Replace("</xml>", $"<Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>", StringComparison.Ordinal);
        Assert.Equal(CallbackRefusal.Mode, _pushes.Open(query, body).Refusal);
        var both = new Pushes(new() { Token = Pushes.Token, EncodingAESKey = Pushes.Key, Modes = [CallbackMode.Compatible, CallbackMode.Safe] });
        Assert.Equal("sealed", both.Open(query, body).Message?.Content);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not xml")]
    [InlineData("<xml>")]
    [InlineData("<xml><Encrypt>")]
    [InlineData("<html></html>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><Encrypt>&e;</Encrypt></xml>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><xml><Encrypt>&c;</Encrypt></xml>")]
    [InlineData("<!DOCTYPE xml SYSTEM \"http://127.0.0.1:1/x.dtd\"><xml><Encrypt>x</Encrypt></xml>")]
    [InlineData("<xml><a><b><c><d><e><f><g><h><i>deep</i></h></g></f></e></d></c></b></a></xml>")]
    [InlineData("<xml xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"file:///etc/passwd\" parse=\"text\"/></xml>")]
    public void Open_BodyOfAStranger_IsRefused(string body)
    {
        var refusal = _pushes.Open(Pushes.Signed("x", Pushes.Now), body).Refusal;
        Assert.Contains(refusal, new[] { CallbackRefusal.Body, CallbackRefusal.Mode });
    }

    [Fact]
    public void Open_DoctypeInsideARightlyEncryptedMessage_IsRefused()
    {
        var (query, encrypt) = Pushes.Safe("<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + Pushes.Text("&e;"));
        Assert.Equal(CallbackRefusal.Body, _pushes.Open(query, Pushes.Envelope(encrypt)).Refusal);
    }

    [Fact]
    public void Open_TooLargeOrNotUtf8_IsRefused()
    {
        var query = Pushes.Signed("x", Pushes.Now);
        Assert.Equal(CallbackRefusal.Body, _pushes.Open(query, "<xml><Encrypt>" + new string('A', CallbackGate.LargestBody) + "</Encrypt></xml>").Refusal);
        Assert.Equal(CallbackRefusal.Body, _pushes.Gate.Open(query, [0xFF, 0xFE, .. "<xml/>"u8], Pushes.Now).Refusal);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")] // one block of 16
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")] // one of 32 with a padding of nobody's
    [InlineData("!!!!")]
    public void Open_RightlySignedNonsense_IsRefused(string encrypt) =>
        Assert.Equal(CallbackRefusal.Encryption, _pushes.Open(Pushes.Signed(encrypt, Pushes.Now), Pushes.Envelope(encrypt)).Refusal);

    [Theory]
    [InlineData(null, "n")]
    [InlineData("", "n")]
    [InlineData("-1", "n")]
    [InlineData("1e9", "n")]
    [InlineData("99999999999999999999", "n")]
    [InlineData("1777881600", "")]
    [InlineData("1777881600", null)]
    public void Open_MalformedQuery_IsRefused(string? timestamp, string? nonce) =>
        Assert.Equal(CallbackRefusal.Query, _pushes.Open(new("s", timestamp, nonce, "aes", "m"), Pushes.Envelope("x")).Refusal);

    [Theory]
    [InlineData("<FromUserName></FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType>")]
    [InlineData("<FromUserName>o</FromUserName><CreateTime>-1</CreateTime><MsgType>text</MsgType>")]
    [InlineData("<FromUserName>o</FromUserName><CreateTime>1</CreateTime>")]
    [InlineData("<FromUserName>o</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType>")]
    public void Open_MessageWithoutWhatEveryOneHas_IsRefused(string inner)
    {
        var (query, encrypt) = Pushes.Safe($"<xml>{inner}</xml>");
        Assert.Equal(CallbackRefusal.Body, _pushes.Open(query, Pushes.Envelope(encrypt)).Refusal);
    }

    [Fact]
    public void Key_ResultsOfOneSecond_DifferByTheirMessage()
    {
        string Key(string id) => Read(Pushes.Event("TEMPLATESENDJOBFINISH", $"<MsgID>{id}</MsgID><Status><![CDATA[success]]></Status>")).Key;
        Assert.NotEqual(Key("200163836"), Key("200163837"));
        Assert.Equal(Key("200163836"), Key("200163836"));
    }

    [Fact]
    public void Open_SubscriptionEvents_NameEveryTemplate()
    {
        var popup = Read(Pushes.Event("subscribe_msg_popup_event", "<SubscribeMsgPopupEvent>"
            + "<List><TemplateId><![CDATA[t1]]></TemplateId><SubscribeStatusString><![CDATA[accept]]></SubscribeStatusString><PopupScene>1</PopupScene></List>"
            + "<List><TemplateId><![CDATA[t2]]></TemplateId><SubscribeStatusString><![CDATA[reject]]></SubscribeStatusString></List></SubscribeMsgPopupEvent>"));
        Assert.Equal([new("t1", "", "accept"), new("t2", "", "reject")], popup.Templates);
        var sent = Read(Pushes.Event("subscribe_msg_sent_event", "<SubscribeMsgSentEvent><List><TemplateId>t1</TemplateId><MsgID>1700827132819554304</MsgID>"
            + "<ErrorCode>0</ErrorCode><ErrorStatus>success</ErrorStatus></List></SubscribeMsgSentEvent>"));
        Assert.Equal([new("t1", "1700827132819554304", "0")], sent.Templates);
    }

    [Fact]
    public void Open_MediaResult_IsRead()
    {
        var check = Read(Pushes.Event("wxa_media_check", "<appid><![CDATA[wx1]]></appid><trace_id><![CDATA[967e945cd8a3e458]]></trace_id><version>2</version>"
            + "<detail><strategy>content_model</strategy><errcode>0</errcode><suggest>risky</suggest><label>20006</label></detail>"
            + "<errcode>0</errcode><result><suggest><![CDATA[risky]]></suggest><label>20006</label></result>"));
        Assert.Equal(new PushedMediaCheck("967e945cd8a3e458", 0, "risky", 20006), check.Media);
    }

    [Fact]
    public void Seal_Reply_OpensWithTheSameKeyAndSignature()
    {
        var (query, encrypt) = Pushes.Safe(Pushes.Text("x"));
        var push = _pushes.Open(query, Pushes.Envelope(encrypt));
        var reply = PassiveReply.Text(push.Message!, "一句 ]]> 话", Pushes.Now);
        Assert.True(PushXml.TryRead(_pushes.Gate.Seal(reply, push, Pushes.Now), out var envelope));
        Assert.True(CallbackSignature.Matches(envelope["MsgSignature"], Pushes.Token, envelope["TimeStamp"]!, envelope["Nonce"]!, envelope["Encrypt"]!));
        var opened = new MessageCrypto(Pushes.Key).Decrypt(envelope["Encrypt"]!);
        Assert.Equal(Pushes.AppId, opened?.AppId);
        Assert.True(PushXml.TryRead(opened!.Message, out var xml));
        Assert.Equal(("o-someone", "gh_1", "一句 ]]> 话"), (xml["ToUserName"], xml["FromUserName"], xml["Content"]));
    }

    [Fact]
    public void Text_LongerThanWeChatTakes_IsCutAtACharacter()
    {
        var (query, encrypt) = Pushes.Safe(Pushes.Text("x"));
        Assert.True(PushXml.TryRead(PassiveReply.Text(_pushes.Open(query, Pushes.Envelope(encrypt)).Message!, new string('花', 1_000), Pushes.Now), out var xml));
        Assert.Equal(PassiveReply.LongestText / 3 * 3, Encoding.UTF8.GetByteCount(xml["Content"]!));
    }

    private PushMessage Read(string xml)
    {
        var (query, encrypt) = Pushes.Safe(xml);
        return _pushes.Open(query, Pushes.Envelope(encrypt)).Message!;
    }
}
