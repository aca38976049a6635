using System.Globalization;
using System.Net;
using Engagement.WeChat;
using Engagement.Web.Resources;
using Engagement.Web.Shared;
using Engagement.Web.WeChat.MiniProgram;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Sessions;

/// <summary>
/// Asks WeChat, where the city wants it, how risky it holds a person who signs in (MA-05). Whoever is kept out is told so and whom to ask; while WeChat
/// does not answer, nobody is kept out. A rank is neither stored nor logged.
/// </summary>
public sealed class RiskGate(IWeChatGateway wechat, Identities identities, IOptions<MiniProgramOptions> options, IOptions<SiteOptions> site, IStringLocalizer<Texts> texts)
{
    /// <summary>What a person is told who is not signed in: in English for a client that asks for it, else in Chinese.</summary>
    public string Words(HttpRequest request)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new(request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "zh-Hans");
            return texts["Risk.Refused", site.Value.Contact];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>Whether this person of the mini program is not signed in now.</summary>
    public async Task<bool> Refuses(string openId, IPAddress? client, CancellationToken cancellationToken)
    {
        if (options.Value.RiskLimit is not { } limit || client is null)
        {
            return false;
        }

        var scene = await identities.IsKnownInMiniProgram(openId) ? RiskScene.Campaign : RiskScene.SignUp;
        var rank = await wechat.RiskRank(openId, scene, client, cancellationToken);
        return rank.IsOk && rank.Rank >= limit;
    }
}
