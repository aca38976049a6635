using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Acts;

/// <summary>A district's queue.</summary>
/// <param name="District">Its code; null for acts without one.</param>
/// <param name="Waiting">Acts in it.</param>
/// <param name="Oldest">Since when the first of them waits.</param>
public sealed record ActQueueLength(string? District, long Waiting, DateTimeOffset? Oldest);

/// <summary>Plain reads of what waits for a reviewer.</summary>
public sealed class ActQueue(StoreConnection store, Cell cell, ActReader acts, SeededCatalogue catalogue, ActSettings settings)
{
    private const int Looked = 40;

    /// <summary>The queues of these districts; null for all, with that of acts without a district.</summary>
    public async Task<IReadOnlyList<ActQueueLength>> Lengths(IReadOnlyList<string>? districts) => await Task.WhenAll(Of(districts).Select(async district =>
    {
        var key = cell.Key(ActEffects.Queue(district));
        var first = store.Database.SortedSetRangeByRankWithScoresAsync(key, 0, 0);
        var waiting = await store.Database.SortedSetLengthAsync(key);
        return new ActQueueLength(district, waiting, (await first) is [var entry] ? DateTimeOffset.FromUnixTimeMilliseconds((long)entry.Score) : null);
    }));

    /// <summary>Acts whose review is late.</summary>
    public Task<long> Overdue() => store.Database.SortedSetLengthAsync(cell.Key(ActEffects.Overdue));

    /// <summary>
    /// What this reviewer could claim now: late ones first, then the longest waiting. Neither their own nor a colleague's, nor what they
    /// decided where another pair of eyes is due, nor what somebody else has before them, nor what waits while its company is frozen.
    /// </summary>
    /// <param name="by">Who.</param>
    /// <param name="company">Their company; null for none.</param>
    /// <param name="districts">Theirs; null for all.</param>
    /// <param name="after">What was put back just now comes last.</param>
    public async Task<IReadOnlyList<CivicActState>> For(ParticipantId by, string? company, IReadOnlyList<string>? districts, CivicActId after)
    {
        var keys = Of(districts).Select(district => cell.Key(ActEffects.Queue(district))).Prepend(cell.Key(ActEffects.Overdue));
        var members = (await Task.WhenAll(keys.Select(key => store.Database.SortedSetRangeByRankAsync(key, 0, Looked - 1)))).SelectMany(page => page).Distinct();
        var now = settings.Clock.UtcNow.ToUnixTimeMilliseconds();
        return [.. (await acts.Load(Task.FromResult(members.ToArray())))
            .Where(act => act.IsWaiting && !settings.Control.FreezesCompany(act.Company) && act.Courier != by && (act.Company is null || act.Company != company)
                && (districts is null || act.District is { } district && districts.Contains(district))
                && (act.Review == ActReview.Waiting || act.DecidedBy != by)
                && (act.Reviewer.IsNone || act.Reviewer == by || act.LockedUntil <= now))
            .OrderBy(act => act.Id == after).ThenByDescending(act => act.Overdue).ThenBy(act => act.WaitsSince)];
    }

    private IEnumerable<string?> Of(IReadOnlyList<string>? districts) =>
        districts ?? catalogue.Reference.Districts.Select(district => (string?)district.Code).Append(null);
}
