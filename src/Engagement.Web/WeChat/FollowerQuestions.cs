using System.Threading.Channels;
using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Engagement.WeChat;
using Engagement.Web.Sessions;
using Microsoft.Extensions.Options;

namespace Engagement.Web.WeChat;

/// <summary>
/// Asks WeChat whether a person follows who did so before they entered, when no event can tell any more; and by which unionid the mini program will know
/// them. It happens behind the sign-in, one at a time. A question that is lost, with this process or because there are too many, is asked at the next sign-in.
/// </summary>
public sealed partial class FollowerQuestions(
    IWeChatGateway wechat, CallbackGate gate, CellGrains grains, CellKeys keys, Identities identities, IOptions<WeChatOptions> account,
    ICampaignClock clock, ILogger<FollowerQuestions> log)
    : BackgroundService
{
    private const int Most = 1_000;

    private readonly Channel<string> _waiting = Channel.CreateBounded<string>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Asks about this openid of the service account, soon. Without WeChat's events an answer would grow stale: then nothing is asked.</summary>
    public void Ask(string openId)
    {
        if (gate.IsOn)
        {
            _waiting.Writer.TryWrite(openId);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var openId in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Settle(openId, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested) // whatever it is, it is no reason to end the program
            {
                NotAsked(e.GetType().Name);
            }
        }
    }

    private async Task Settle(string openId, CancellationToken cancellationToken)
    {
        var person = await identities.Find(openId);
        if (person.IsNone)
        {
            return;
        }

        var follower = grains.Follower(keys.Identity(account.Value.AppId, openId));
        var known = await follower.Follows();
        var wantsUnion = !string.IsNullOrEmpty(account.Value.MiniProgramAppId) && (await grains.Participant(person).Self()).Profile is { Joined: false };
        if (known == FollowState.Away || known == FollowState.Follows && !wantsUnion)
        {
            return;
        }

        var answer = await wechat.Follower(openId, cancellationToken);
        if (!answer.IsOk)
        {
            return; // the gateway has logged why
        }

        if (known == FollowState.Unknown)
        {
            await Learn(follower, person, openId, answer.Follows ? answer.Since ?? clock.UtcNow : null);
        }

        if (wantsUnion && answer.UnionId is { } unionId)
        {
            await identities.Join(openId, unionId);
        }
    }

    private async Task Learn(IFollowerGrain follower, ParticipantId person, string openId, DateTimeOffset? since)
    {
        if (since is { } at)
        {
            await grains.Notices(person).Follow(new($"asked-{at.ToUnixTimeSeconds()}", openId), follows: true, at); // of a follower only an openid is kept
        }

        await follower.Learn(since); // last: whatever got lost before is done again
    }

    [LoggerMessage(LogLevel.Information, "Whether a person follows could not be asked: {Why}")]
    private partial void NotAsked(string why);
}
