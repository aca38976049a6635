using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Callbacks;
using Engagement.WeChat.Emulator.Chats;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.QrCodes;
using Engagement.WeChat.Emulator.Users;

namespace Engagement.WeChat.Emulator.Phones;

/// <summary>Follows, plainly or by a QR code, and their end.</summary>
internal sealed class Follows(EmulatorOptions options, AccountBook accounts, People people, ChatBook chats, QrBook codes)
{
    private static readonly TimeSpan MadeUpLife = TimeSpan.FromDays(30);

    public PhoneResult Follow(Persona persona)
    {
        if (!people.Follow(persona, scene: null))
        {
            return PhoneResult.Refuse($"{persona.Name} 已经关注。");
        }

        Greet(persona);
        return PushOrder.Event(accounts.Service, persona, "subscribe", PushXml.Text("EventKey", ""));
    }

    public PhoneResult Unfollow(Persona persona)
    {
        if (!people.Unfollow(persona))
        {
            return PhoneResult.Refuse($"{persona.Name} 没有关注。");
        }

        chats.Add(persona, ChatSide.WeChat, "event", "取消了关注");
        return PushOrder.Event(accounts.Service, persona, "unsubscribe", PushXml.Text("EventKey", ""));
    }

    /// <summary>Scans a code: a follower is reported as such, everybody else follows by it. A scene that no code was made for gets one.</summary>
    /// <param name="persona">Who scans.</param>
    /// <param name="code">The ticket, the address in the code, or the scene.</param>
    public PhoneResult Scan(Persona persona, string? code)
    {
        if (code is not { Length: > 0 and <= 256 })
        {
            return PhoneResult.Refuse("scan 需要 code：二维码的 ticket、网址或场景值。");
        }

        var place = code.LastIndexOf("/q/", StringComparison.Ordinal);
        var ticket = codes.ByTicket(code) ?? (place >= 0 ? codes.ById(code[(place + 3)..]) : null) ?? codes.ByScene(code)
            ?? (code.Length <= 64 ? codes.Create(code, options.UtcNow() + MadeUpLife).Ticket : null);
        if (ticket is null || ticket.ExpiresAt <= options.UtcNow())
        {
            return PhoneResult.Refuse(ticket is null ? "没有这个二维码。" : "二维码已过期。");
        }

        var isNew = people.Follow(persona, ticket.Scene);
        if (isNew)
        {
            Greet(persona);
        }
        else
        {
            chats.Add(persona, ChatSide.WeChat, "event", "扫描了二维码");
            people.Spoke(persona, Phone.RepliesToTap);
        }

        return PushOrder.Event(
            accounts.Service, persona, isNew ? "subscribe" : "SCAN",
            PushXml.Text("EventKey", isNew ? $"qrscene_{ticket.Scene}" : ticket.Scene), PushXml.Text("Ticket", ticket.Ticket));
    }

    private void Greet(Persona persona)
    {
        chats.Add(persona, ChatSide.WeChat, "event", $"已关注 {options.AccountName}");
        people.Spoke(persona, Phone.RepliesToTap);
    }
}
