using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Stations;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Participants;

/// <summary>How a person appears to others.</summary>
/// <param name="Name">Their display name, only if they allow it and it passed moderation.</param>
/// <param name="District">Their district code now; null when not chosen.</param>
/// <param name="Departed">The account was closed.</param>
/// <param name="Station">It is a rose station, no person: its name and district are public.</param>
public sealed record PublicPerson(string? Name, string? District, bool Departed, bool Station = false);

/// <summary>Plain reads of people, for pages that show others. Never activates a person.</summary>
public sealed class PeopleReader(StoreConnection store, RecordFormat format, Cell cell, CellKeys keys)
{
    /// <summary>How each of these people appears to others; unknown ones as departed.</summary>
    public async Task<IReadOnlyDictionary<ParticipantId, PublicPerson>> Read(IEnumerable<ParticipantId> people)
    {
        var ids = people.Distinct().ToArray();
        if (ids.Length == 0)
        {
            return new Dictionary<ParticipantId, PublicPerson>();
        }

        var records = await store.Database.StringGetAsync([.. ids.Select(id => cell.Record(ParticipantState.Kind, id.ToString()))]);
        var stations = await Stations(ids.Zip(records).Where(pair => pair.Second.IsNull).Select(pair => pair.First));
        return ids.Zip(records).ToDictionary(pair => pair.First, pair =>
            !pair.Second.IsNull ? Public(format.Read<ParticipantState>((byte[])pair.Second!))
            : stations.TryGetValue(pair.First, out var place) ? new PublicPerson(place.Name, place.District, false, Station: true)
            : new PublicPerson(null, null, true));
    }

    /// <summary>The name that the two ends of a rose see: shown to the other end even without consent to show it to everybody.</summary>
    public async Task<string?> NameFor(ParticipantId person)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(ParticipantState.Kind, person.ToString()));
        return record is not null ? Name(format.Read<ParticipantState>(record)) : (await Stations([person])).GetValueOrDefault(person)?.Name;
    }

    /// <summary>As <see cref="NameFor"/>, for several roses at once: people without a name to show are left out.</summary>
    public async Task<IReadOnlyDictionary<ParticipantId, string>> NamesFor(IEnumerable<ParticipantId> people)
    {
        var ids = people.Distinct().ToArray();
        var records = ids.Length == 0 ? [] : await store.Database.StringGetAsync([.. ids.Select(id => cell.Record(ParticipantState.Kind, id.ToString()))]);
        var stations = await Stations(ids.Zip(records).Where(pair => pair.Second.IsNull).Select(pair => pair.First));
        return ids.Zip(records)
            .Select(pair => (Id: pair.First, Name: pair.Second.IsNull ? stations.GetValueOrDefault(pair.First)?.Name : Name(format.Read<ParticipantState>((byte[])pair.Second!))))
            .Where(pair => pair.Name is not null).ToDictionary(pair => pair.Id, pair => pair.Name!);
    }

    /// <summary>What opens this person's own words; null when they are gone for good.</summary>
    public async Task<byte[]?> Salt(ParticipantId person)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(ParticipantState.Kind, person.ToString()));
        return record is not null && format.Read<ParticipantState>(record) is { IsOpen: true } open ? open.Salt : null;
    }

    // Whoever is no person may be a station, which gives and takes under its own id.
    private async Task<Dictionary<ParticipantId, OpenStation>> Stations(IEnumerable<ParticipantId> unknown)
    {
        var ids = unknown.ToArray();
        var records = ids.Length == 0 ? [] : await store.Database.StringGetAsync([.. ids.Select(id => cell.Record(StationState.Kind, id.ToString()))]);
        return ids.Zip(records).Where(pair => !pair.Second.IsNull).ToDictionary(pair => pair.First, pair => format.Read<StationState>((byte[])pair.Second!).Place);
    }

    private PublicPerson Public(ParticipantState state) =>
        new(state.ShowName ? Name(state) : null, state.Units.District, !state.IsOpen);

    private string? Name(ParticipantState state) =>
        state.Name is { } box && state.NameState == TextState.Shown ? keys.Open(box, state.Salt) : null;
}
