using Engagement.Contracts;

namespace Engagement.Grains.Activities;

internal static partial class ActivityRules
{
    // What is published may change while it stays complete, and nobody who counts on a shift loses it. Who signed up hears of it.
    private static ActivityReceipt Change(ActivityState activity, ParticipantId by, ActivityDraft draft, Sealing sealing, ActivityMoment moment)
    {
        string[] faults = [.. ActivityInput.Missing(draft.Details, draft.Shifts.Count), .. ShiftFaults(activity, draft, moment)];
        if (draft.Details.Danger != activity.Details.Danger)
        {
            faults = [.. faults, "danger"]; // people said yes, or were let in, by the old answer
        }

        if (faults.Length > 0)
        {
            return new(Outcome.Invalid, [.. faults.Distinct()]);
        }

        var moved = draft.Details.Place != activity.Details.Place || draft.Details.District != activity.Details.District;
        var seen = moved || sealing.Changed || draft.Details != activity.Details;
        activity.Details = draft.Details;
        (activity.Private, activity.Salt) = (sealing.Box, sealing.Salt);
        foreach (var gone in activity.Shifts.Where(shift => draft.Shifts.All(kept => kept.Number != shift.Number)).ToArray())
        {
            activity.Shifts.Remove(gone);
        }

        foreach (var written in draft.Shifts)
        {
            var shift = activity.Shift(written.Number) ?? Added(activity);
            var other = (shift.Start, shift.End) != (written.Start, written.End);
            seen |= other;
            (shift.Start, shift.End, shift.Places) = (written.Start, written.End, written.Places);
            Told(activity, shift, other || moved, seen, moment);
        }

        activity.ChangedAt = seen ? moment.Milliseconds : activity.ChangedAt;
        Wrote(activity, by);
        return ActivityReceipt.Done;
    }

    private static IEnumerable<string> ShiftFaults(ActivityState activity, ActivityDraft draft, ActivityMoment moment)
    {
        foreach (var written in draft.Shifts)
        {
            var shift = activity.Shift(written.Number);
            var same = shift is not null && (shift.Start, shift.End) == (written.Start, written.End);
            if (written.Number > 0 && shift is null || !same && (shift?.Start <= moment.Milliseconds || written.Start <= moment.Milliseconds))
            {
                yield return "shifts";
            }

            if (shift is not null && written.Places < shift.Taken)
            {
                yield return "places";
            }
        }

        var kept = draft.Shifts.Select(shift => shift.Number).ToHashSet();
        if (activity.Shifts.Exists(shift => !kept.Contains(shift.Number) && (shift.Begun || activity.SignUps.Keys.Any(key => key.Shift == shift.Number))))
        {
            yield return "shifts";
        }
    }

    private static ShiftState Added(ActivityState activity)
    {
        var shift = new ShiftState { Number = ++activity.ShiftsNumbered };
        activity.Shifts.Add(shift);
        return shift;
    }

    // Another time or place: a place is kept for a while, and never past the start.
    private static void Told(ActivityState activity, ShiftState shift, bool moved, bool seen, ActivityMoment moment)
    {
        if (shift.Begun || !seen)
        {
            return;
        }

        var until = moment.Now.AddHours(moment.Options.ReconfirmHours).ToUnixTimeMilliseconds();
        foreach (var (key, signUp) in activity.SignUps.Where(entry => entry.Key.Shift == shift.Number))
        {
            if (moved && signUp.State is SignUpState.Confirmed or SignUpState.Asked or SignUpState.Reconfirm)
            {
                SignUpRules.Move(activity, key, signUp, SignUpState.Reconfirm, moment, until < shift.Start ? until : 0);
            }
            else if (signUp.HasPlace || signUp.State == SignUpState.Waiting)
            {
                SignUpRules.Tell(activity, signUp);
            }
        }
    }
}
