using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Notices;

namespace Engagement.Grains.Activities;

internal static partial class SignUpRules
{
    /// <summary>What time brings: offers run out, the waitlist moves up, shifts begin, the last one ends. Nothing when nothing is due.</summary>
    public static void Step(ActivityState activity, ActivityMoment moment)
    {
        if (!activity.IsOpen || !HasWork(activity, moment.Milliseconds))
        {
            return;
        }

        var before = activity.Own().ToArray();
        foreach (var shift in activity.Shifts.Where(shift => !shift.Begun && shift.Start <= moment.Milliseconds))
        {
            Begin(activity, shift, moment);
        }

        Lapse(activity, moment);
        foreach (var shift in activity.Shifts.Where(shift => !shift.Begun))
        {
            Offer(activity, shift, moment);
        }

        if (activity.End <= moment.Milliseconds && activity.Stage == ActivityStage.Running)
        {
            activity.Stage = ActivityStage.Ended;
        }
        else if (activity.End <= moment.Milliseconds)
        {
            ActivityRules.CallOff(activity, "", moment); // dangerous, and never insured: it did not take place
        }

        activity.Follow([.. ActEffects.Between(before, [.. activity.Own()])]);
    }

    /// <summary>Sign-ups that changed and whose people have not heard of it.</summary>
    public static IReadOnlyList<(SignUpKey Key, SignUpCard Card)> ToTell(ActivityState activity, int most) => activity.Untold == 0 ? []
        : [.. activity.SignUps.Where(entry => entry.Value.Untold).Take(most).Select(entry => (entry.Key, Card(activity, entry.Key)))];

    /// <summary>They have, unless it changed again meanwhile. Who has a place is also woken the day before.</summary>
    public static void Told(ActivityState activity, IEnumerable<Told> told, ActivityMoment moment)
    {
        var before = activity.Own().ToArray();
        foreach (var (key, card, wake) in told)
        {
            var signUp = activity.SignUps[key];
            if (!signUp.Untold || Card(activity, key) != card)
            {
                continue;
            }

            signUp.Untold = false;
            activity.Untold--;
            if (IsNews(activity, key, signUp, moment))
            {
                activity.Follow([.. NoticeEffects.Wake(key.Person, wake)]);
            }

            if (wake > 0 && signUp.MayCome && activity.IsOpen && Reminders.At(card.Start, moment.Options) is var remind && remind > moment.Milliseconds)
            {
                activity.Follow([.. NoticeEffects.Wake(key.Person, remind)]);
            }
        }

        activity.Follow([.. ActEffects.Between(before, [.. activity.Own()])]);
    }

    private static bool HasWork(ActivityState activity, long now) => activity.End <= now || activity.NextAnswer > 0 && activity.NextAnswer <= now
        || activity.Shifts.Exists(shift => !shift.Begun && (shift.Start <= now || shift is { Free: > 0, Waiting: > 0 }));

    // What they did themselves is no news to them.
    private static bool IsNews(ActivityState activity, SignUpKey key, SignUp signUp, ActivityMoment moment) =>
        activity.Shift(key.Shift) is { } shift && NoticeRules.Of(new PersonSignUp(activity, shift, signUp), moment).Any();

    private static void Begin(ActivityState activity, ShiftState shift, ActivityMoment moment)
    {
        shift.Begun = true;
        if (activity.Stage == ActivityStage.Published && activity.IsCovered)
        {
            activity.Stage = ActivityStage.Running;
        }

        foreach (var (key, signUp) in activity.SignUps.Where(entry => entry.Key.Shift == shift.Number && entry.Value.State is SignUpState.Waiting or SignUpState.Offered))
        {
            Move(activity, key, signUp, SignUpState.Lapsed, moment);
        }
    }

    // Who does not answer makes room; the next answer is reckoned anew.
    private static void Lapse(ActivityState activity, ActivityMoment moment)
    {
        if (activity.NextAnswer == 0 || activity.NextAnswer > moment.Milliseconds)
        {
            return;
        }

        activity.NextAnswer = 0;
        foreach (var (key, signUp) in activity.SignUps.Where(entry => entry.Value.Until > 0))
        {
            if (signUp.Until <= moment.Milliseconds)
            {
                Move(activity, key, signUp, SignUpState.Lapsed, moment);
            }
            else
            {
                activity.NextAnswer = activity.NextAnswer == 0 ? signUp.Until : Math.Min(activity.NextAnswer, signUp.Until);
            }
        }
    }

    // In the order in which they came.
    private static void Offer(ActivityState activity, ShiftState shift, ActivityMoment moment)
    {
        if (shift is not { Free: > 0, Waiting: > 0 })
        {
            return;
        }

        var until = Math.Min(moment.Now.AddMinutes(moment.Options.OfferMinutes).ToUnixTimeMilliseconds(), shift.Start);
        foreach (var (key, signUp) in activity.SignUps.Where(entry => entry.Key.Shift == shift.Number && entry.Value.State == SignUpState.Waiting)
            .OrderBy(entry => entry.Value.Number).Take(shift.Free).ToArray())
        {
            Move(activity, key, signUp, SignUpState.Offered, moment, until);
        }
    }
}
