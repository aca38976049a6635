using System.Xml.Linq;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Callbacks;
using Engagement.WeChat.Emulator.Chats;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.Templates;
using Engagement.WeChat.Emulator.Users;

namespace Engagement.WeChat.Emulator.Phones;

/// <summary>Answers to subscription prompts, and later changes of mind.</summary>
internal sealed class Prompts(AccountBook accounts, People people, ChatBook chats, TemplateBook templates)
{
    /// <summary>Answers a prompt (<c>wx-open-subscribe</c> on an H5 page): each acceptance is a credit.</summary>
    public PhoneResult Answer(Persona persona, Dictionary<string, string>? answers)
    {
        if (Check(answers, "accept", "reject") is { } error)
        {
            return PhoneResult.Refuse(error);
        }

        foreach (var (id, answer) in answers!)
        {
            var template = templates.Find(id)!;
            if (answer == "accept")
            {
                people.Accept(persona, id, template.Kind is TemplateKind.LongTerm or TemplateKind.MiniProgramLongTerm);
            }

            chats.Add(persona, ChatSide.WeChat, "event", $"{(answer == "accept" ? "允许" : "拒绝")}了“{template.Title}”");
        }

        return Push(persona, "subscribe_msg_popup_event", "SubscribeMsgPopupEvent", answers, PushXml.Text("PopupScene", "1"));
    }

    /// <summary>Withdraws in WeChat's settings what was accepted earlier.</summary>
    public PhoneResult Withdraw(Persona persona, Dictionary<string, string>? answers)
    {
        if (Check(answers, "reject") is { } error)
        {
            return PhoneResult.Refuse(error);
        }

        foreach (var id in answers!.Keys)
        {
            people.Refuse(persona, id);
            chats.Add(persona, ChatSide.WeChat, "event", $"关闭了“{templates.Find(id)!.Title}”");
        }

        return Push(persona, "subscribe_msg_change_event", "SubscribeMsgChangeEvent", answers);
    }

    private string? Check(Dictionary<string, string>? answers, params string[] allowed) =>
        answers is not { Count: >= 1 and <= 3 } ? "templates 须有 1 至 3 项，写作 {\"模板 id\":\"accept\"}。"
        : answers.Keys.FirstOrDefault(id => templates.Find(id) is null or { Kind: TemplateKind.Template }) is { } stranger ? $"没有订阅模板 {stranger}。"
        : answers.Values.FirstOrDefault(answer => !allowed.Contains(answer)) is not null ? $"回答须为 {string.Join(" 或 ", allowed)}。"
        : null;

    // Each account hears of its own templates.
    private PhoneResult Push(Persona persona, string name, string member, Dictionary<string, string> answers, params XElement[] more) => new(
    [
        .. answers.GroupBy(answer => templates.Find(answer.Key)!.Kind is TemplateKind.MiniProgram or TemplateKind.MiniProgramLongTerm).Select(group => PushOrder.Event(
            group.Key ? accounts.MiniProgram : accounts.Service, persona, name,
            new XElement(member, group.Select(answer => new XElement(
                "List", PushXml.Text("TemplateId", answer.Key), PushXml.Text("SubscribeStatusString", answer.Value), more))))),
    ]);
}
