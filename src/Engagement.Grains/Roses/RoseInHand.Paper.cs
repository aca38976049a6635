using Engagement.Contracts;
using Engagement.Grains.Paper;

namespace Engagement.Grains.Roses;

internal sealed partial class RoseInHand
{
    // What a hand-over in the street says: the neutral sentence, for nobody wrote one.
    private Letter Spoken => new() { Reason = tools.Catalogue.Neutral, Preset = tools.Catalogue.StandIn(tools.Catalogue.Neutral) };

    public async Task<WindowReceipt> HandOver(CommandId command, ParticipantId by)
    {
        var (outcome, until) = ledger.Change(now => RoseRules.HandOver(State, command, by, tools.Settings.At(now), tools.Paper.Value));
        await ledger.CommitAsync();
        return outcome == Outcome.Done ? new(outcome, DateTimeOffset.FromUnixTimeMilliseconds(until)) : new(outcome);
    }

    public Task<Receipt> Keep(CommandId command, ParticipantId by) => Act(moment => RoseRules.Keep(State, command, by, moment));

    public async Task<PaperReceipt> TakePaper(CommandId command, PaperScan scan)
    {
        var facts = await FactsFor(scan.By);
        var receipt = ledger.Change(now => RoseRules.TakePaper(State, command, scan, facts, Spoken, tools.Settings.At(now), tools.Paper.Value));
        await ledger.CommitAsync();
        return receipt;
    }

    public Task<Receipt> Release(CommandId command, ParticipantId by, string reason) => Act(moment => RoseRules.Release(State, command, by, reason, moment));

    public async Task<Receipt> JudgeLate(CommandId command, ParticipantId by, ParticipantId scanner, bool accept)
    {
        var facts = await FactsFor(scanner);
        return await Act(moment => RoseRules.JudgeLate(State, command, by, scanner, accept, facts, Spoken, moment));
    }

    // The same as for a link, but for the secret: a printed code was checked by its batch.
    private async Task<ClaimFacts> FactsFor(ParticipantId taker)
    {
        var gathered = State.Hops; // before anything is asked: what is asked belongs to this holder
        var open = tools.Grains.Participant(taker).IsOpen();
        var giver = tools.Grains.Participant(State.Holder).AsGiver(taker);
        var home = tools.Grains.Participant(taker).AsGiver(State.Holder);
        var counted = await LatestCounted();
        var card = await giver;
        return new(await open, card.Blocks, tools.Settings.Control.Attribute(card.Units), 0, counted, gathered)
        {
            Wake = card.Wake,
            Here = Here(card.Units.District is { } district && district == (await home).Units.District ? district : null),
        };
    }

    private Whereabouts Here(string? district) =>
        new(district, district is not null && State.Paper?.Place is { } last ? tools.Catalogue.Between(last, district) : 0);
}
