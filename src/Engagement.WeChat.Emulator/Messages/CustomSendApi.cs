using System.Text;
using System.Text.Json.Nodes;
using Engagement.WeChat.Emulator.Accounts;
using Engagement.WeChat.Emulator.Answers;
using Engagement.WeChat.Emulator.Calls;
using Engagement.WeChat.Emulator.Chats;
using Engagement.WeChat.Emulator.Personas;
using Engagement.WeChat.Emulator.Users;

namespace Engagement.WeChat.Emulator.Messages;

/// <summary><c>cgi-bin/message/custom/send</c>: customer-service messages (text and links) within 48 hours after the person wrote.
/// Chinese written as <c>\uXXXX</c> arrives as those six characters, as with WeChat.</summary>
internal sealed class CustomSendApi(PersonaBook personas, People people, ChatBook chats) : IApi
{
    public IEnumerable<ApiRoute> Routes => [ApiRoute.Send("cgi-bin/message/custom/send", Right.ServiceAccount, Send, perDay: 500_000)];

    private ApiAnswer Send(ApiCall call)
    {
        if (personas.ByOpenId(call.Account, call.Body.Text("touser")) is not { } persona)
        {
            return ApiError.InvalidOpenId;
        }

        var body = (JsonObject)JsonNode.Parse(call.Text.Replace(@"\u", @"\\u", StringComparison.Ordinal))!;
        var article = body.Object("news")?.Array("articles")?.FirstOrDefault() as JsonObject;
        var (kind, text, link) = body.Text("msgtype") switch
        {
            "text" => ("text", body.Object("text")?.Text("content"), null),
            "news" => ("news", article?.Text("title"), article?.Text("url")),
            _ => (null, null, null),
        };
        if (kind is null)
        {
            return ApiError.InvalidMediaType;
        }

        if (text is null or "" || (link is not null && !Target.IsAddress(link)))
        {
            return ApiError.InvalidArgument.About(kind);
        }

        if (Encoding.UTF8.GetByteCount(text) > 2048)
        {
            return ApiError.MessageTooLong;
        }

        var refused = people.Change<ApiError?>(persona, person =>
            person.FollowedAt is null || person.WindowUntil <= call.Now ? ApiError.WindowClosed
            : person.RepliesLeft-- <= 0 ? ApiError.TooManyMessages
            : null);
        if (refused is not null)
        {
            return refused;
        }

        chats.Add(persona, ChatSide.Account, kind, text, link: link);
        return ApiAnswer.Ok();
    }
}
