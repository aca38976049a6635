using Engagement.Grains.Notices;
using Engagement.WeChat;

namespace Engagement.Web.Notices;

/// <summary>Hands notices to WeChat: template messages to followers, subscription notices to whoever accepted them.</summary>
public sealed partial class WeChatNotices(IWeChatGateway wechat, NoticeWords words, IConfiguration configuration, ILogger<WeChatNotices> log) : INoticeSender
{
    /// <inheritdoc/>
    public async Task<SendResult> Send(OutgoingNotice notice)
    {
        var (fields, page) = (words.Fields(notice), Page());
        var sent = notice.Template.Kind == TemplateKind.Follower
            ? await wechat.SendTemplate(new(notice.OpenId, notice.Template.Id, fields, page, ClientMessageId: notice.Key), CancellationToken.None)
            : await wechat.SendSubscription(new(notice.OpenId, notice.Template.Id, fields, page), CancellationToken.None);
        var outcome = Of(sent.Outcome);
        if (outcome != SendOutcome.Taken)
        {
            NotTaken(log, notice.Template.Kind, sent.Outcome);
        }

        return new(outcome, sent.MessageId);
    }

    /// <summary>What an outcome means for the ledger of credits.</summary>
    internal static SendOutcome Of(WeChatOutcome outcome) => outcome switch
    {
        WeChatOutcome.Ok => SendOutcome.Taken,
        WeChatOutcome.Refused => SendOutcome.Refused,
        WeChatOutcome.NotFollowing => SendOutcome.Away,
        WeChatOutcome.Busy or WeChatOutcome.RateLimited or WeChatOutcome.TokenRejected => SendOutcome.NotNow,
        WeChatOutcome.Unavailable => SendOutcome.Unknown,
        _ => SendOutcome.Never,
    };

    // A message has no request whose host it could take: without an address it opens nothing.
    private Uri? Page() => Uri.TryCreate(configuration["Site:Address"]?.TrimEnd('/') + "/notices", UriKind.Absolute, out var page) && page.Scheme is "https" or "http" ? page : null;

    [LoggerMessage(LogLevel.Information, "WeChat did not take a notice with a template of kind {Kind}: {Outcome}")]
    private static partial void NotTaken(ILogger log, TemplateKind kind, WeChatOutcome outcome);
}
