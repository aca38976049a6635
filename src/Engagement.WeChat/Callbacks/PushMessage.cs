using System.Globalization;

namespace Engagement.WeChat;

/// <summary>A message or event that WeChat pushed, already believed. Every text in it was written by somebody else.</summary>
/// <param name="To">The account, <c>gh_...</c>.</param>
/// <param name="From">The openid it came from.</param>
/// <param name="CreateTime">Unix seconds.</param>
/// <param name="Type">MsgType: text, event, image and others.</param>
/// <remarks>https://developers.weixin.qq.com/doc/service/guide/product/message/Receiving_standard_messages.html and Receiving_event_pushes.html</remarks>
public sealed record PushMessage(string To, string From, long CreateTime, string Type)
{
    /// <summary>Number of a message; events have none.</summary>
    public string? MessageId { get; init; }

    /// <summary>What a person wrote.</summary>
    public string? Content { get; init; }

    /// <summary>Name of an event; null for messages.</summary>
    public string? Event { get; init; }

    /// <summary>Scene of a code, key of a button, address of a link.</summary>
    public string? EventKey { get; init; }

    /// <summary>In events about authorisation: the openid that it is about. Their From is WeChat's own.</summary>
    public string? About { get; init; }

    /// <summary>The account that <see cref="About"/> belongs to.</summary>
    public string? AboutAppId { get; init; }

    /// <summary>What a person answered about templates, or what became of messages.</summary>
    public IReadOnlyList<PushedTemplate> Templates { get; init; } = [];

    /// <summary>Result of a media check; null for other events.</summary>
    public PushedMediaCheck? Media { get; init; }

    /// <summary>
    /// What tells this push from every other one, and is the same in WeChat's retries: MsgId, or openid, second, event and key.
    /// Two results of one person in one second differ in the number of the message that they are about.
    /// </summary>
    public string Key => MessageId is { } id ? "m:" + id : string.Join('|',
    [
        "e", From, CreateTime.ToString(CultureInfo.InvariantCulture), Event ?? Type, EventKey ?? "", About ?? "", Media?.TraceId ?? "",
        .. Templates.Select(template => $"{template.TemplateId}/{template.MessageId}/{template.Status}"),
    ]);
}

/// <summary>One template in a push.</summary>
/// <param name="TemplateId">The template; empty in TEMPLATESENDJOBFINISH.</param>
/// <param name="MessageId">WeChat's number of the message; empty for an answer to a prompt.</param>
/// <param name="Status">accept or reject; success, failed:user block, failed: system failed; or an error number.</param>
public sealed record PushedTemplate(string TemplateId, string MessageId, string Status);

/// <summary>Result of a media check (<c>wxa_media_check</c>).</summary>
/// <param name="TraceId">As <c>media_check_async</c> returned it.</param>
/// <param name="Errcode">Not 0 when the check itself failed.</param>
/// <param name="Suggest">pass, review or risky; empty when it failed.</param>
/// <param name="Label">100 for nothing found.</param>
public sealed record PushedMediaCheck(string TraceId, long Errcode, string Suggest, int Label);
