using Engagement.Contracts;

namespace Engagement.Grains.Activities;

internal static partial class AttendanceRules
{
    /// <summary>Takes in a leader's list, in the order of its counters; answers in the order of the list.</summary>
    public static IReadOnlyList<AttendanceReceipt> Sync(ActivityState activity, ParticipantId leader, OfflineList list, AttendanceMoment moment)
    {
        var answers = new AttendanceReceipt[list.Entries.Count];
        foreach (var (nth, entry) in list.Entries.Index().OrderBy(pair => pair.Item.Counter))
        {
            answers[nth] = Attend(activity, entry.Volunteer, entry.Shift, entry.Side, ProofOf(activity, leader, entry, list.SentAt, moment), moment);
        }

        return answers;
    }

    // How wrong the phone's clock is, its own instant of sending tells; what was ticked was ticked before that.
    private static Proof ProofOf(ActivityState activity, ParticipantId leader, OfflineEntry entry, long sentAt, AttendanceMoment moment)
    {
        var received = moment.Milliseconds;
        var at = Math.Min(received, entry.At + (received - sentAt));
        var late = received - at > moment.Options.OfflineHours * 3_600_000L;
        return new(AttendanceMethod.OfflineList, leader, at, Offline: new(entry.At, entry.Counter, received), Doubtful: late || Turned(activity, leader, entry, sentAt));
    }

    // Counter and clock both go forwards, unless somebody turned the clock between two ticks.
    private static bool Turned(ActivityState activity, ParticipantId leader, OfflineEntry entry, long sentAt) => entry.At > sentAt
        || activity.SignUps.Values.Any(other => other.InLed == leader && IsTurned(other.InOffline, entry) || other.OutLed == leader && IsTurned(other.OutOffline, entry));

    private static bool IsTurned(OfflineMark? mark, OfflineEntry entry) =>
        mark is not null && mark.Counter != entry.Counter && mark.Counter < entry.Counter != mark.Device <= entry.At;
}
