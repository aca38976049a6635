using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Rankings;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Hours;

/// <summary>Names of what an entry of hours stands for outside its record.</summary>
internal static class HourEffects
{
    /// <summary>A shift that was settled, on its way to its volunteer: <c>hours:participant:activity:shift</c>.</summary>
    public const string Message = "hours";

    /// <summary>In such a message: a make-up that its volunteer confirmed, <c>hours:participant:makeup:id</c>.</summary>
    public const string MakeUp = "makeup";

    /// <summary>In such a message: a correction that was decided, <c>hours:participant:fix:id</c>.</summary>
    public const string Fix = "fix";

    /// <summary>In such a message: a row of another system that its volunteer confirmed, <c>hours:participant:row:id</c>.</summary>
    public const string Row = "row";

    /// <summary>Asks for a look at an activity's hours: <c>watch:activity</c>.</summary>
    public const string WatchMessage = "watch";

    /// <summary>Counter of the campaign: minutes by class, and entries.</summary>
    public const string Totals = "hours";

    private const long LongestInIndex = 131_071; // seconds: 36 hours

    /// <summary>A district's entries that wait for a reviewer, longest waiting first; <c>none</c> for those without a district.</summary>
    public static string Held(string? district) => $"hours-held:{district ?? "none"}";

    /// <summary>Volunteers who asked the activity's organisers to settle it, by the day of the last time.</summary>
    public static string Nudges(ActivityId activity) => $"hours-nudges:{activity}";

    /// <summary>A volunteer's entries, by number.</summary>
    public static string Of(ParticipantId volunteer) => $"hours-of:{volunteer}";

    /// <summary>A volunteer's entries by the instant at which their service began; an offset lies where the entry lies that it corrects.</summary>
    public static string When(ParticipantId volunteer) => $"hours-when:{volunteer}";

    /// <summary>An activity's attended shifts by check-in and check-out (<see cref="Seconds"/>): who has the same seconds lies at the same place.</summary>
    public static string In(ActivityId activity) => $"hours-in:{activity}";

    /// <summary>An organisation's minutes: <c>credit</c>, <c>honour</c>, and <c>by:participant</c> for those that this person entered by hand.</summary>
    public static string By(string organisation) => $"hours-by:{organisation}";

    /// <summary>An organisation's entries by the instant at which they were recorded, offsets and decisions among them.</summary>
    public static string Recorded(string organisation) => $"hours-recorded:{organisation}";

    /// <summary>What an organisation's people entered by hand, by the instant at which they did.</summary>
    public static string Entered(string organisation) => $"hours-entered:{organisation}";

    public static RedisValue Member(ServiceRecordId entry) => OpaqueId.Bytes(entry.Value);

    /// <summary>Check-in and length in seconds, as one number that a sorted set keeps exactly.</summary>
    public static long Seconds(long @in, long @out) => @in / 1_000 * (LongestInIndex + 1) + Math.Clamp(@out / 1_000 - @in / 1_000, 0, LongestInIndex);

    /// <summary>Who entered its minutes by hand: a make-up's proposer, or the leader who ticked the name off; none when a code was scanned.</summary>
    public static ParticipantId EnteredBy(ServiceRecord entry) => entry.Proof is not { } proof ? entry.EnteredBy
        : entry.Kind == EntryKind.MakeUp || IsByHand(proof.InBy) || IsByHand(proof.OutBy) ? proof.LedBy : default;

    public static IEnumerable<Effect> Of(ServiceRecord entry)
    {
        yield return new Index(Of(entry.Volunteer), Member(entry.Id), entry.Number);
        yield return new Index(When(entry.Volunteer), Member(entry.Id), entry.From);
        yield return new Count(Totals, "entries", 1);
        yield return new Count(Totals, Field(entry), entry.Minutes);
        if (entry.Imported)
        {
            yield break; // on no local board, and nobody's work here
        }

        yield return new Count(By(entry.Organisation), Field(entry), entry.Minutes);
        yield return new Index(Recorded(entry.Organisation), Member(entry.Id), entry.RecordedAt);
        foreach (var rank in Ranks(entry))
        {
            yield return rank;
        }

        if (entry is { Proof: { } proof, Kind: EntryKind.Attended })
        {
            yield return new Index(In(entry.Activity), Member(entry.Id), Seconds(proof.In, proof.Out));
        }

        if (EnteredBy(entry) is { IsNone: false } by)
        {
            yield return new Count(By(entry.Organisation), $"by:{by}", entry.Minutes);
            if (entry.Proof is { } hand)
            {
                yield return new Index(Entered(entry.Organisation), Member(entry.Id), hand.EnteredAt);
            }
        }
    }

    /// <summary>A message to the activity's watch: look. However many entries send it, it is one.</summary>
    public static Index Watch(ActivityId activity) => new(RoseEffects.Agenda, $"{WatchMessage}:{activity}", AgendaEntry.AtOnce);

    // Credit hours only: what was made up, or comes from elsewhere, is on no board. An offset goes to the very periods in which its minutes were counted.
    private static IEnumerable<Effect> Ranks(ServiceRecord entry)
    {
        if (entry.Class != HourClass.Credit || entry.Minutes == 0)
        {
            return [];
        }

        var day = ShanghaiDay.Of(DateTimeOffset.FromUnixTimeMilliseconds(entry.CountedAt == 0 ? entry.RecordedAt : entry.CountedAt));
        var second = entry.Minutes > 0 ? entry.Second : 0; // what takes minutes back is no later count
        IEnumerable<Effect> On(string board, string unit) =>
        [
            .. Boards.Ranks(board, unit, entry.Minutes, day, second),
            .. Boards.Ranks(Boards.Volunteers(board, unit), OpaqueId.Bytes(entry.Volunteer.Value), entry.Minutes, day, second),
        ];
        return
        [
            .. On(Boards.Hours, entry.Organisation), .. entry.District is { } district ? On(Boards.HoursByDistrict, district) : [],
            .. Boards.Ranks(Boards.HoursByVolunteer, OpaqueId.Bytes(entry.Volunteer.Value), entry.Minutes, day, second),
        ];
    }

    private static bool IsByHand(AttendanceMethod method) => method is AttendanceMethod.LeaderManual or AttendanceMethod.OfflineList;

    private static string Field(ServiceRecord entry) => entry.Imported ? "imported" : entry.Class == HourClass.Credit ? "credit" : "honour";
}
