using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Acts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Orleans.Concurrency;
using StackExchange.Redis;

namespace Engagement.Grains.Hours.Cases;

/// <inheritdoc cref="IHoursWatchGrain"/>
/// <remarks>The message is taken in one commit, and only then it looks: an entry that is recorded meanwhile asks again, so the last one is always seen.</remarks>
[Reentrant, CollectionAgeLimit(Minutes = 5)]
public sealed class HoursWatchGrain(
    [PersistentState(HoursWatchState.Kind, LedgerStorage.Name)] IPersistentState<HoursWatchState> watch,
    HourSettings settings, ActivityReader activities, HourReader hours, HoursCaseReader cases, StoreConnection store, Cell cell, CellKeys keys)
    : LedgerGrain<HoursWatchState>(watch, settings.Clock), IHoursWatchGrain
{
    private const string ByPerson = "by:";

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (!ActivityId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var activity))
        {
            return;
        }

        if (entry != HoursWatchState.Entry(activity))
        {
            await RunOnceAsync(_ => Ask(activity, entry));
            return;
        }

        var asked = State.Asked;
        var born = await Unknown(activity);
        await RunOnceAsync(now => Look(entry, asked, born, settings.At(now)));
    }

    private void Ask(ActivityId activity, string entry)
    {
        if (State.IsTaking(RoseEffects.Agenda, entry))
        {
            return;
        }

        var before = State.Derived().ToArray();
        (State.Activity, State.Asked) = (activity, State.Asked + 1);
        State.Follow([new Take(RoseEffects.Agenda, entry), .. ActEffects.Between(before, [.. State.Derived()])]);
    }

    private void Look(string entry, int asked, IReadOnlyList<HoursCaseState> born, HourMoment moment)
    {
        if (State.Done >= asked)
        {
            return;
        }

        HourCommands.Step(State, entry, () => State.Done = asked);
        foreach (var one in born)
        {
            State.Follow(HoursCaseRules.Birth(one, moment));
        }
    }

    private async Task<IReadOnlyList<HoursCaseState>> Unknown(ActivityId id)
    {
        if (await activities.Read(id) is not { } activity)
        {
            return [];
        }

        var found = new List<HoursCaseState>();
        var seconds = await store.Database.SortedSetRangeByRankWithScoresAsync(cell.Key(HourEffects.In(id)));
        foreach (var met in HourSignals.OfActivity(
            activity.CreatedAt, activity.Shifts.Select(shift => shift.LastMoment), seconds.Select(entry => (long)entry.Score), settings.Options))
        {
            await Add(found, met, id.ToString(), state => state.Activity = id);
        }

        foreach (var met in await OfOrganisation(activity.Organisation))
        {
            await Add(found, met, $"{activity.Organisation} {met.EnteredBy} {met.Period}", _ => { });
        }

        foreach (var state in found)
        {
            (state.Organisation, state.District) = (activity.Organisation, activity.Details.District is { Length: > 0 } district ? district : null);
        }

        return found;
    }

    private async Task<IEnumerable<MetSignal>> OfOrganisation(string organisation)
    {
        var minutes = (await store.Database.HashGetAllAsync(cell.Key(HourEffects.By(organisation)))).ToDictionary(entry => (string)entry.Name!, entry => (long)entry.Value);
        var byHand = minutes.Where(entry => entry.Key.StartsWith(ByPerson, StringComparison.Ordinal))
            .Select(entry => KeyValuePair.Create(ParticipantId.TryParse(entry.Key[ByPerson.Length..], out var who) ? who : default, entry.Value));
        var now = Clock.UtcNow;
        var entered = await hours.Load(store.Database.SortedSetRangeByScoreAsync(
            cell.Key(HourEffects.Entered(organisation)), now.AddDays(-1).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds()));
        return [
            .. HourSignals.OfOrganisation(minutes.GetValueOrDefault("credit"), minutes.GetValueOrDefault("honour"), byHand, ShanghaiDay.Of(now) / 100, settings.Options),
            .. HourSignals.OfNights(entered.Select(entry => (HourEffects.EnteredBy(entry), entry.Proof!.EnteredAt)), settings.Options),
        ];
    }

    // A question that was asked before, open or closed, is not asked again.
    private async Task Add(List<HoursCaseState> found, MetSignal met, string about, Action<HoursCaseState> name)
    {
        var id = HoursCaseEffects.Id(keys, met.Signal, about);
        if (await cases.Read(id) is null)
        {
            var state = new HoursCaseState { Id = id, Signal = met.Signal, Measured = met.Measured, Period = met.Period, EnteredBy = met.EnteredBy };
            name(state);
            found.Add(state);
        }
    }
}
