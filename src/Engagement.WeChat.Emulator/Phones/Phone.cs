using System.Xml;
using System.Xml.Linq;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Callbacks;
using Engagement.WeChat.Emulator.Chats;
using Engagement.WeChat.Emulator.Messages;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.State;
using Engagement.WeChat.Emulator.Users;

namespace Engagement.WeChat.Emulator.Phones;

/// <summary>A persona's phone: says, taps and scans, and notes what WeChat would know of it.</summary>
internal sealed class Phone(AccountBook accounts, People people, ChatBook chats, EmulatorStore store, Follows follows, Prompts prompts)
{
    /// <summary>Customer-service messages that a message allows, and that a tap, a follow or a scan allows.</summary>
    public const int RepliesToMessage = 5;
    public const int RepliesToTap = 3;

    /// <summary>Does it at once; what is to be pushed is in the result.</summary>
    public PhoneResult Do(Persona persona, PhoneAction action) => action.Do switch
    {
        "follow" => follows.Follow(persona),
        "unfollow" => follows.Unfollow(persona),
        "scan" => follows.Scan(persona, action.Code),
        "prompt" => prompts.Answer(persona, action.Templates),
        "reject" => prompts.Withdraw(persona, action.Templates),
        "revoke" => Revoke(persona, action.MiniProgram ? accounts.MiniProgram : accounts.Service),
        "event" => Event(persona, action),
        _ when !people.Follows(persona) => PhoneResult.Refuse($"{persona.Name} 还没有关注服务号，关注之后才能发消息。"),
        "tap" => Tap(persona, action.Key),
        "text" when action.Text is { Length: > 0 and <= 600 } text => Say(persona, "text", text, PushXml.Text("Content", text)),
        "text" => PhoneResult.Refuse("text 须为 1 至 600 个字符。"),
        "image" => Say(persona, "image", "[图片]", PushXml.Text("PicUrl", action.Url ?? "http://mmbiz.qpic.cn/emulator.jpg"), Media()),
        "voice" => Say(persona, "voice", action.Text is null ? "[语音]" : $"[语音] {action.Text}", Media(), PushXml.Text("Format", "amr"), PushXml.Text("Recognition", action.Text ?? "")),
        "location" => Say(
            persona, "location", $"[位置] {action.Label}", PushXml.Number("Location_X", action.Latitude ?? 22.5787), PushXml.Number("Location_Y", action.Longitude ?? 113.0819),
            PushXml.Number("Scale", 20), PushXml.Text("Label", action.Label ?? "")),
        "link" when action.Url is { } url => Say(
            persona, "link", $"[链接] {action.Title} {url}", PushXml.Text("Title", action.Title ?? ""), PushXml.Text("Description", action.Description ?? ""), PushXml.Text("Url", url)),
        "link" => PhoneResult.Refuse("link 需要 url。"),
        "message" when action.MsgType is { Length: > 0 } type => Say(persona, type, $"[{type}]", Free(action)),
        _ => PhoneResult.Refuse("do 须为 follow, unfollow, scan, text, image, voice, location, link, message, tap, prompt, reject, revoke 或 event。"),
    };

    private PhoneResult Say(Persona persona, string type, string shown, params XElement[] more)
    {
        chats.Add(persona, ChatSide.Persona, type, shown);
        people.Spoke(persona, RepliesToMessage);
        var id = store.Change(state => ++state.LastMessageId);
        return new PushOrder(accounts.Service, persona, type, type, [.. more, PushXml.Number("MsgId", id)]);
    }

    private PhoneResult Tap(Persona persona, string? key)
    {
        if (key is null or "")
        {
            return PhoneResult.Refuse("tap 需要 key：按钮的 key 或网址。");
        }

        var isView = Target.IsAddress(key);
        chats.Add(persona, ChatSide.WeChat, "event", isView ? "点击了菜单，打开网页" : $"点击了菜单 {key}");
        if (!isView)
        {
            people.Spoke(persona, RepliesToTap);
        }

        return PushOrder.Event(accounts.Service, persona, isView ? "VIEW" : "CLICK", PushXml.Text("EventKey", key));
    }

    private PhoneResult Revoke(Persona persona, Account account)
    {
        chats.Add(persona, ChatSide.WeChat, "event", "撤回了授权");
        var openId = (persona with { Snapshot = false }).OpenId(account.AppId);
        return PushOrder.Event(
            account, persona, "user_authorization_revoke", PushXml.Text("OpenID", openId), PushXml.Text("AppID", account.AppId), PushXml.Text("RevokeInfo", "1"));
    }

    private PhoneResult Event(Persona persona, PhoneAction action) => action.Key is not { Length: > 0 } name
        ? PhoneResult.Refuse("event 需要 key：事件名。")
        : PushOrder.Event(action.MiniProgram ? accounts.MiniProgram : accounts.Service, persona, name, Free(action));

    private static XElement Media() => PushXml.Text("MediaId", Guid.NewGuid().ToString("N"));

    private static XElement[] Free(PhoneAction action) =>
        [.. (action.Fields ?? []).Where(field => XmlConvert.EncodeLocalName(field.Key) == field.Key).Select(field => PushXml.Text(field.Key, field.Value))];
}
