using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Agenda;

/// <summary>An entry of the agenda names its kind and its owner: <c>kind:owner-id:rest</c>. The score is the instant it is due.</summary>
internal static class AgendaEntry
{
    /// <summary>The call that carries the entry out; null for a kind that nobody owns.</summary>
    public static Func<Task>? Dispatch(string entry, IGrainFactory grains, Cell cell)
    {
        var parts = entry.Split(':');
        if (parts.Length < 2)
        {
            return null;
        }

        var key = cell.GrainKey(parts[1]);
        return parts[0] switch
        {
            "offer" or "void" or "check" => () => grains.GetGrain<IRoseGrain>(key).Due(entry),
            "bouquet" => () => grains.GetGrain<IBouquetGrain>(key).Due(entry),
            "restore" or "leftover" => () => grains.GetGrain<IParticipantGrain>(key).Due(entry),
            "notice" or "digest" or "erase" => () => grains.GetGrain<INoticeGrain>(key).Due(entry),
            "media" => () => grains.GetGrain<IMediaCheckGrain>(key).Due(entry),
            "leave" => () => grains.GetGrain<IFollowerGrain>(key).Due(entry),
            _ => null,
        };
    }

    /// <summary>A message to another record is primary data; every other entry is derived from its owner's record.</summary>
    public static bool IsMessage(string entry) => entry.Split(':', 2)[0] is "restore" or "leftover" or "notice" or "erase" or "check";
}
