using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;
using StackExchange.Redis;

namespace Engagement.Grains.Stars;

/// <summary>Plain reads of stars: for the volunteer, for the public notice, for reviewers.</summary>
public sealed class StarReader(StoreConnection store, RecordFormat format, Cell cell, CellKeys keys, HourReader hours, PersonReader people)
{
    /// <summary>The record; null when there is none.</summary>
    public async Task<StarState?> Read(ParticipantId volunteer)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(StarState.Kind, volunteer.ToString()));
        return record is null ? null : format.Read<StarState>(record);
    }

    /// <summary>Whose star a certificate's number names, as it stands; null for none, and when its holder closed the account.</summary>
    public async Task<(StarState Star, StarAward Award)?> Find(CertificateNumber number)
    {
        var found = await store.Database.SortedSetRangeByValueAsync(cell.Key(StarEffects.Certificates), $"{number} ", $"{number}!", take: 1);
        return found is [var member] && ParticipantId.TryParse(((string)member!)[(CertificateNumber.Length + 1)..], out var volunteer) && await Read(volunteer) is { Locked: false } star
            && star.Awards.FirstOrDefault(award => award.Number == number) is { Level: > 0 } award ? (star, award) : null;
    }

    /// <summary>The real name of who has it, for their own certificate; null when they are not known by one.</summary>
    public async Task<string?> Name(ParticipantId volunteer) =>
        await hours.Volunteer(volunteer) is { Locked: 0, Real: { Hidden: 0 } real } person ? keys.Open(real.Name, person.Salt) : null;

    /// <summary>Notices that run, those that end first in front. What may be shown of a person stands in it, and nothing else.</summary>
    public async Task<IReadOnlyList<StarNotice>> Notices(int skip, int take)
    {
        var members = await store.Database.SortedSetRangeByRankAsync(cell.Key(StarEffects.Notices), skip, skip + take - 1);
        return [.. (await Task.WhenAll(members.Select(member => Notice(Id(member))))).OfType<StarNotice>()];
    }

    /// <summary>The notice that runs about a volunteer; null for none.</summary>
    public async Task<StarNotice?> Notice(ParticipantId volunteer)
    {
        if (await Read(volunteer) is not { Locked: false, Application: { Stage: StarStage.Notice, Minor: false } notice } || await hours.Volunteer(volunteer) is not { Locked: 0, Number: { } number } person)
        {
            return null;
        }

        var name = notice.ShowName && person.Real is { Hidden: 0 } real ? RealNameText.Masked(keys.Open(real.Name, person.Salt)) : null;
        return new(volunteer, VolunteerNumber.Show(number), name, notice.Level, notice.NoticeFrom, notice.NoticeUntil);
    }

    /// <summary>What waits for reviewers of these districts (null for those without one): applications, objections, appeals; longest waiting first.</summary>
    public async Task<IReadOnlyList<StarState>> Waiting(IEnumerable<string?> districts, int take)
    {
        var sets = districts.SelectMany(district => new[] { StarEffects.Review(district), StarEffects.Objected(district), StarEffects.Appeals(district) });
        var pages = await Task.WhenAll(sets.Select(set => store.Database.SortedSetRangeByRankWithScoresAsync(cell.Key(set), 0, take - 1)));
        var ids = pages.SelectMany(page => page).OrderBy(entry => entry.Score).Select(entry => Id(entry.Element)).Distinct().Take(take);
        return [.. (await Task.WhenAll(ids.Select(Read))).OfType<StarState>()];
    }

    /// <summary>An objection's words; null for none, and when whoever wrote them closed the account.</summary>
    public async Task<string?> Words(StarObjection objection) =>
        objection.Note is { } box && await people.Read(objection.By) is { IsOpen: true, Salt.Length: > 0 } person ? keys.Open(box, person.Salt) : null;

    private static ParticipantId Id(RedisValue member) => new(OpaqueId.FromBytes((byte[])member!));
}

/// <summary>What the public is shown.</summary>
/// <param name="Volunteer">Who; for the form, never for the page.</param>
/// <param name="Number">Volunteer number.</param>
/// <param name="Name">Masked name; null when the volunteer did not agree to it.</param>
/// <param name="Level">Star that was applied for.</param>
/// <param name="From">Unix milliseconds at which it began.</param>
/// <param name="Until">Unix milliseconds at which it ends.</param>
public sealed record StarNotice(ParticipantId Volunteer, string Number, string? Name, int Level, long From, long Until);
