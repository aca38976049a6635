using Engagement.Grains.Notices;
using Engagement.WeChat;
using Engagement.Web.WeChat.MiniProgram;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Notices;

/// <summary>Hands notices to WeChat: template messages to followers, subscription notices to whoever accepted them, there or in the mini program.</summary>
public sealed partial class WeChatNotices(IWeChatGateway wechat, NoticeWords words, IConfiguration configuration, IOptions<MiniProgramOptions> mini, ILogger<WeChatNotices> log) : INoticeSender
{
    /// <inheritdoc/>
    public async Task<SendResult> Send(OutgoingNotice notice)
    {
        var (template, fields) = (notice.Template, words.Fields(notice));
        var sent = template.Kind switch
        {
            TemplateKind.Follower => await wechat.SendTemplate(new(notice.OpenId, template.Id, fields, Page(), ClientMessageId: notice.Key), CancellationToken.None),
            TemplateKind.MiniProgram or TemplateKind.MiniProgramLongTerm =>
                await wechat.SendMiniProgram(new(notice.OpenId, template.Id, fields, template.Page, mini.Value.MessageState), CancellationToken.None),
            _ => await wechat.SendSubscription(new(notice.OpenId, template.Id, fields, Page()), CancellationToken.None),
        };
        var outcome = Of(sent.Outcome);
        if (outcome != SendOutcome.Taken)
        {
            NotTaken(log, template.Kind, sent.Outcome);
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
