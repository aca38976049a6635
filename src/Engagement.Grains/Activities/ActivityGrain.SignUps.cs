using Engagement.Contracts;

namespace Engagement.Grains.Activities;

public sealed partial class ActivityGrain
{
    private static readonly Receipt NoActivity = new(Outcome.NotFound);

    /// <inheritdoc/>
    public Task<SignUpReceipt> SignUp(CommandId command, ParticipantId by, int shift) => Enter(command, by, shift, onTheSpot: false);

    /// <inheritdoc/>
    public Task<Receipt> Leave(CommandId command, ParticipantId by, int shift, ExcuseReason reason) =>
        One(moment => Enum.IsDefined(reason) ? SignUpRules.Leave(State, command, by, shift, reason, moment) : new(Outcome.Invalid, "reason"));

    /// <inheritdoc/>
    public async Task<Receipt> Admit(ParticipantId by, ParticipantId person, int shift, bool admit)
    {
        var may = await Organises(by);
        return await One(moment => may ? SignUpRules.Admit(State, person, shift, admit, moment) : new(Outcome.Forbidden));
    }

    /// <inheritdoc/>
    public async Task<Receipt> MarkAbsent(ParticipantId by, ParticipantId person, int shift)
    {
        var may = await Organises(by);
        return await One(moment => may || State.SignUpOf(by, shift)?.MayCome == true ? SignUpRules.MarkAbsent(State, by, person, shift, moment) : NoActivity);
    }

    /// <inheritdoc/>
    public Task<Receipt> Excuse(CommandId command, ParticipantId by, int shift, ExcuseReason reason) =>
        One(moment => Enum.IsDefined(reason) ? SignUpRules.Excuse(State, command, by, shift, reason, moment) : new(Outcome.Invalid, "reason"));

    /// <inheritdoc/>
    public Task<Receipt> Feedback(CommandId command, ParticipantId by, int shift, ActivityFeedback feedback) =>
        One(moment => SignUpRules.Feedback(State, command, by, shift, feedback, moment));

    /// <inheritdoc/>
    public async Task<SignUpCard> SignUpOf(ParticipantId person, int shift)
    {
        var card = SignUpRules.Card(State, new(person, shift));
        await TrueAsync();
        return Exists ? card : Nothing(card);
    }

    /// <inheritdoc/>
    public Task Withdraw(ParticipantId person) => One(moment =>
    {
        SignUpRules.Withdraw(State, person, moment);
        return Receipt.Done;
    });

    /// <inheritdoc/>
    public Task Forget(ParticipantId person) => One(moment =>
    {
        SignUpRules.Forget(State, person, moment);
        return Receipt.Done;
    });

    // Whoever stands there without a sign-up gets one while there is room, with the same gates as in advance.
    private Task<SignUpReceipt> SignUpOnTheSpot(ParticipantId who, int shift) => Enter(default, who, shift, onTheSpot: true);

    // Asks the one record that knows all of the person's sign-ups to keep the time, then decides in one turn (docs/decisions/0024).
    private async Task<SignUpReceipt> Enter(CommandId command, ParticipantId by, int number, bool onTheSpot)
    {
        if (!Exists)
        {
            return Nothing(new SignUpReceipt(Outcome.NotFound));
        }

        if (SignUpRules.Early(State, command, by, number, onTheSpot, settings.At(Clock.UtcNow)) is { } early)
        {
            await TrueAsync();
            return early;
        }

        var (refusal, facts) = await Gather(by, number);
        if (refusal is not null)
        {
            await DurableAsync();
            return refusal;
        }

        var receipt = Change(now => SignUpRules.SignUp(State, command, by, number, facts with { OnTheSpot = onTheSpot }, settings.At(now)));
        await CommitAsync();
        return receipt;
    }

    private async Task<(SignUpReceipt? Refusal, SignUpFacts Facts)> Gather(ParticipantId by, int number)
    {
        var open = grains.Participant(by).IsOpen();
        var card = await grains.Volunteer(by).Card();
        if (!await open)
        {
            return (new(Outcome.SignInRequired), default);
        }

        if (SignUpRules.Gate(State, card, settings.Options) is { } gate)
        {
            return (new(Outcome.Forbidden, gate), default);
        }

        if (State.Shift(number) is not { } shift)
        {
            return (new(Outcome.NotFound), default);
        }

        var (start, end) = (shift.Start, shift.End);
        var hold = await grains.Volunteer(by).Hold(State.Id, number, start, end);
        return hold.Outcome == Outcome.Done
            ? (null, new(hold.Until, start, end, SignUpRules.NeedsLook(State, card, settings.Options), false))
            : (new(hold.Outcome), default);
    }

    private async Task<Receipt> One(Func<ActivityMoment, Receipt> rule)
    {
        if (!Exists)
        {
            return Nothing(NoActivity);
        }

        var receipt = Change(now => rule(settings.At(now)));
        await CommitAsync();
        return receipt;
    }
}
