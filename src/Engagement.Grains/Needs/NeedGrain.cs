using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Storage;
using Engagement.Grains.Teams;
using Orleans.Concurrency;

namespace Engagement.Grains.Needs;

/// <inheritdoc cref="INeedGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 5)]
public sealed class NeedGrain(
    [PersistentState(NeedState.Kind, LedgerStorage.Name)] IPersistentState<NeedState> need,
    ActivitySettings settings, Cell cell, CellKeys keys, CellGrains grains, ICatalogue catalogue, Organisations organisations, IMessageModerator moderator)
    : LedgerGrain<NeedState>(need, settings.Clock), INeedGrain
{
    private static readonly Receipt NoNeed = new(Outcome.NotFound);

    /// <inheritdoc/>
    public async Task<Receipt> Order(CommandId command, ParticipantId by, OrderNeed order)
    {
        var fault = NeedInput.Fault(order, catalogue, moderator);
        if (fault is not null || !NeedId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var id))
        {
            return await Refused(fault ?? NoNeed);
        }

        if ((await grains.Participant(by).Writer()).Salt is not { Length: > 0 } salt)
        {
            return await Refused(new(Outcome.SignInRequired));
        }

        var words = new NeedWords(keys.Seal(order.Title, salt), keys.Seal(order.Text, salt), keys.Seal(order.Contact, salt)); // random, so before the turn
        return await Done(now => NeedRules.Order(State, id, command, by, order, words, now));
    }

    /// <inheritdoc/>
    public Task<Receipt> Decide(CommandId command, ParticipantId by, bool take, string? reason) =>
        take || ActivityInput.IsReason(reason, moderator)
            ? Staff(by, Centre, (moment, wake) => NeedRules.Decide(State, command, by, take, reason, wake, moment))
            : Refused(new(Outcome.Invalid, "reason"));

    /// <inheritdoc/>
    public async Task<Receipt> Dispatch(CommandId command, ParticipantId by, string organisation) => await organisations.LevelOf(organisation) is not null
        ? await Staff(by, Centre, (moment, wake) => NeedRules.Dispatch(State, command, by, organisation, wake, moment))
        : await Refused(new(Outcome.Invalid, "organisation"));

    /// <inheritdoc/>
    public Task<Receipt> Answer(CommandId command, ParticipantId by, bool accept) =>
        Staff(by, Asked, (moment, wake) => NeedRules.Answer(State, command, by, accept, wake, moment));

    /// <inheritdoc/>
    public Task<Receipt> Serve(CommandId command, ParticipantId by) =>
        Staff(by, Asked, (moment, wake) => NeedRules.Serve(State, command, by, wake, moment));

    /// <inheritdoc/>
    public Task<Receipt> Rate(CommandId command, ParticipantId by, int stars) => stars is >= 1 and <= 5
        ? Own(by, moment => NeedRules.Rate(State, command, stars, moment))
        : Refused(new(Outcome.Invalid, "stars"));

    /// <inheritdoc/>
    public Task<Receipt> Cancel(CommandId command, ParticipantId by) => Own(by, moment => NeedRules.Cancel(State, command, moment));

    /// <inheritdoc/>
    public Task Forget() => Own(State.Requester, moment =>
    {
        NeedRules.Forget(State, moment);
        return Outcome.Done;
    });

    private bool Centre(Profile? staff) => staff?.May(Role.HoursReviewer, State.District) == true;

    private bool Asked(Profile? staff) => State.Organisation.Length > 0 && organisations.MayRun(staff, State.Organisation);

    // An organisation that is not asked, and a reviewer of another district, have no business with it.
    private async Task<Receipt> Staff(ParticipantId by, Func<Profile?, bool> mayDo, Func<ActivityMoment, long, Outcome> rule)
    {
        if (!Exists)
        {
            return Nothing(NoNeed);
        }

        var wake = grains.Participant(State.Requester).AsGiver(by);
        var may = mayDo((await grains.Participant(by).Self()).Profile);
        var at = (await wake).Wake;
        return may ? await Done(moment => rule(moment, at)) : await Refused(new(Outcome.Forbidden));
    }

    // The requester's own commands: to anybody else there is no such order.
    private Task<Receipt> Own(ParticipantId by, Func<ActivityMoment, Outcome> rule) => Exists && State.Requester == by ? Done(rule) : Refused(NoNeed);

    private async Task<Receipt> Done(Func<ActivityMoment, Outcome> rule)
    {
        var outcome = Change(now => rule(settings.At(now)));
        await CommitAsync();
        return new(outcome);
    }

    private async Task<Receipt> Refused(Receipt refusal)
    {
        await DurableAsync();
        return Exists ? refusal : Nothing(refusal);
    }
}
