using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Participants;

public sealed partial class ParticipantGrain
{
    /// <summary>How long after a visit WeChat still checks what a person writes (msg_sec_check).</summary>
    public static readonly TimeSpan VisitCounts = TimeSpan.FromHours(2);

    private const int LongestOpenId = 128;

    // A hint of the notice record: when it is lost with this activation, one look at the inbox too many finds nothing to do.
    private DateTimeOffset _rest;

    /// <inheritdoc/>
    public async Task<NoticeCard> Notices()
    {
        var card = new NoticeCard(State.IsOpen, new(State.NoMessages, State.Muted, State.Language ?? ParticipantRules.Languages[0]),
            DateTimeOffset.FromUnixTimeMilliseconds(State.NoticesReadAt), State.Affiliation > 0);
        await DurableAsync();
        return Exists ? card : Nothing(card);
    }

    /// <inheritdoc/>
    public async Task<Receipt> ReadNotices(DateTimeOffset upTo)
    {
        if (!Exists)
        {
            return Nothing(NoAccount);
        }

        var outcome = Change(now => ParticipantRules.ReadNotices(State, upTo.ToUnixTimeMilliseconds(), settings.At(now)));
        await CommitAsync();
        return new(outcome);
    }

    /// <inheritdoc/>
    public async Task<Receipt> ChooseNotices(CommandId command, NoticeChoice choice)
    {
        if (!Exists)
        {
            return Nothing(NoAccount);
        }

        var field = !ParticipantRules.Languages.Contains(choice.Language) ? "language" : (choice.Muted & ~NoticeTopics.All) != 0 ? "muted" : null;
        if (field is not null)
        {
            return new(Outcome.Invalid, field);
        }

        var outcome = Change(now => ParticipantRules.ChooseNotices(State, command, choice, settings.At(now)));
        await CommitAsync();
        return new(outcome);
    }

    /// <inheritdoc/>
    public Task<bool> Reachable(bool reachable) => Hear(() => State.Reachable = reachable, State.Reachable != reachable);

    /// <inheritdoc/>
    public Task Rest(DateTimeOffset until)
    {
        _rest = until > _rest ? until : _rest;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<bool> SeenInMiniProgram(OpenId openId)
    {
        var box = State.IsOpen && openId.Value.Length is > 0 and <= LongestOpenId ? keys.Seal(openId.Value, State.Salt) : null;
        return Hear(() => (State.MiniProgram, State.MiniProgramAt) = (box, settings.Clock.UtcNow.ToUnixTimeMilliseconds()), box is not null);
    }

    /// <inheritdoc/>
    public async Task<OpenId?> MiniProgram()
    {
        var openId = WasInMiniProgram ? new OpenId(keys.Open(State.MiniProgram!, State.Salt)) : null;
        await DurableAsync();
        return Exists ? openId : Nothing(openId);
    }

    /// <inheritdoc/>
    public async Task<OpenId?> MiniProgramReach()
    {
        var openId = State is { IsOpen: true, MiniProgram: { } box } ? new OpenId(keys.Open(box, State.Salt)) : null;
        await DurableAsync();
        return Exists ? openId : Nothing(openId);
    }

    private bool WasInMiniProgram => State is { IsOpen: true, MiniProgram: not null }
        && DateTimeOffset.FromUnixTimeMilliseconds(State.MiniProgramAt) + VisitCounts > settings.Clock.UtcNow;

    // Whether what this person writes waits for WeChat's check.
    private bool IsChecked => checks.Enabled && WasInMiniProgram;

    // When a notice for this person is to be looked at; 0 while no message could be sent anyway: then a gift writes nothing for it.
    private long Wake() => times.Enabled && State is { IsOpen: true, Reachable: true, NoMessages: false } ? times.Wake(settings.Clock.UtcNow, _rest) : 0;

    private async Task<bool> Hear(Action change, bool changes)
    {
        if (!Exists)
        {
            return Nothing(false);
        }

        var open = Change(_ =>
        {
            if (State.IsOpen && changes)
            {
                change();
                State.Touch();
            }

            return State.IsOpen;
        });
        await CommitAsync();
        return open;
    }
}
