using System.Collections.Concurrent;
using Engagement.Contracts;
using Engagement.Grains.Participants;

namespace Engagement.Rig.Serve.Floor;

/// <summary>Everybody who entered, kept in memory and loaded once.</summary>
internal sealed class FloorPeople(FloorLedger ledger)
{
    private readonly ConcurrentDictionary<ParticipantId, FloorPerson> _people = new();

    public async ValueTask<FloorPerson?> Find(ParticipantId id)
    {
        if (_people.TryGetValue(id, out var person))
        {
            return person;
        }

        return await ledger.Read<ParticipantState>(ParticipantState.Kind, id.ToString()) is { } read
            ? _people.GetOrAdd(id, new FloorPerson { State = read.State, ETag = read.ETag })
            : null;
    }

    /// <summary>What is in memory is not what is stored: the next one reads it again.</summary>
    public void Forget(ParticipantId id) => _people.TryRemove(id, out _);

    public Task Enter(ParticipantState person)
    {
        person.Follow([.. person.Derived()]);
        return ledger.Commit(ParticipantState.Kind, person.Id.ToString(), person, null);
    }
}

/// <summary>One person's record, changed by one request at a time.</summary>
internal sealed class FloorPerson
{
    public SemaphoreSlim Turn { get; } = new(1);

    public required ParticipantState State { get; init; }

    public required string ETag { get; set; }
}
