using Engagement.Contracts;
using Engagement.Grains.WeChat;

namespace Engagement.Grains.Notices;

/// <summary>Hands what WeChat pushes on to the ledger of credits and to the checks of media.</summary>
public sealed class NoticePushes(CellGrains grains, IMediaChecks media) : IPushEvents
{
    /// <inheritdoc/>
    public Task Follows(ParticipantId person, Push push) =>
        grains.Notices(person).Follow(new(push.Key, push.OpenId), follows: true, DateTimeOffset.FromUnixTimeSeconds(push.At));

    /// <inheritdoc/>
    public async Task Results(ParticipantId person, Push push)
    {
        if (push.Answers.Length > 0 && push.FromMiniProgram)
        {
            await grains.Notices(person).AnsweredInMiniProgram(push.Key, push.Answers);
        }
        else if (push.Answers.Length > 0)
        {
            await grains.Notices(person).Answered(new(push.Key, push.OpenId), push.Answers);
        }

        foreach (var (at, report) in push.Reports.Index())
        {
            await grains.Notices(person).Reported(new($"{push.Key}#{at}", push.OpenId), report);
        }
    }

    /// <inheritdoc/>
    public Task MediaChecked(MediaAnswer answer) => media.Answered(answer);
}
