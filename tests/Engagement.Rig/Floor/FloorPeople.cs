using System.Collections.Concurrent;
using System.Security.Cryptography;
using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Web.Sessions;

namespace Engagement.Rig.Floor;

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

    public async Task<ParticipantId> Enter(DateTimeOffset now)
    {
        var state = new ParticipantState
        {
            Id = new(OpaqueId.Random()), Since = now.ToUnixTimeMilliseconds(), ConsentVersion = Identities.ConsentVersion, Salt = RandomNumberGenerator.GetBytes(16),
        };
        state.Follow([.. state.Derived()]);
        await ledger.Commit(ParticipantState.Kind, state.Id.ToString(), state, null);
        return state.Id;
    }
}

/// <summary>One person's record, changed by one request at a time.</summary>
internal sealed class FloorPerson
{
    public SemaphoreSlim Turn { get; } = new(1);

    public required ParticipantState State { get; init; }

    public required string ETag { get; set; }
}
