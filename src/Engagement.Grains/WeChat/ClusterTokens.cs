using System.Collections.Concurrent;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.WeChat;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.WeChat;

/// <summary>
/// The cluster's tokens as this process uses them: from their owner, and for half a minute from memory, so that a page that
/// is signed or a message that is sent costs no call across the cluster. A token that changed meanwhile shows by WeChat's refusal.
/// </summary>
public sealed class ClusterTokens(IGrainFactory grains, Cell cell, IOptions<WeChatOptions> wechat, TimeProvider time) : IWeChatTokens
{
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(WeChatAccount Account, bool Ticket), (string Value, long Since)> _held = new();

    /// <inheritdoc/>
    public ValueTask<TokenResult> AccessToken(WeChatAccount account, CancellationToken cancellationToken) =>
        Get((account, false), static owner => owner.Token(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TokenResult> Replace(WeChatAccount account, string rejected, CancellationToken cancellationToken)
    {
        if (_held.TryGetValue((account, false), out var held) && held.Value == rejected)
        {
            _held.TryRemove(new((account, false), held));
        }

        return Get((account, false), owner => owner.Replace(rejected), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<TokenResult> JsTicket(CancellationToken cancellationToken) =>
        Get((WeChatAccount.ServiceAccount, true), static owner => owner.Ticket(), cancellationToken);

    private ValueTask<TokenResult> Get(
        (WeChatAccount Account, bool Ticket) which, Func<IWeChatTokenGrain, Task<WeChatToken>> ask, CancellationToken cancellationToken) =>
        _held.TryGetValue(which, out var held) && time.GetElapsedTime(held.Since) < Held
            ? new(new TokenResult(WeChatOutcome.Ok, held.Value))
            : new(Ask(which, ask, cancellationToken));

    private async Task<TokenResult> Ask(
        (WeChatAccount Account, bool Ticket) which, Func<IWeChatTokenGrain, Task<WeChatToken>> ask, CancellationToken cancellationToken)
    {
        var appId = which.Account is WeChatAccount.ServiceAccount ? wechat.Value.AppId : wechat.Value.MiniProgramAppId;
        if (string.IsNullOrEmpty(appId))
        {
            return new(WeChatOutcome.Misconfigured);
        }

        try
        {
            var token = await ask(grains.GetGrain<IWeChatTokenGrain>(cell.GrainKey(appId))).WaitAsync(cancellationToken);
            if (token.Value is { } value)
            {
                _held[which] = (value, time.GetTimestamp());
            }

            return new(Outcome(token.State), token.Value);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            return new(WeChatOutcome.Busy); // the owner is moving to another silo
        }
    }

    private static WeChatOutcome Outcome(WeChatTokenState state) => state switch
    {
        WeChatTokenState.Good => WeChatOutcome.Ok,
        WeChatTokenState.Busy => WeChatOutcome.Busy,
        WeChatTokenState.RateLimited => WeChatOutcome.RateLimited,
        WeChatTokenState.Rejected => WeChatOutcome.TokenRejected,
        WeChatTokenState.Misconfigured => WeChatOutcome.Misconfigured,
        _ => WeChatOutcome.Unavailable,
    };
}
