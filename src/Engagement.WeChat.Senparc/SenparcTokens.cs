using Microsoft.Extensions.Options;
using Senparc.Weixin.Entities;

namespace Engagement.WeChat;

/// <summary>Gives our owner's tokens to whatever in this process calls Senparc's API with an AppID, such as a city's own code.
/// The gateway itself passes tokens, not AppIDs: it repeats calls and puts them off by the product's own rules.</summary>
internal sealed class SenparcTokens(IWeChatTokens tokens, IOptions<WeChatOptions> options)
{
    private readonly AsyncLocal<Hold?> _hold = new();

    /// <summary>Whether it is the AppID of one of our accounts.</summary>
    public bool Owns(string? appId) => appId is { Length: > 0 } && (appId == options.Value.AppId || appId == options.Value.MiniProgramAppId);

    /// <summary>Senparc's delegate. Within one call it comes first with false, and with true when WeChat refused that token; then maybe once more.</summary>
    /// <exception cref="InvalidOperationException">There is no token now.</exception>
    public Task<IAccessTokenResult> Give(string appId, bool refused)
    {
        // Set before anything is awaited: so Senparc's call carries it on, and 20 calls that fail at once report one token, not each other's new ones.
        if (_hold.Value is not { } hold || hold.AppId != appId)
        {
            _hold.Value = hold = new(appId);
        }

        return Give(hold, refused);
    }

    private async Task<IAccessTokenResult> Give(Hold hold, bool refused)
    {
        var account = hold.AppId == options.Value.AppId ? WeChatAccount.ServiceAccount : WeChatAccount.MiniProgram;
        if (hold.Token is null || refused)
        {
            var given = hold.Token is null
                ? await tokens.AccessToken(account, CancellationToken.None)
                : await tokens.Replace(account, hold.Token, CancellationToken.None);
            hold.Token = given.IsOk ? given.Value : throw new InvalidOperationException($"WeChat gave no access token: {given.Outcome}. Try later.");
        }

        return new GivenToken(hold.Token);
    }

    private sealed class Hold(string appId)
    {
        public string AppId { get; } = appId;

        public string? Token { get; set; }
    }

    /// <summary>How long it is good is the owner's affair: 0 has nobody keep it.</summary>
    private sealed class GivenToken(string token) : IAccessTokenResult
    {
        public string access_token { get; set; } = token;

        public int expires_in { get; set; }
    }
}
