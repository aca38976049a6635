using Engagement.Contracts;
using Engagement.WeChat;

namespace Engagement.Grains.Sessions;

/// <inheritdoc cref="ISignInGrain"/>
/// <remarks>Not reentrant: a second callback waits until the first has its answer.</remarks>
[CollectionAgeLimit(Minutes = 2)]
public sealed class SignInGrain(IWeChatGateway wechat) : Grain, ISignInGrain
{
    private const int MostCodes = 3;

    private readonly Dictionary<string, SignInExchange> _tried = new(StringComparer.Ordinal);
    private SignInExchange? _settled;

    /// <inheritdoc/>
    public async Task<SignInExchange> Exchange(string code)
    {
        if (_settled is not null)
        {
            return _settled;
        }

        if (_tried.TryGetValue(code, out var before))
        {
            return before; // asking WeChat again could only answer that the code is used
        }

        if (_tried.Count == MostCodes)
        {
            return new(SignInOutcome.Stale);
        }

        var answer = await Complete(await wechat.ExchangeCode(code, CancellationToken.None));
        _tried[code] = answer;
        _settled = answer.Outcome is SignInOutcome.Known or SignInOutcome.Snapshot ? answer : null;
        return answer;
    }

    // Whoever agreed to tell their unionid (snsapi_userinfo): most accounts get it with the exchange, the others for one question more.
    private async Task<SignInExchange> Complete(OAuthResult result)
    {
        var answer = Read(result);
        if (answer is not { Outcome: SignInOutcome.Known, OpenId: { } openId, UnionId: null } || result.UserToken is not { } token)
        {
            return answer;
        }

        var told = await wechat.UserInfo(token, openId, CancellationToken.None);
        return told.Outcome == WeChatOutcome.Ok ? answer with { UnionId = told.UnionId } : new(SignInOutcome.Away);
    }

    private static SignInExchange Read(OAuthResult result) => result switch
    {
        { IsOk: true, IsSnapshotUser: true } => new(SignInOutcome.Snapshot),
        { IsOk: true } => new(SignInOutcome.Known, result.OpenId, result.UnionId),
        { Outcome: WeChatOutcome.InvalidCode or WeChatOutcome.CodeUsed or WeChatOutcome.Expired } => new(SignInOutcome.Stale),
        { Outcome: WeChatOutcome.RiskUser } => new(SignInOutcome.Risky),
        { Outcome: WeChatOutcome.Misconfigured } => new(SignInOutcome.Broken),
        _ => new(SignInOutcome.Away),
    };
}
