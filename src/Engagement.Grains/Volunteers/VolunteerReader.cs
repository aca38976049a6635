using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Volunteers;

/// <summary>Plain reads of volunteers. What it answers names nobody: real names are read only through <see cref="IVolunteerGrain.Unmask"/>.</summary>
public sealed class VolunteerReader(StoreConnection store, RecordFormat format, Cell cell, CellKeys keys, ICampaignClock clock)
{
    /// <summary>The volunteer with this number; none for an unknown one.</summary>
    /// <param name="typed">As typed.</param>
    public async Task<ParticipantId> ByNumber(string? typed) => VolunteerNumber.Read(typed) is { } number
        ? (await Beginning(VolunteerEffects.All, System.Text.Encoding.ASCII.GetBytes(number), 1)).FirstOrDefault()
        : default;

    /// <summary>Volunteers with exactly this real name.</summary>
    public async Task<IReadOnlyList<ParticipantId>> ByRealName(string? typed, int most) => RealNameText.Read(typed) is { } name
        ? await Beginning(VolunteerEffects.Names, OpaqueId.Bytes(keys.NameOf(name).Value), most)
        : [];

    /// <summary>A guardian's minors.</summary>
    public async Task<IReadOnlyList<ParticipantId>> WardsOf(ParticipantId guardian) => await Page(VolunteerEffects.Wards(guardian), 0, 50);

    /// <summary>A team's members, those who joined first in front.</summary>
    public Task<IReadOnlyList<ParticipantId>> Members(string team, int skip, int take) => Page(VolunteerEffects.Members(team), skip, take);

    /// <summary>Who asks to join a team, longest waiting first.</summary>
    public Task<IReadOnlyList<ParticipantId>> Asking(string team, int take) => Page(VolunteerEffects.Asking(team), 0, take);

    /// <summary>What an organiser sees of each of these people; those without a record are left out.</summary>
    public async Task<IReadOnlyList<VolunteerBrief>> Briefs(IReadOnlyList<ParticipantId> people)
    {
        var day = ShanghaiDay.Of(clock.UtcNow);
        var records = people.Count == 0 ? [] : await store.Database.StringGetAsync([.. people.Select(id => cell.Record(VolunteerState.Kind, id.ToString()))]);
        return [.. records.Where(record => !record.IsNull).Select(record => format.Read<VolunteerState>((byte[])record!)).Where(one => one is { Locked: 0, Number: not null })
            .Select(one => new VolunteerBrief(one.Id, VolunteerNumber.Show(one.Number!), one.Level,
                new Sealer(keys, one.Id).Birth(one) is { } birth ? BirthDay.Band(birth, day) : AgeBand.Unknown, one.PhoneConfirmed is not null))];
    }

    /// <summary>The volunteer numbers of those of these people who have one, as they are stored.</summary>
    public async Task<IReadOnlyDictionary<ParticipantId, string>> Numbers(IReadOnlyList<ParticipantId> people)
    {
        var records = people.Count == 0 ? [] : await store.Database.StringGetAsync([.. people.Select(id => cell.Record(VolunteerState.Kind, id.ToString()))]);
        return people.Zip(records).Where(pair => !pair.Second.IsNull).Select(pair => (pair.First, format.Read<VolunteerState>((byte[])pair.Second!).Number))
            .Where(pair => pair.Number is not null).ToDictionary(pair => pair.First, pair => pair.Number!);
    }

    /// <summary>How many members each team has.</summary>
    public async Task<IReadOnlyList<long>> Sizes(IReadOnlyList<string> teams) => teams.Count == 0 ? []
        : [.. (await store.Database.HashGetAsync(cell.Key(VolunteerEffects.TeamSizes), [.. teams.Select(team => (RedisValue)team)])).Select(size => (long)size)];

    /// <summary>ID numbers that somebody claims, longest waiting first.</summary>
    public async Task<IReadOnlyList<RealNameKey>> Claims(int take) =>
        [.. (await store.Database.SortedSetRangeByRankAsync(cell.Key(VolunteerEffects.Merges), 0, take - 1)).Select(member => new RealNameKey(OpaqueId.FromBytes((byte[])member!)))];

    /// <summary>Whether the person is in one of these teams, or asks to be.</summary>
    public async Task<bool> IsIn(ParticipantId volunteer, Func<string, bool> team) =>
        await Read(volunteer) is { Locked: 0 } state && state.Teams?.Exists(place => team(place.Team)) == true;

    /// <summary>The person and every account that was joined with theirs: whose hours together are this person's. Each once.</summary>
    public async Task<IReadOnlyList<ParticipantId>> AccountsOf(ParticipantId volunteer)
    {
        var all = new List<ParticipantId> { volunteer };
        for (var i = 0; i < all.Count; i++)
        {
            all.AddRange((await Read(all[i]))?.MergedFrom?.Except(all).ToArray() ?? []);
        }

        return all;
    }

    /// <summary>The account that goes on for this person: this one, unless it was joined with another.</summary>
    public async Task<ParticipantId> GoesOn(ParticipantId volunteer)
    {
        while (await Read(volunteer) is { MergedInto: { IsNone: false } into })
        {
            volunteer = into; // joined accounts never form a circle
        }

        return volunteer;
    }

    /// <summary>Of these people, who is known to be below 18 (LB-05).</summary>
    public async Task<IReadOnlySet<ParticipantId>> Minors(IReadOnlyList<ParticipantId> people)
    {
        var scores = people.Count == 0 ? [] : await store.Database.SortedSetScoresAsync(cell.Key(VolunteerEffects.Minors), [.. people.Select(VolunteerEffects.Member)]);
        return people.Zip(scores).Where(pair => pair.Second is not null).Select(pair => pair.First).ToHashSet();
    }

    private async Task<VolunteerState?> Read(ParticipantId volunteer)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(VolunteerState.Kind, volunteer.ToString()));
        return record is null ? null : format.Read<VolunteerState>(record);
    }

    private async Task<IReadOnlyList<ParticipantId>> Page(string set, int skip, int take) =>
        [.. (await store.Database.SortedSetRangeByRankAsync(cell.Key(set), skip, skip + take - 1)).Select(Id)];

    // Members are a prefix and an id, all at one score: so they lie in the order of their bytes.
    private async Task<IReadOnlyList<ParticipantId>> Beginning(string set, byte[] prefix, int most)
    {
        byte[] end = [.. prefix, .. Enumerable.Repeat((byte)0xFF, 17)];
        var members = await store.Database.SortedSetRangeByValueAsync(cell.Key(set), prefix, end, Exclude.None, Order.Ascending, 0, most);
        return [.. members.Select(member => new ParticipantId(OpaqueId.FromBytes(((byte[])member!).AsSpan(prefix.Length))))];
    }

    private static ParticipantId Id(RedisValue member) => new(OpaqueId.FromBytes((byte[])member!));
}

/// <summary>What an organiser sees of a volunteer.</summary>
/// <param name="Id">Who.</param>
/// <param name="Number">Volunteer number, to be read.</param>
/// <param name="Level">How well they are known.</param>
/// <param name="Age">Today's.</param>
/// <param name="PhoneConfirmed">A steward compared the mobile number.</param>
public sealed record VolunteerBrief(ParticipantId Id, string Number, IdentityLevel Level, AgeBand Age, bool PhoneConfirmed);
