using Engagement.Contracts;

namespace Engagement.Grains.Activities;

/// <summary>
/// The rules of who came: pure and synchronous. Each either refuses and changes nothing, or changes the record. Coming and going have no
/// effects outside the record, so that thousands of them share one commit.
/// </summary>
internal static partial class AttendanceRules
{
    /// <summary>Minutes of one record at most (VH-06: 8 hours).</summary>
    public const int MostMinutes = 480;

    /// <summary>Somebody comes or goes.</summary>
    public static AttendanceReceipt Attend(ActivityState activity, ParticipantId who, int shift, AttendanceSide side, Proof proof, AttendanceMoment moment)
    {
        if (Early(activity, who, shift, side) is { } early)
        {
            return early;
        }

        var span = activity.SpanOf(shift)!.Value;
        var signUp = activity.SignUpOf(who, shift);
        var refusal = proof.Led == who ? AttendanceWord.Yourself.At(shift)
            : side == AttendanceSide.In ? Coming(activity, signUp, who, span, proof, moment)
            : Leaving(activity, signUp, who, span, proof, moment);
        if (refusal is { } no)
        {
            return no;
        }

        if (side == AttendanceSide.In)
        {
            (signUp!.In, signUp.InBy, signUp.InLed, signUp.InOffline) = (proof.At, proof.Method, proof.Led, proof.Offline);
        }
        else
        {
            (signUp!.Out, signUp.OutBy, signUp.OutLed, signUp.OutOffline) = (proof.At, proof.Method, proof.Led, proof.Offline);
        }

        signUp.Doubtful |= proof.Doubtful;
        activity.Touch();
        return (proof.Doubtful ? AttendanceWord.Waiting : side == AttendanceSide.In ? AttendanceWord.CheckedIn : AttendanceWord.CheckedOut).At(shift, proof.At);
    }

    /// <summary>The answer that needs no proof: it was done before, or nobody can do it any more. Null when the proof decides.</summary>
    public static AttendanceReceipt? Early(ActivityState activity, ParticipantId who, int shift, AttendanceSide side)
    {
        if (activity.Stage < ActivityStage.Published || activity.Shift(shift) is null)
        {
            return AttendanceWord.NotFound.At(shift);
        }

        return activity.SignUpOf(who, shift) switch
        {
            { In: > 0 and var at } when side == AttendanceSide.In => AttendanceWord.AlreadyIn.At(shift, at),
            { Out: > 0 and var at } when side == AttendanceSide.Out => AttendanceWord.AlreadyOut.At(shift, at),
            _ when activity.Stage == ActivityStage.Cancelled => AttendanceWord.ActivityCancelled.At(shift),
            _ when activity.SettledAt > 0 => AttendanceWord.Settled.At(shift),
            _ => null,
        };
    }

    /// <summary>Whole minutes that a presence is worth to its shift: none while it is open or waits for a reviewer.</summary>
    public static int Minutes(SignUp signUp, ShiftSpan span)
    {
        var (from, to) = span.Credited(signUp.In, signUp.Out);
        return signUp.Attended ? (int)Math.Clamp((to - from) / 60_000, 0, MostMinutes) : 0;
    }

    /// <summary>Whether somebody who came to this shift is credited, or still may be, for another one at the same time.</summary>
    public static bool Collide(ActivityState activity, int shift) => activity.SpanOf(shift) is { } span
        && activity.SignUps.Any(entry => entry.Key.Shift == shift && entry.Value.In > 0 && Overlaps(activity, entry.Key.Person, span, entry.Value.In, entry.Value.Out));

    private static AttendanceReceipt? Coming(ActivityState activity, SignUp? signUp, ParticipantId who, ShiftSpan span, Proof proof, AttendanceMoment moment)
    {
        var (opens, closes) = (span.Opens(moment.Options), span.Closes(moment.Options, led: !proof.Led.IsNone));
        return proof.At < opens ? AttendanceWord.TooEarly.At(span.Number, opens)
            : proof.At > closes ? AttendanceWord.TooLate.At(span.Number, closes)
            : Overlaps(activity, who, span, proof.At, 0) ? AttendanceWord.Overlapping.At(span.Number)
            : signUp is not { MayCome: true } ? AttendanceWord.NotSignedUp.At(span.Number)
            : !activity.Covers(signUp) ? AttendanceWord.NotInsured.At(span.Number)
            : null;
    }

    private static AttendanceReceipt? Leaving(ActivityState activity, SignUp? signUp, ParticipantId who, ShiftSpan span, Proof proof, AttendanceMoment moment) =>
        signUp is not { In: > 0 } || proof.At < signUp.In ? AttendanceWord.NotCheckedIn.At(span.Number)
        : proof.At > span.LastOut(moment.Options) ? AttendanceWord.TooLate.At(span.Number, span.LastOut(moment.Options))
        : Overlaps(activity, who, span, signUp.In, proof.At) ? AttendanceWord.Overlapping.At(span.Number)
        : null;

    // Nobody is at two shifts at once: what the one credits, or still may, never meets what the other does.
    private static bool Overlaps(ActivityState activity, ParticipantId who, ShiftSpan span, long came, long left)
    {
        var (from, to) = span.Credited(came, left);
        return activity.Shifts.Exists(other =>
        {
            if (other.Number == span.Number || activity.SignUpOf(who, other.Number) is not { In: > 0 } there)
            {
                return false;
            }

            var (otherFrom, otherTo) = activity.SpanOf(other.Number)!.Value.Credited(there.In, there.Out);
            return Math.Max(from, otherFrom) < Math.Min(to, otherTo);
        });
    }

    private static AttendanceReceipt At(this AttendanceWord word, int shift, long at = 0) => AttendanceReceipt.Of(word, shift, at);
}
