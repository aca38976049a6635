using Engagement.Contracts;
using Engagement.Grains;
using Engagement.WeChat;
using Engagement.Web.Problems;
using Engagement.Web.Roses;

namespace Engagement.Web.Sessions;

/// <summary>How joining with the mini program ended, as its page tells it.</summary>
public enum UnionEnd
{
    /// <summary>The same person in both from now on.</summary>
    Joined,

    /// <summary>Both have records of their own: nothing was changed.</summary>
    Taken,

    /// <summary>The person did not want to tell, or the code was no good.</summary>
    Declined,

    /// <summary>Somebody else's WeChat answered.</summary>
    Stranger,

    /// <summary>WeChat's accounts of this city are not bound to one another.</summary>
    Unbound,

    /// <summary>WeChat or the store does not answer.</summary>
    Away,
}

/// <summary>
/// Lets a signed-in person be the same one in the mini program: WeChat asks them (snsapi_userinfo), and tells their unionid. Names and pictures are
/// not read. It goes the way of a sign-in, with its state bound to the browser.
/// </summary>
public sealed class UnionJoin(IWeChatGateway wechat, CellGrains grains, Identities identities, SignInState states, Links links)
{
    /// <summary>The page that asks, and tells how it ended.</summary>
    public const string Way = "/settings/mini-program";

    /// <summary>Where WeChat asks the person.</summary>
    public string Begin(HttpContext http, ParticipantId me) =>
        wechat.AuthorizeUrl(new Uri(links.Address + "/signin/callback"), states.Begin(http, Way, joins: me.ToString()), OAuthScope.UserInfo).AbsoluteUri;

    /// <summary>Comes back from WeChat: the clean address that tells how it ended, for a callback that comes twice the same.</summary>
    public async Task<string> Finish(HttpContext http, SignInState.Begun begun, string? code)
    {
        UnionEnd? end = code is { Length: > 0 and <= 512 } ? await Ask(http, begun, code) : UnionEnd.Declined;
        var way = end is null ? "/signin/snapshot" : $"{Way}?end={end.ToString()!.ToLowerInvariant()}";
        if (end != UnionEnd.Away)
        {
            states.Keep(http, begun with { Done = true, ReturnUrl = way });
        }

        return way;
    }

    // Null for a virtual visitor of a snapshot page, who is nobody.
    private async Task<UnionEnd?> Ask(HttpContext http, SignInState.Begun begun, string code)
    {
        var me = http.User.ParticipantId();
        if (me.IsNone || me.ToString() != begun.Joins)
        {
            return UnionEnd.Stranger; // signed out, or in as another, since it began
        }

        try
        {
            return await grains.SignIn(begun.State).Exchange(code) switch
            {
                { Outcome: SignInOutcome.Known, OpenId: { } openId } answer => await Join(me, openId, answer.UnionId),
                { Outcome: SignInOutcome.Snapshot } => null,
                { Outcome: SignInOutcome.Stale or SignInOutcome.Risky } => UnionEnd.Declined,
                _ => UnionEnd.Away,
            };
        }
        catch (Exception e) when (FaultHandler.OutcomeOf(e) is not null)
        {
            return UnionEnd.Away;
        }
    }

    private async Task<UnionEnd> Join(ParticipantId me, string openId, string? unionId) =>
        await identities.Find(openId) != me ? UnionEnd.Stranger
        : unionId is null ? UnionEnd.Unbound
        : await identities.Join(openId, unionId) switch
        {
            UnionOutcome.Joined => UnionEnd.Joined,
            UnionOutcome.Taken => UnionEnd.Taken,
            _ => UnionEnd.Stranger,
        };
}
