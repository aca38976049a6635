namespace Engagement.Contracts;

/// <summary>
/// How WeChat can reach one person, and what was sent to them: credits per template, follow state, notices (product.md RR-15).
/// Key: <c>campaign/participant-id</c>. Never called on the way of a gift; a failure here never fails one.
/// </summary>
/// <remarks>
/// What comes from WeChat's pushes carries the push: the same one changes nothing twice. Only a digest of its key and the sealed
/// openid are kept.
/// </remarks>
[Alias("eng.notices")]
public interface INoticeGrain : IGrainWithStringKey
{
    /// <summary>
    /// The person answered a prompt (<c>subscribe_msg_popup_event</c>) or changed an answer (<c>subscribe_msg_change_event</c>). An accepted
    /// one-time template is one credit more; an accepted long-term one holds until it is rejected; a rejected one has none left.
    /// </summary>
    /// <param name="push">The push it came with.</param>
    /// <param name="answers">One for each template of the event, at most 20; unknown templates are left out.</param>
    /// <exception cref="LedgerException">Durability unknown; repeat with the same key.</exception>
    [Alias("Answered"), ResponseTimeout("00:00:05")]
    Task Answered(PushFrom push, IReadOnlyList<SubscriptionAnswer> answers);

    /// <summary>
    /// The person answered a prompt of the mini program (<c>wx.requestSubscribeMessage</c>), as it reports, or changed an answer in WeChat's settings.
    /// Counts as <see cref="Answered"/> does, for templates of the mini program.
    /// </summary>
    /// <param name="key">The same one changes nothing twice: the report's command, or the key of the push.</param>
    /// <param name="answers">One for each template, at most 20; unknown templates are left out.</param>
    /// <returns>False when no openid of the mini program is kept for the person: sign in there, then repeat.</returns>
    /// <exception cref="LedgerException">Durability unknown; repeat with the same key.</exception>
    [Alias("AnsweredInMiniProgram"), ResponseTimeout("00:00:05")]
    Task<bool> AnsweredInMiniProgram(string key, IReadOnlyList<SubscriptionAnswer> answers);

    /// <summary>The person follows the service account, or does no longer. The newest event by its own time wins.</summary>
    /// <param name="push">The push it came with.</param>
    /// <param name="follows">True for <c>subscribe</c>, and for whatever only a follower can send.</param>
    /// <param name="at">CreateTime of the event.</param>
    /// <exception cref="LedgerException">Durability unknown; repeat with the same key.</exception>
    [Alias("Follow"), ResponseTimeout("00:00:05")]
    Task Follow(PushFrom push, bool follows, DateTimeOffset at);

    /// <summary>
    /// What became of a message (<c>subscribe_msg_sent_event</c>, <c>TEMPLATESENDJOBFINISH</c>). Reports of unknown messages change nothing.
    /// </summary>
    /// <param name="push">The push it came with.</param>
    /// <param name="report">The event's own fields.</param>
    /// <exception cref="LedgerException">Durability unknown; repeat with the same key.</exception>
    [Alias("Reported"), ResponseTimeout("00:00:05")]
    Task Reported(PushFrom push, DeliveryReport report);

    /// <summary>How the person can be reached and what was sent, for their settings and export.</summary>
    [Alias("Show")] Task<ReachView> Show();

    /// <summary>An agenda entry of this person is due. Late, repeated and concurrent calls are harmless.</summary>
    /// <exception cref="LedgerException">Not done; the sweeper tries again.</exception>
    [Alias("Due"), ResponseTimeout("00:00:20")]
    Task Due(string entry);
}

/// <summary>What a person answered about one template.</summary>
/// <param name="TemplateId">WeChat's template id.</param>
/// <param name="Accepted">False for a rejection.</param>
[GenerateSerializer, Immutable, Alias("eng.notices.answer")]
public sealed record SubscriptionAnswer([property: Id(0)] string TemplateId, [property: Id(1)] bool Accepted);

/// <summary>What became of one message.</summary>
/// <param name="TemplateId">The template; empty where the event has none.</param>
/// <param name="MessageId">WeChat's MsgID, as text.</param>
/// <param name="Outcome">What the event says.</param>
[GenerateSerializer, Immutable, Alias("eng.notices.report")]
public sealed record DeliveryReport(
    [property: Id(0)] string TemplateId, [property: Id(1)] string MessageId, [property: Id(2)] DeliveryOutcome Outcome);

/// <summary>What an event says about a message.</summary>
public enum DeliveryOutcome
{
    /// <summary>It arrived (<c>success</c>, ErrorCode 0).</summary>
    Delivered = 0,

    /// <summary>The person refuses messages: <c>failed:user block</c>, ErrorCode 43101. The template's credits are gone.</summary>
    Refused,

    /// <summary>Anything else: <c>failed: system failed</c> and kin.</summary>
    Failed,
}

/// <summary>How WeChat can reach a person.</summary>
/// <param name="Known">WeChat told us of this person, so an openid is kept, sealed.</param>
/// <param name="Follow">Whether they follow the service account.</param>
/// <param name="Templates">What they answered, by template.</param>
/// <param name="Sent">The latest messages, newest first, at most 20.</param>
[GenerateSerializer, Immutable, Alias("eng.notices.reach")]
public sealed record ReachView(
    [property: Id(0)] bool Known, [property: Id(1)] FollowState Follow, [property: Id(2)] IReadOnlyList<TemplateCredit> Templates,
    [property: Id(3)] IReadOnlyList<SentMessage> Sent);

/// <summary>Whether a person follows the service account.</summary>
public enum FollowState
{
    /// <summary>Nothing was heard.</summary>
    Unknown = 0,

    /// <summary>They follow.</summary>
    Follows,

    /// <summary>They don't, or no longer.</summary>
    Away,
}

/// <summary>What can be sent with one template.</summary>
/// <param name="TemplateId">WeChat's template id.</param>
/// <param name="Credits">Messages that can be sent; -1 for a long-term template that was accepted.</param>
[GenerateSerializer, Immutable, Alias("eng.notices.credit")]
public readonly record struct TemplateCredit([property: Id(0)] string TemplateId, [property: Id(1)] int Credits);

/// <summary>One message that was handed to WeChat.</summary>
/// <param name="At">When.</param>
/// <param name="TemplateId">With which template.</param>
/// <param name="Roses">How many notices it was about.</param>
/// <param name="State">What became of it.</param>
[GenerateSerializer, Immutable, Alias("eng.notices.sent")]
public readonly record struct SentMessage(
    [property: Id(0)] DateTimeOffset At, [property: Id(1)] string TemplateId, [property: Id(2)] int Roses, [property: Id(3)] SendState State);

/// <summary>What became of a message.</summary>
public enum SendState
{
    /// <summary>Written down before the call; when it stays so, nobody knows and it is not sent again.</summary>
    Unknown = 0,

    /// <summary>WeChat took it.</summary>
    Accepted,

    /// <summary>WeChat says it arrived.</summary>
    Delivered,

    /// <summary>WeChat or the person refused it.</summary>
    Refused,

    /// <summary>It was never handed over or got lost on WeChat's side.</summary>
    Failed,
}
