using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Engagement.WeChat;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Sessions;

/// <summary>From WeChat's ids to participants. An openid never reaches a grain key or the store: only its HMAC does.</summary>
public sealed class Identities(Calls calls, CellKeys keys, IOptions<WeChatOptions> wechat, IOptions<OperatorOptions> operators)
{
    /// <summary>Version of the privacy notice that entering accepts.</summary>
    public const int ConsentVersion = 1;

    /// <summary>The participant of a service-account openid; default when the person has not entered yet.</summary>
    public Task<ParticipantId> Find(string openId) => calls.Identity(keys.Identity(wechat.Value.AppId, openId), identity => identity.Find());

    /// <summary>A person of the service account enters, with consent.</summary>
    public Task<ParticipantId> Enter(string openId, string? unionId) => Enter(wechat.Value.AppId, openId, unionId);

    /// <summary>A person of the mini-program enters, with consent.</summary>
    public Task<ParticipantId> EnterMiniProgram(string openId, string? unionId) =>
        Enter(wechat.Value.MiniProgramAppId ?? wechat.Value.AppId, openId, unionId);

    /// <summary>Joins the person of a service-account openid with their unionid.</summary>
    public Task<UnionOutcome> Join(string openId, string unionId) => calls.Identity(keys.Identity(wechat.Value.AppId, openId), identity => identity.Join(Union(unionId)));

    /// <summary>Whether somebody is known by this openid of the mini program.</summary>
    public async Task<bool> IsKnownInMiniProgram(string openId) =>
        !(await calls.Identity(keys.Identity(wechat.Value.MiniProgramAppId ?? wechat.Value.AppId, openId), identity => identity.Find())).IsNone;

    private string Union(string unionId) => keys.Identity("union", unionId);

    private Task<ParticipantId> Enter(string appId, string openId, string? unionId) => calls.Identity(
        keys.Identity(appId, openId),
        identity => identity.Enter(ConsentVersion, unionId is null ? null : Union(unionId), operators.Value.OpenIds.Contains(openId)));
}
