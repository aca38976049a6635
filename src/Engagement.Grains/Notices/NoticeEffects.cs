using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Notices;

/// <summary>Names of notices in the agenda.</summary>
internal static class NoticeEffects
{
    /// <summary>
    /// A message to the person's notice record: look at the inbox from this minute on. However much happens until then, and whoever writes it,
    /// it is one entry with one score. None when nobody could be told.
    /// </summary>
    public static Index[] Wake(ParticipantId person, long at) => at == 0 ? []
        : [new(RoseEffects.Agenda, string.Create(CultureInfo.InvariantCulture, $"notice:{person}:{at / 60_000}"), at)];

    /// <summary>The person's own next look.</summary>
    public static string Digest(ParticipantId person) => $"digest:{person}";

    /// <summary>A message to the notice record of a closed account: forget everything.</summary>
    public static string Erase(ParticipantId person) => $"erase:{person}";
}
