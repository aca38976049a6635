using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.Grains.WeChat;
using Engagement.WeChat;
using Engagement.Web.WeChat.Account;
using Microsoft.Extensions.Options;

namespace Engagement.Web.WeChat;

/// <summary>A push for the record of one person.</summary>
/// <param name="Follower">Key of the person's identity.</param>
/// <param name="Push">The push.</param>
public sealed record SortedPush(string Follower, Push Push);

/// <summary>Tells what a push means here. What people wrote goes no further than to the keywords.</summary>
public sealed class PushSorter(CellKeys keys, AccountBook account, IOptions<WeChatOptions> wechat)
{
    private const string FollowedByCode = "qrscene_";
    private const string UserBlock = "failed:user block";
    private const string Declined = "43101";

    /// <summary>The push and whose it is; null for what needs no answer and changes nothing, known or unknown.</summary>
    public SortedPush? Sort(PushMessage message, string appId)
    {
        var push = new Push(message.Key, PushKind.Unknown, message.CreateTime, message.From);
        if (appId != wechat.Value.AppId)
        {
            // The mini program answers people itself, and reports their prompts with the person's own session: its popup event would count them twice.
            if (message.Event is not ("user_authorization_revoke" or "user_authorization_cancellation" or "subscribe_msg_change_event" or "subscribe_msg_sent_event"))
            {
                return null;
            }

            push = push with { FromMiniProgram = true };
        }

        return message.Event switch
        {
            null => message.Type switch
            {
                "text" => For(account.Topic(message.Content) is { } topic ? push with { Kind = PushKind.Ask, Topic = topic } : push),
                "image" or "voice" or "video" or "shortvideo" or "location" or "link" => For(push),
                _ => null,
            },
            "subscribe" => For(push with { Kind = PushKind.Follow, Topic = Scene(FollowedBy(message.EventKey)) }),
            "unsubscribe" => For(push with { Kind = PushKind.Unfollow }),
            "SCAN" => For(push with { Kind = PushKind.Scan, Topic = Scene(message.EventKey) }),
            "CLICK" => For(push with { Kind = PushKind.Ask, Topic = account.Button(message.EventKey) }),
            "user_authorization_revoke" or "user_authorization_cancellation" => Revoked(push, message, appId),
            "subscribe_msg_popup_event" or "subscribe_msg_change_event" => For(push with
            {
                Kind = PushKind.Results,
                Answers = [.. message.Templates.Where(template => template.Status is "accept" or "reject")
                    .Select(template => new SubscriptionAnswer(template.TemplateId, template.Status == "accept"))],
            }),
            "TEMPLATESENDJOBFINISH" or "subscribe_msg_sent_event" => For(push with
            {
                Kind = PushKind.Results,
                Reports = [.. message.Templates.Select(template => new DeliveryReport(template.TemplateId, template.MessageId, OutcomeOf(template.Status)))],
            }),
            _ => null, // VIEW among them: a page of ours was opened, and shows it itself
        };

        SortedPush For(Push sorted) => new(keys.Identity(appId, message.From), sorted);
    }

    // Its From is an account of WeChat's own; the account that it concerns stands in the event, and must be one of ours.
    private SortedPush? Revoked(Push push, PushMessage message, string appId)
    {
        var of = message.AboutAppId ?? appId;
        return message.About is { } person && (of == wechat.Value.AppId || of == wechat.Value.MiniProgramAppId)
            ? new(keys.Identity(of, person), push with { Kind = PushKind.Revoke, OpenId = person })
            : null;
    }

    private static string? FollowedBy(string? key) => key?.StartsWith(FollowedByCode, StringComparison.Ordinal) == true ? key[FollowedByCode.Length..] : null;

    // A code of the account's file leads to a page; any other scene must prove what it names.
    private string? Scene(string? scene) => scene is null ? null
        : account.PageOf(scene) is { } path ? PushTopics.Page + path
        : scene.StartsWith(PushTopics.Page, StringComparison.Ordinal) ? "" : scene;

    private static DeliveryOutcome OutcomeOf(string status) => status switch
    {
        "success" or "0" => DeliveryOutcome.Delivered,
        UserBlock or Declined => DeliveryOutcome.Refused,
        _ => DeliveryOutcome.Failed,
    };
}
