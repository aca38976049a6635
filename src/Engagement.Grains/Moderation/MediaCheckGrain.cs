using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Moderation;

/// <inheritdoc cref="IMediaCheckGrain"/>
/// <remarks>Not reentrant: a check is begun once.</remarks>
[CollectionAgeLimit(Minutes = 2)]
public sealed class MediaCheckGrain(
    [PersistentState(MediaRecord.Kind, LedgerStorage.Name)] IPersistentState<MediaRecord> media,
    CampaignSettings settings, CellGrains grains, IMediaCheckPort port) : LedgerGrain<MediaRecord>(media, settings.Clock), IMediaCheckGrain
{
    /// <inheritdoc/>
    public async Task<MediaState> Submit(MediaSubmission media)
    {
        var state = Change(now =>
        {
            MediaRules.Submit(State, media, now);
            return State.State;
        });
        await CommitAsync();
        return state;
    }

    /// <inheritdoc/>
    public Task Answered(MediaAnswer answer) => Act(now => MediaRules.Answer(State, answer, now));

    /// <inheritdoc/>
    public async Task<Receipt> Review(ParticipantId by, bool pass)
    {
        if (!Exists)
        {
            return Nothing(new Receipt(Outcome.NotFound));
        }

        var outcome = Change(now => MediaRules.Review(State, by, pass, now));
        await CommitAsync();
        return new(outcome);
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (State is not { State: MediaState.Held, Submission: { } submission } || Clock.UtcNow.ToUnixTimeMilliseconds() < State.Due)
        {
            await Act(_ => { });
            return;
        }

        if (State.Trace is not null || Clock.UtcNow.ToUnixTimeMilliseconds() >= State.SubmittedAt + MediaRules.Limit.TotalMilliseconds)
        {
            await Act(now => MediaRules.GiveUp(State, "no result in time", now));
            return;
        }

        var begun = await grains.Participant(submission.By).MiniProgram() is { } openId ? await port.Begin(openId.Value, submission) : default;
        if (begun.Trace is { } trace)
        {
            await Act(_ => MediaRules.Begun(State, trace));
        }
        else if (!begun.Again)
        {
            await Act(now => MediaRules.GiveUp(State, "can not be checked", now));
        } // else the entry stays, and the sweeper asks again after a growing delay
    }

    private async Task Act(Action<DateTimeOffset> rule)
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        await RunOnceAsync(rule);
    }
}
