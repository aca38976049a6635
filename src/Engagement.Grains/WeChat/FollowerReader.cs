using Engagement.Grains.Participants;
using Engagement.Grains.Storage;

namespace Engagement.Grains.WeChat;

/// <summary>Plain reads of who follows the service account.</summary>
public sealed class FollowerReader(StoreConnection store, RecordFormat format, Cell cell)
{
    /// <summary>Since when this person follows, by any of their identities; null when they don't.</summary>
    public async Task<DateTimeOffset?> FollowsSince(ParticipantState person)
    {
        if (person.Identities is not { Count: > 0 } identities)
        {
            return null;
        }

        var records = await store.Database.StringGetAsync([.. identities.Select(identity => cell.Record(FollowerState.Kind, identity))]);
        var since = records.Where(record => !record.IsNull).Select(record => format.Read<FollowerState>((byte[])record!).FollowedSince).Where(at => at > 0).ToArray();
        return since.Length == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(since.Min());
    }
}
