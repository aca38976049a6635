using Engagement.Contracts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Participants;
using Engagement.Grains.Recounting;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Rig.History;
using Engagement.Rig.Simulate.Model;

namespace Engagement.Rig.Simulate;

/// <summary>
/// What the product's grain methods do, in one line each: which record, what is gathered, which rule. Letters are fixed,
/// accounts open and nobody blocks anybody: those are checks that hold no limit (ledger.md 16).
/// </summary>
internal sealed class GrainCalls(SimulatedSilo silo, RoseOptions options)
{
    private static readonly Letter Letter = new() { Reason = "r", Preset = "p" };
    private static readonly Attribution Giver = new("440703", null, null, "co");

    public Task<(string Outcome, OperationAnswer Answer)> Run(SimulatedCommand command) => command.Kind switch
    {
        OperationKind.Send => Send(command),
        OperationKind.Claim => Claim(command),
        OperationKind.Offer => Offer(command),
        OperationKind.Withdraw => Act(command, (rose, moment) => RoseRules.Withdraw(rose, command.Id, command.By, moment)),
        OperationKind.Void => Void(command),
        OperationKind.SendBouquet => SendBouquet(command),
        _ => Share(command),
    };

    /// <summary>An entry of the agenda goes to its owner.</summary>
    public async Task Due(string entry)
    {
        var parts = entry.Split(':');
        switch (parts[0])
        {
            case "offer":
                await (await silo.Find<RoseState>(RoseState.Kind, parts[1])).Due((rose, moment) => RoseRules.Expire(rose, Number(parts[2]), moment));
                break;
            case "bouquet":
                await (await silo.Find<BouquetState>(BouquetState.Kind, parts[1])).Due(BouquetRules.Settle);
                break;
            case "restore":
                await (await silo.Find<ParticipantState>(ParticipantState.Kind, parts[1])).Due((person, moment) => ParticipantRules.Restore(person, entry, moment));
                break;
            case "leftover":
                await (await silo.Find<ParticipantState>(ParticipantState.Kind, parts[1])).Due((person, moment) =>
                    ParticipantRules.Leftover(person, entry, Number(parts[3]), parts[4] == "budget", moment));
                break;
        }
    }

    private async Task<(string, OperationAnswer)> Send(SimulatedCommand command)
    {
        var person = await silo.Find<ParticipantState>(ParticipantState.Kind, command.By.ToString());
        var id = new RoseId(Runtime.Keys.Born(command.By.Value, command.Id.Value, 0));
        try
        {
            var (outcome, result) = await person.Do(Nothing, (state, _, moment) =>
                ParticipantRules.Send(state, command.Id, Content.Of("send", command.To.ToString()), id, Letter, command.To, false, moment), (Outcome.SignInRequired, default));
            return Answer(outcome, Given(id, result.At) with { Remaining = result.Remaining });
        }
        catch (LedgerException e) when (e.Failure == LedgerFailure.BirthExists)
        {
            // The command's result was forgotten, but its rose remembers.
            if (await Read<RoseState>(RoseState.Kind, id.ToString()) is { } born && born.Sender == command.By)
            {
                return Answer(Outcome.Done, Given(id, born.BornAt));
            }

            throw;
        }
    }

    private async Task<(string, OperationAnswer)> Claim(SimulatedCommand command)
    {
        var grain = await silo.Find<RoseState>(RoseState.Kind, command.Rose.ToString());
        var receipt = await grain.Do(
            async (rose, durable) => new ClaimFacts(true, false, Giver, command.Offer <= rose.Offers ? command.Offer : 0, await LatestCounted(rose, durable), rose.Hops),
            (rose, facts, moment) => RoseRules.Claim(rose, command.Id, new(command.By, null), facts, moment), new ClaimReceipt(Outcome.NotFound));
        return Answer(receipt.Outcome, new() { Hop = receipt.Hop });
    }

    private async Task<(string, OperationAnswer)> Offer(SimulatedCommand command)
    {
        var grain = await silo.Find<RoseState>(RoseState.Kind, command.Rose.ToString());
        var (outcome, offer) = await grain.Do(Nothing, (rose, _, moment) =>
            RoseRules.Offer(rose, command.Id, command.By, Content.Of("offer", command.By.ToString(), command.To.ToString()), Letter, command.To, false, moment), (Outcome.NotFound, default));
        return Answer(outcome, new() { Secret = SimulatedCommand.Link(command.Rose, offer.Number), Due = offer.Due });
    }

    private async Task<(string, OperationAnswer)> Void(SimulatedCommand command)
    {
        var grain = await silo.Find<RoseState>(RoseState.Kind, command.Rose.ToString());
        var outcome = await grain.Do(
            async (rose, durable) =>
            {
                var hops = rose.Hops; // before anything is gathered
                return (Hops: hops, Counted: await LatestCounted(rose, durable), Older: await Older(rose.Id));
            },
            (rose, facts, moment) => rose.Hops != facts.Hops ? Outcome.Busy : RoseRules.Void(rose, command.Id, command.By, "v", facts.Older, facts.Counted, moment), Outcome.NotFound);
        return Answer(outcome, new());
    }

    private async Task<(string, OperationAnswer)> Act(SimulatedCommand command, Func<RoseState, Moment, Outcome> rule)
    {
        var grain = await silo.Find<RoseState>(RoseState.Kind, command.Rose.ToString());
        return Answer(await grain.Do(Nothing, (rose, _, moment) => rule(rose, moment), Outcome.NotFound), new());
    }

    private async Task<(string, OperationAnswer)> SendBouquet(SimulatedCommand command)
    {
        var person = await silo.Find<ParticipantState>(ParticipantState.Kind, command.By.ToString());
        var id = new BouquetId(Runtime.Keys.Born(command.By.Value, command.Id.Value, 0));
        OperationAnswer Given(long due) => new() { Bouquet = id.ToString(), Secret = SimulatedCommand.Link(id), Due = due };
        try
        {
            var (outcome, due) = await person.Do(Nothing, (state, _, moment) => ParticipantRules.SendBouquet(state, command.Id, Content.Of("bouquet", $"{command.Roses}/{command.Shares}"), new()
            {
                Id = id, Sender = command.By, At = moment.Milliseconds, Roses = command.Roses, Shares = command.Shares, Split = command.Lucky ? Split.Lucky : Split.Equal,
                Due = moment.OfferDue, Letter = Letter, Seed = Runtime.Keys.Seed(id.Value),
            }, moment), (Outcome.SignInRequired, 0L));
            return Answer(outcome, Given(due));
        }
        catch (LedgerException e) when (e.Failure == LedgerFailure.BirthExists)
        {
            if (await Read<BouquetState>(BouquetState.Kind, id.ToString()) is { } born && born.Sender == command.By)
            {
                return Answer(Outcome.Done, Given(born.Due));
            }

            throw;
        }
    }

    private async Task<(string, OperationAnswer)> Share(SimulatedCommand command)
    {
        var grain = await silo.Find<BouquetState>(BouquetState.Kind, command.Bouquet.ToString());
        var facts = new ClaimFacts(true, false, Giver, 1, Counted.Unknown, 0);
        var receipt = await grain.Do(Nothing, (bouquet, _, moment) => BouquetRules.Claim(bouquet, command.Id, new(command.By, null), facts,
            n => new(Runtime.Keys.Born(bouquet.Id.Value, command.By.Value, n)), moment), ShareReceipt.Refused(Outcome.NotFound));
        return Answer(receipt.Outcome, new() { Won = [.. receipt.Roses.Select(rose => rose.ToString())] });
    }

    private async Task<Counted> LatestCounted(RoseState rose, Func<Task> durable)
    {
        if (rose.Latest is not { Counted: Counted.Unknown } hop)
        {
            return rose.Latest?.Counted ?? Counted.Unknown;
        }

        await durable();
        var (guard, member, owner) = (Runtime.Cell.Key(hop.PairGuard).ToString(), Members.Text(hop.PairMember), Members.Text(hop.Owner(rose.Id)));
        return await silo.Port.AskAsync(store => store.Hashes.GetValueOrDefault(guard)?.GetValueOrDefault(member)) == owner ? Counted.Yes : Counted.No;
    }

    private async Task<Dictionary<int, Hop>> Older(RoseId rose)
    {
        var list = Runtime.Cell.Key(RoseEffects.Hops(rose)).ToString();
        var items = await silo.Port.AskAsync(store => store.Lists.GetValueOrDefault(list)?.ToArray() ?? []);
        return items.Select(item => Runtime.Format.ReadItem<Hop>(item)).DistinctBy(hop => hop.Number).ToDictionary(hop => hop.Number);
    }

    private async Task<TState?> Read<TState>(string kind, string id) where TState : LedgerState =>
        await silo.Port.ReadAsync(Runtime.Cell.Record(kind, id)) is { } record ? Runtime.Format.Read<TState>(record) : null;

    private OperationAnswer Given(RoseId rose, long at) => new()
    {
        Rose = rose.ToString(), Secret = SimulatedCommand.Link(rose, 1), Due = at + options.OfferHours * 3_600_000L,
    };

    private static (string, OperationAnswer) Answer(Outcome outcome, OperationAnswer answer) => outcome == Outcome.Done ? (Operation.Done, answer) : (outcome.ToString(), new());

    private static Task<bool> Nothing<TState>(TState state, Func<Task> durable) => Task.FromResult(true);

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
