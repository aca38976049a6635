using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Moderation;

/// <summary>An own text that waits.</summary>
public sealed record HeldText(RoseId Rose, int Offer, LetterText Letter, DateTimeOffset At);

/// <summary>A name that waits.</summary>
public sealed record HeldName(ParticipantId Person, string Name, DateTimeOffset At);

/// <summary>A rose that was reported, what was said with it last, and how many people reported it.</summary>
public sealed record ReportedRose(RoseId Rose, LetterText Letter, int Reporters, DateTimeOffset At);

/// <summary>A page of a queue, oldest first.</summary>
public sealed record QueuePage<T>(IReadOnlyList<T> Items, long Total);

/// <summary>Plain reads of what waits for a moderator.</summary>
public sealed class QueueReader(StoreConnection store, Cell cell, RoseReader roses, HopFinder hops, LetterOpener letters, PersonReader people)
{
    /// <summary>Held texts of letters.</summary>
    public Task<QueuePage<HeldText>> Letters(int skip, int take) => Read(RoseEffects.Letters, skip, take, async (member, at) =>
    {
        var parts = member.ToString().Split(':');
        if (parts.Length != 2 || !RoseId.TryParse(parts[0], out var id) || !int.TryParse(parts[1], out var offer) || await roses.Read(id) is not { } rose)
        {
            return null;
        }

        var letter = rose.Offer?.Number == offer ? await letters.OpenOffer(rose)
            : await hops.OfOffer(rose, offer) is { } hop ? await letters.Open(rose, hop)
            : null;
        // What left the record is no longer released by WeChat's check.
        return letter is null ? null : new HeldText(id, offer, letter with { Checking = letter.Checking && rose.LetterOf(offer) is not null }, at);
    });

    /// <summary>Held names.</summary>
    public Task<QueuePage<HeldName>> Names(int skip, int take) => Read(ParticipantEffects.Names, skip, take, async (member, at) =>
    {
        var id = new ParticipantId(OpaqueId.FromBytes((byte[])member!));
        return await people.Read(id) is { } person && people.WrittenName(person) is { } name ? new HeldName(id, name, at) : null;
    });

    /// <summary>Reported roses that nobody decided about yet.</summary>
    public Task<QueuePage<ReportedRose>> Reports(int skip, int take) => Read(RoseEffects.Reports, skip, take, async (member, at) =>
    {
        var id = new RoseId(OpaqueId.FromBytes((byte[])member!));
        if (await roses.Read(id) is not { } rose)
        {
            return null;
        }

        var letter = rose.Latest is { } hop ? await letters.Open(rose, hop) : await letters.OpenOffer(rose) ?? new("", "", null, null, TextState.Shown);
        return new ReportedRose(id, letter, (rose.Reporters?.Count ?? 0) - rose.ClearedReports, at);
    });

    private async Task<QueuePage<T>> Read<T>(string index, int skip, int take, Func<RedisValue, DateTimeOffset, Task<T?>> read) where T : class
    {
        var total = store.Database.SortedSetLengthAsync(cell.Key(index));
        var entries = await store.Database.SortedSetRangeByRankWithScoresAsync(cell.Key(index), skip, skip + take - 1);
        var items = await Task.WhenAll(entries.Select(entry => read(entry.Element, DateTimeOffset.FromUnixTimeMilliseconds((long)entry.Score))));
        return new([.. items.OfType<T>()], await total);
    }
}
