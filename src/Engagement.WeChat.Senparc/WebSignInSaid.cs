using Senparc.Weixin.Entities;

namespace Engagement.WeChat;

/// <summary>Answer of <c>sns/oauth2/access_token</c> in WeChat's spelling, as Senparc's JSON reader wants it.</summary>
internal sealed class WebSignInSaid : WxJsonResult
{
    /// <summary>The person's own token.</summary>
    public string? access_token { get; set; }

    /// <summary>The person within the service account.</summary>
    public string? openid { get; set; }

    /// <summary><c>snsapi_base</c> or <c>snsapi_userinfo</c>.</summary>
    public string? scope { get; set; }

    /// <summary>1 for a visitor of a snapshot page.</summary>
    public int is_snapshotuser { get; set; }

    /// <summary>The person within the Open Platform account.</summary>
    public string? unionid { get; set; }
}
