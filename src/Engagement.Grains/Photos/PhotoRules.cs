using Engagement.Contracts;
using Engagement.Grains.Acts;

namespace Engagement.Grains.Photos;

/// <summary>The rules of one photo: why it is kept, before and after. Pure.</summary>
internal static class PhotoRules
{
    /// <summary>Reasons to keep one photo. A picture that more people bring is no evidence of anything.</summary>
    public const int MostHolds = 64;

    /// <summary>For how long a photo may wait for a record to show it.</summary>
    public static readonly TimeSpan Unused = TimeSpan.FromHours(24);

    /// <summary>A person brought it: it waits for a record from now on. Null when too many did.</summary>
    public static List<PhotoHold>? Bring(IReadOnlyList<PhotoHold> holds, ParticipantId by, DateTimeOffset now)
    {
        List<PhotoHold> brought = [.. holds.Where(hold => hold.By != by || hold.Use.Length > 0), new(by, "", now.ToUnixTimeMilliseconds())];
        return brought.Count > MostHolds ? null : brought;
    }

    /// <summary>A record shows it, and whoever brought it waits no longer. What was deleted can't be shown.</summary>
    public static List<PhotoHold> Keep(IReadOnlyList<PhotoHold> holds, ParticipantId by, string use, DateTimeOffset now) =>
        holds.Count == 0 || holds.Any(hold => hold.By == by && hold.Use == use) ? [.. holds]
        : [.. holds.Where(hold => hold.By != by || hold.Use.Length > 0), new(by, use, now.ToUnixTimeMilliseconds())];

    /// <summary>A record does not show it any more.</summary>
    public static List<PhotoHold> Drop(IReadOnlyList<PhotoHold> holds, ParticipantId by, string use) => [.. holds.Where(hold => hold.By != by || hold.Use != use)];

    /// <summary>Everything of one person.</summary>
    public static List<PhotoHold> Forget(IReadOnlyList<PhotoHold> holds, ParticipantId person) => [.. holds.Where(hold => hold.By != person)];

    /// <summary>What waited for too long is given up.</summary>
    public static List<PhotoHold> Expire(IReadOnlyList<PhotoHold> holds, DateTimeOffset now) =>
        [.. holds.Where(hold => hold.Use.Length > 0 || hold.At + (long)Unused.TotalMilliseconds > now.ToUnixTimeMilliseconds())];

    /// <summary>Changes the record; the effects are the difference of what it stands for before and after.</summary>
    public static void Set(PhotoState photo, string hash, List<PhotoHold> holds, ulong? look = null)
    {
        var seen = look ?? photo.Look;
        if (photo.Holds.SequenceEqual(holds) && photo.Look == seen)
        {
            return;
        }

        var before = photo.Derived().ToArray();
        (photo.Hash, photo.Holds, photo.Look) = (hash, holds, seen);
        photo.Follow([.. ActEffects.Between(before, [.. photo.Derived()])]);
    }
}
