using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Activities;

internal static partial class AttendanceRules
{
    /// <summary>Freezes attendance, and sends the first messages in the same commit; the agenda sends the rest.</summary>
    public static Receipt Settle(ActivityState activity, CommandId command, ParticipantId by, AttendanceMoment moment) =>
        Once(activity, command, Content.Of("settle"), moment, () =>
        {
            if (activity.Stage is not (ActivityStage.Running or ActivityStage.Ended))
            {
                return new(activity.Stage == ActivityStage.Cancelled ? Outcome.Withdrawn : activity.Stage == ActivityStage.Published ? Outcome.Expired : Outcome.NotFound);
            }

            if (activity.End > moment.Milliseconds)
            {
                return new(Outcome.Expired);
            }

            (activity.Stage, activity.SettledAt, activity.SettledBy) = (ActivityStage.Settled, moment.Milliseconds, by);
            (activity.Private, activity.Salt) = (null, []);
            activity.Follow([.. Carry(activity, moment),
                ActivityRules.Audit(activity, "attendance.settle", by, $"{activity.SignUps.Values.Count(signUp => signUp.Attended)}", moment.Activity)]);
            return Receipt.Done;
        });

    /// <summary>A step of the agenda: sends the next messages of a settlement, once however often it is swept.</summary>
    public static void CarryOn(ActivityState activity, string entry, AttendanceMoment moment)
    {
        if (activity.IsCarrying && entry == AttendanceEffects.Carry(activity.Id, activity.Carried))
        {
            var sent = Carry(activity, moment);
            activity.Follow([new Take(RoseEffects.Agenda, entry), .. sent]);
            if (activity.IsCarrying)
            {
                activity.Follow(new Index(RoseEffects.Agenda, AttendanceEffects.Carry(activity.Id, activity.Carried), Agenda.AgendaEntry.AtOnce));
            }
        }
    }

    /// <summary>What a settled activity attests of a volunteer's shift; null for nothing.</summary>
    public static SettledAttendance? Settled(ActivityState activity, ParticipantId volunteer, int shift) =>
        activity.SettledAt > 0 && activity.SpanOf(shift) is { } span && activity.SignUpOf(volunteer, shift) is { } signUp && Minutes(signUp, span) > 0
            ? new(activity.Id, shift, activity.Organisation, activity.Details.Title, activity.Details.ServiceClass, activity.Details.District, span.Start, span.End,
                signUp.In, signUp.Out, signUp.InBy, signUp.OutBy, signUp.OutLed.IsNone ? signUp.InLed : signUp.OutLed, activity.SettledAt, activity.SettledBy, signUp.WalkIn)
            : null;

    // In the order in which people signed up, which never changes any more.
    private static Effect[] Carry(ActivityState activity, AttendanceMoment moment)
    {
        var batch = activity.SignUps.Where(entry => entry.Value.Number > activity.Carried && Settled(activity, entry.Key.Person, entry.Key.Shift) is not null)
            .OrderBy(entry => entry.Value.Number).Take(moment.Options.SettleBatch).ToArray();
        activity.Carried = batch.Length < moment.Options.SettleBatch ? activity.Numbered : batch[^1].Value.Number;
        return [.. batch.Select(entry => AttendanceEffects.Message(activity.Id, entry.Key))];
    }
}
