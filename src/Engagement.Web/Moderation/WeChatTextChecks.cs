using Engagement.Grains.Moderation;
using Engagement.WeChat;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Moderation;

/// <summary>Has own words of people in the mini program checked by WeChat (msg_sec_check, product.md MA-01).</summary>
public sealed class WeChatTextChecks(IWeChatGateway wechat, IOptions<WeChatOptions> account, IOptions<ModerationOptions> options) : ITextChecks
{
    /// <inheritdoc/>
    public bool Enabled => options.Value.CheckByWeChat && !string.IsNullOrEmpty(account.Value.MiniProgramAppId);

    /// <inheritdoc/>
    public async Task<TextFinding> Check(string openId, string text)
    {
        var found = await wechat.CheckText(new(openId, CheckScene.Post, text), CancellationToken.None);
        return found.Outcome switch
        {
            WeChatOutcome.Ok => new(found.Suggestion switch
            {
                CheckSuggestion.Pass => CheckedAs.Passed,
                CheckSuggestion.Risky => CheckedAs.Risky,
                _ => CheckedAs.Review,
            }, found.Label, found.TraceId),
            WeChatOutcome.Inactive or WeChatOutcome.UnknownPerson => new(CheckedAs.Unreachable),
            WeChatOutcome.ContentRefused => new(CheckedAs.Risky),
            WeChatOutcome.Invalid => new(CheckedAs.Review), // asking again changes nothing
            _ => new(CheckedAs.Failed),
        };
    }
}
