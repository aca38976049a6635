using Engagement.Contracts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Rig.History;
using Engagement.Rig.Simulate.Model;

namespace Engagement.Rig.Simulate;

/// <summary>What everybody sees when all is over: every rose, bouquet and allowance that anybody was told of.</summary>
internal sealed class LooksAtRest(MemoryStore store, SimulatedClock clock, RoseOptions options, ClientLog log)
{
    public void Look(Clients clients)
    {
        var done = log.Operations.Where(operation => operation.IsDone).ToArray();
        foreach (var rose in done.SelectMany(operation => (operation.Answer.Won ?? []).Append(operation.Answer.Rose)).OfType<string>().Distinct().ToArray())
        {
            var state = Read<RoseState>(RoseState.Kind, rose);
            log.Look(new(OperationKind.ReadRose, null, null) { Rose = rose, AtRest = true }, state is null ? nameof(Outcome.NotFound) : Operation.Done,
                state is null ? new() : new() { State = StageOf(state), Hops = state.Hops });
        }

        foreach (var id in done.Select(operation => operation.Answer.Bouquet).OfType<string>().Distinct().ToArray())
        {
            var state = Read<BouquetState>(BouquetState.Kind, id);
            log.Look(new(OperationKind.ReadBouquet, null, null) { Bouquet = id, AtRest = true }, state is null ? nameof(Outcome.NotFound) : Operation.Done,
                state is null ? new() : new() { RosesLeft = state.RosesLeft, SharesLeft = state.SharesLeft, Taken = [.. state.Taken.Select(share => share.Roses)] });
        }

        foreach (var person in clients.People)
        {
            var day = ShanghaiDay.Of(clock.UtcNow);
            log.Look(new(OperationKind.ReadAllowance, null, person.ToString()) { AtRest = true }, Operation.Done, new()
            {
                Remaining = Read<ParticipantState>(ParticipantState.Kind, person.ToString())!.Purse.RemainingOn(day, options.PerDay),
                DayEnds = ShanghaiDay.End(day).ToUnixTimeMilliseconds(),
            });
        }
    }

    // The record alone, as in RoseStages: what is due was swept.
    private static string StageOf(RoseState rose) => rose.Status == RoseStatus.Held && rose.Offer is not null ? nameof(RoseStage.OfferedOn) : rose.Status.ToString();

    private TState? Read<TState>(string kind, string id) where TState : LedgerState =>
        store.Strings.GetValueOrDefault(Runtime.Cell.Record(kind, id).ToString()) is { } record ? Runtime.Format.Read<TState>(record) : null;
}
