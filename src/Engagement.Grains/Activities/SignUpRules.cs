using Engagement.Contracts;
using Engagement.Grains.Acts;

namespace Engagement.Grains.Activities;

/// <summary>What a sign-up needs to know of the person, gathered before its turn.</summary>
/// <param name="Held">The person's time is kept from <paramref name="Start"/> to <paramref name="End"/>, until this instant (Unix milliseconds).</param>
/// <param name="Start">Unix milliseconds.</param>
/// <param name="End">Unix milliseconds.</param>
/// <param name="Look">An organiser is to look at this sign-up.</param>
/// <param name="OnTheSpot">The person stands there, while the shift goes on.</param>
internal readonly record struct SignUpFacts(long Held, long Start, long End, bool Look, bool OnTheSpot);

/// <summary>Who has a place in a shift: pure and synchronous. Idempotent by person and by where they stand; places and waitlist are counted in one place, <see cref="Move"/>.</summary>
internal static partial class SignUpRules
{
    /// <summary>Signs up, takes an offer or says yes to a change.</summary>
    public static SignUpReceipt SignUp(ActivityState activity, CommandId command, ParticipantId by, int number, SignUpFacts facts, ActivityMoment moment)
    {
        if (Early(activity, command, by, number, facts.OnTheSpot, moment) is { } early)
        {
            return early;
        }

        var key = new SignUpKey(by, number);
        var (shift, known) = (activity.Shift(number)!, activity.SignUps.GetValueOrDefault(key));
        var kept = known is { State: SignUpState.Offered or SignUpState.Reconfirm };
        var seat = kept || shift is { Free: > 0, Waiting: 0 };
        if (seat && (facts.Held <= moment.Milliseconds || (facts.Start, facts.End) != (shift.Start, shift.End)))
        {
            return new(Outcome.Busy); // it took too long, or the shift moved meanwhile: the same again asks anew
        }

        if (!seat && (facts.OnTheSpot || shift.Waiting >= moment.Options.Waitlist))
        {
            return new(Outcome.Full);
        }

        var before = activity.Own().ToArray();
        var signUp = known ?? new SignUp { Since = moment.Milliseconds };
        if (known is null)
        {
            activity.SignUps.Add(key, signUp);
            activity.Follow(ActivityEffects.Booked(activity.Id, key, signUp));
        }

        signUp.Number = kept ? signUp.Number : ++activity.Numbered;
        (signUp.Last, signUp.Hold, signUp.Reason) = (command, facts.Held, ExcuseReason.None);
        signUp.WalkIn = facts.OnTheSpot && !kept;
        Move(activity, key, signUp, !seat ? SignUpState.Waiting : facts.Look && !signUp.Admitted ? SignUpState.Asked : SignUpState.Confirmed, moment);
        activity.Follow([.. ActEffects.Between(before, [.. activity.Own()])]);
        return Answer(activity, key, signUp);
    }

    /// <summary>The answer that needs nothing of the person's record: where they stand already, or why it can't be. Null when they may sign up.</summary>
    public static SignUpReceipt? Early(ActivityState activity, CommandId command, ParticipantId by, int number, bool onTheSpot, ActivityMoment moment)
    {
        if (activity.Stage < ActivityStage.Published || activity.Shift(number) is not { } shift)
        {
            return new(Outcome.NotFound);
        }

        var known = activity.SignUpOf(by, number);
        if (known is not null && (IsOld(known, command) || known.State is SignUpState.Confirmed or SignUpState.Asked or SignUpState.Waiting))
        {
            return Answer(activity, new(by, number), known);
        }

        return activity.Stage == ActivityStage.Cancelled ? new(Outcome.Withdrawn)
            : !activity.IsOpen || moment.Milliseconds >= (onTheSpot ? shift.End : shift.Start) ? new(Outcome.Expired)
            : known?.State == SignUpState.Refused ? new(Outcome.Forbidden, "refused", SignUpState.Refused)
            : null;
    }

    /// <summary>The gate that a person does not pass: <c>level</c>, <c>age</c> or <c>guardian</c>; null for none. Dangerous work is for adults.</summary>
    public static string? Gate(ActivityState activity, VolunteerCard card, ActivityOptions options)
    {
        var (level, age) = (SignUpGates.Level(activity.Details, options), SignUpGates.Age(activity.Details));
        if (level == IdentityLevel.WeChat && age == 0 && card.Band == AgeBand.Unknown)
        {
            return null; // nothing is asked of anybody
        }

        return card.Age < age ? "age" : card.Gate(level, activity.Details.Danger) switch
        {
            Outcome.LevelNeeded => card.Level < level ? "level" : "age",
            Outcome.TooYoung => "age",
            Outcome.GuardianNeeded => "guardian",
            _ => null,
        };
    }

    /// <summary>Whether an organiser is to look at a sign-up before it stands.</summary>
    public static bool NeedsLook(ActivityState activity, VolunteerCard card, ActivityOptions options) =>
        activity.Details.Training.Length > 0 || card.Absences >= options.Absences;

    /// <summary>Where a person stands, for their own record.</summary>
    public static SignUpCard Card(ActivityState activity, SignUpKey key) =>
        activity.SignUps.GetValueOrDefault(key) is not { } signUp || activity.Shift(key.Shift) is not { } shift ? new(SignUpState.None)
        : new(activity.Stage == ActivityStage.Cancelled ? SignUpState.Refused : signUp.State, shift.Start, shift.End,
            signUp is { MarkedAt: > 0, Reason: ExcuseReason.None, In: 0 } ? shift.Start : 0, signUp.Hold);

    /// <summary>The only place in which a person's standing changes, so that places and waitlist are counted once.</summary>
    internal static void Move(ActivityState activity, SignUpKey key, SignUp signUp, SignUpState to, ActivityMoment moment, long until = 0)
    {
        var shift = activity.Shift(key.Shift)!;
        Count(shift, signUp, -1);
        (signUp.State, signUp.At, signUp.Until) = (to, moment.Milliseconds, until);
        signUp.Insured &= signUp.HasPlace;
        Count(shift, signUp, 1);
        activity.NextAnswer = until == 0 ? activity.NextAnswer : activity.NextAnswer == 0 ? until : Math.Min(activity.NextAnswer, until);
        Tell(activity, signUp);
    }

    /// <summary>The agenda tells the person, and the record that keeps their time.</summary>
    internal static void Tell(ActivityState activity, SignUp signUp)
    {
        activity.Untold += signUp.Untold ? 0 : 1;
        signUp.Untold = true;
        activity.Touch();
    }

    private static void Count(ShiftState shift, SignUp signUp, int n)
    {
        shift.Taken += signUp.HasPlace ? n : 0;
        shift.Waiting += signUp.State == SignUpState.Waiting ? n : 0;
    }

    // A retry, or one that was overtaken by a later command of the same person.
    private static bool IsOld(SignUp signUp, CommandId command) => command != default
        && (signUp.Last == command || command.UnixMilliseconds < signUp.Last.UnixMilliseconds);

    private static SignUpReceipt Answer(ActivityState activity, SignUpKey key, SignUp signUp) => new(Outcome.Done, null, signUp.State,
        signUp.State == SignUpState.Waiting ? activity.SignUps.Count(other => other.Key.Shift == key.Shift && other.Value.State == SignUpState.Waiting && other.Value.Number <= signUp.Number) : 0,
        signUp.Until);
}
