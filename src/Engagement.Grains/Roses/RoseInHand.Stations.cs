using Engagement.Contracts;

namespace Engagement.Grains.Roses;

internal sealed partial class RoseInHand
{
    public async Task<Receipt> Leave(CommandId command, ParticipantId by, StationId station)
    {
        var gathered = State.Hops;
        var place = tools.Grains.Station(station).Show();
        var giver = tools.Grains.Participant(by).AsGiver(station.InChains);
        var counted = await LatestCounted();
        var (view, units) = (await place, (await giver).Units);
        if (!view.Exists)
        {
            return await Act(_ => Outcome.NotFound);
        }

        var facts = new ClaimFacts(true, false, new(units.District, units.Community, units.Organisation, units.Company), 0, counted, gathered) { Here = Here(view.District) };
        return await Act(moment => RoseRules.Leave(State, command, by, station, view.Open, facts, Spoken, moment, tools.Paper.Value));
    }

    public async Task<Receipt> TakeLeft(CommandId command, ParticipantId by, StationId station, OpenStation place)
    {
        var gathered = State.Hops;
        var facts = new ClaimFacts(true, false, new(), 0, await LatestCounted(), gathered) { Here = Here(place.District) }; // a station is in no unit
        return await Act(moment => RoseRules.TakeLeft(
            State, command, by, station, facts, new() { Reason = place.Reason, Preset = place.Preset }, moment, tools.Paper.Value));
    }
}
