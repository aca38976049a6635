using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Acts;

public sealed partial class CivicActGrain
{
    /// <inheritdoc/>
    public async Task<Receipt> Confirm(CommandId command, ParticipantId by, string? secret)
    {
        if (!Exists)
        {
            return Nothing(NoAct);
        }

        if (!keys.IsLinkSecret(State.Id.Value, 1, secret))
        {
            await DurableAsync();
            return NoAct;
        }

        return await Attest(command, Content.Of("confirm", by.ToString()), by, ActEvent.Confirmed, null);
    }

    /// <inheritdoc/>
    public async Task<Receipt> ConfirmByRose(CommandId command, ParticipantId by, RoseId rose)
    {
        if (!Exists)
        {
            return Nothing(NoAct);
        }

        // The latest passing is the one that the courier, who holds the rose, took.
        var hop = State.Courier == by && await roses.Read(rose) is { Status: RoseStatus.Held, Latest: { } latest } && latest.To == by ? latest : null;
        if (hop is null || Math.Abs(hop.At - State.At) > TimeSpan.FromHours(settings.Options.RoseHours).TotalMilliseconds)
        {
            await DurableAsync();
            return hop is null ? NoAct : new(Outcome.Expired);
        }

        return await Attest(command, Content.Of("rose", rose.ToString()), hop.From, ActEvent.ConfirmedByRose, ActWitness.OfHop(rose, hop.Number));
    }

    private async Task<Receipt> Attest(CommandId command, ulong content, ParticipantId by, ActEvent how, string? rose)
    {
        var pair = ActWitness.OfPair(by, State.Courier, ShanghaiDay.Of(Clock.UtcNow));
        var person = grains.Participant(by).Self();
        var (used, met) = (rose is null ? null : await acts.Attested(rose), await acts.Attested(pair));
        var profile = (await person).Profile;
        var wake = (await grains.Participant(State.Courier).AsGiver(by)).Wake;
        var company = State.Company;
        var outcome = profile is null ? Outcome.SignInRequired
            : by == State.Courier || company is not null && profile.Units.Company == company ? Outcome.Forbidden
            : used is { } other && other != State.Id ? Outcome.AlreadyClaimed
            : met is { } today && today != State.Id ? Outcome.DailyLimit
            : Outcome.Done;
        if (outcome != Outcome.Done)
        {
            await DurableAsync();
            return new(outcome);
        }

        try
        {
            string[] witnesses = rose is null ? [pair] : [pair, rose];
            outcome = Change(now => ActRules.Confirm(State, command, content, by, how, witnesses, settings.At(now), wake));
            await CommitAsync();
            return new(outcome);
        }
        catch (LedgerException e) when (e.Failure == LedgerFailure.BirthExists)
        {
            return new(rose is not null && await acts.Attested(rose) is not null ? Outcome.AlreadyClaimed : Outcome.DailyLimit); // another act was faster
        }
    }
}
