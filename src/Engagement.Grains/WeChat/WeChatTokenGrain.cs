using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Engagement.WeChat;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Engagement.Grains.WeChat;

/// <inheritdoc cref="IWeChatTokenGrain"/>
/// <remarks>Two activations, possible for moments, are harmless: WeChat gives both the same token (stable_token).</remarks>
[Reentrant]
public sealed class WeChatTokenGrain(
    IWeChatTokenSource source, TokenVault vault, IOptions<WeChatOptions> wechat, Cell cell, ICampaignClock clock) : Grain, IWeChatTokenGrain
{
    private TokenKeeper? _keeper;

    private TokenKeeper Keeper => _keeper ?? throw new InvalidOperationException("The grain is not active yet.");

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var appId = cell.IdOf(this.GetPrimaryKeyString());
        var account = appId == wechat.Value.AppId ? WeChatAccount.ServiceAccount
            : appId == wechat.Value.MiniProgramAppId ? WeChatAccount.MiniProgram
            : throw new ArgumentException("No account of this site has that AppID.");
        _keeper = new(account, source, () => clock.UtcNow, kept => vault.Save(appId, kept));
        _keeper.TakeUp(await vault.Load(appId));
    }

    /// <inheritdoc/>
    public async Task<WeChatToken> Token() => Answer(await Keeper.AccessToken());

    /// <inheritdoc/>
    public async Task<WeChatToken> Replace(string rejected) => Answer(await Keeper.Replace(rejected));

    /// <inheritdoc/>
    public async Task<WeChatToken> Ticket() => Answer(await Keeper.JsTicket());

    private static WeChatToken Answer(TokenResult result) => new(
        result.Outcome switch
        {
            WeChatOutcome.Ok => WeChatTokenState.Good,
            WeChatOutcome.Busy => WeChatTokenState.Busy,
            WeChatOutcome.RateLimited => WeChatTokenState.RateLimited,
            WeChatOutcome.TokenRejected => WeChatTokenState.Rejected,
            WeChatOutcome.Misconfigured => WeChatTokenState.Misconfigured,
            _ => WeChatTokenState.Unavailable,
        },
        result.Value);
}
