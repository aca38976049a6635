using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.WeChat;

/// <inheritdoc cref="IFollowerGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 2)]
public sealed class FollowerGrain(
    [PersistentState(FollowerState.Kind, LedgerStorage.Name)] IPersistentState<FollowerState> follower,
    CampaignSettings settings, Cell cell, CellGrains grains, PersonReader people, PushAnswers answers, IPushEvents events)
    : LedgerGrain<FollowerState>(follower, settings.Clock), IFollowerGrain
{
    /// <summary>By which WeChat's clock and ours may differ when it is asked who existed at the time of an event.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    private readonly Dictionary<ulong, Task<PushReply>> _running = [];

    private string Id => cell.IdOf(this.GetPrimaryKeyString());

    /// <inheritdoc/>
    public async Task<PushReply> Receive(Push push)
    {
        var key = Content.Of(push.Key);
        if (_running.TryGetValue(key, out var first))
        {
            return await first; // a retry that came before the answer
        }

        _running[key] = first = Handle(key, push);
        try
        {
            return await first;
        }
        finally
        {
            _running.Remove(key);
        }
    }

    /// <inheritdoc/>
    public async Task<FollowState> Follows()
    {
        var state = State.ChangedAt == 0 ? FollowState.Unknown : State.FollowedSince > 0 ? FollowState.Follows : FollowState.Away;
        await DurableAsync();
        return Exists ? state : Nothing(state);
    }

    /// <inheritdoc/>
    public async Task Learn(DateTimeOffset? since)
    {
        Change(now =>
        {
            FollowerRules.Learn(State, Id, since?.ToUnixTimeSeconds() ?? 0, now);
            return true;
        });
        await CommitAsync();
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        var due = State.Leaving?.Find(departure => FollowerEffects.Leave(State.Id, departure.Person) == entry) ?? default;
        if (due.Person.IsNone)
        {
            return;
        }

        await grains.Participant(due.Person).Close(CommandId.New(settings.Clock.RealNow));
        if (await grains.Identity(Id).Find() == due.Person)
        {
            await grains.Identity(Id).Forget(); // the account never learnt that this identity leads to it
        }

        await RunOnceAsync(_ =>
        {
            if (!State.IsTaking(Roses.RoseEffects.Agenda, entry) && State.Leaving?.Contains(due) == true)
            {
                FollowerRules.Left(State, due.Person);
            }
        });
    }

    private async Task<PushReply> Handle(ulong key, Push push)
    {
        if (FollowerRules.Seen(State, key) is { } before)
        {
            await TrueAsync();
            return before;
        }

        var person = await grains.Identity(Id).Find();
        var record = person.IsNone ? null : await people.Read(person);
        record = record?.IsOpen == true ? record : null;
        await Tell(push, record?.Id ?? default);
        var reply = await answers.To(push, record);
        var leaving = push.Kind is PushKind.Unfollow or PushKind.Revoke && record is not null && ExistedAt(record, push.At) ? record.Id : default;
        var answer = Change(now => FollowerRules.Receive(State, Id, key, push, reply, leaving, now));
        await CommitAsync();
        return answer;
    }

    // Before the commit: what is not told is not acknowledged either, and comes again under the same key.
    private async Task Tell(Push push, ParticipantId person)
    {
        if (person.IsNone)
        {
            return;
        }

        switch (push.Kind)
        {
            case PushKind.Follow or PushKind.Scan or PushKind.Ask or PushKind.Unknown:
                await events.Follows(person, push);
                break;
            case PushKind.Results:
                await events.Results(person, push);
                break;
        }
    }

    // An event about an earlier account must not close the one that the person opened since.
    private static bool ExistedAt(ParticipantState person, long at) => person.Since <= DateTimeOffset.FromUnixTimeSeconds(at).Add(Skew).ToUnixTimeMilliseconds();
}
