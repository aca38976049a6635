using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Npgsql;
using static Engagement.Rig.Serve.Postgres.Sql;

namespace Engagement.Rig.Serve.Postgres;

/// <summary>
/// One data-modifying statement a command: one round trip, one fsync. Only a command that it did not carry out is looked
/// at again, and then the product's own rules say why.
/// </summary>
internal sealed partial class CtePeer(
    PostgresStore store, CampaignSettings campaign, PeerLinks links, CellKeys keys, LetterWriter letters, PeerSettings settings)
    : PostgresPeer(store, campaign, links, letters), IBouquetPeer
{
    private const int Tries = 3;

    private static readonly string SendStatement = PostgresStore.Statement("send");
    private static readonly string ClaimStatement = PostgresStore.Statement("claim");

    protected override async Task<SendReceipt> Send(ParticipantId me, Gift gift, Moment moment)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (!TooOld(gift.Command, moment) && gift.To != me && await Give(me, gift, moment) is { } remaining)
            {
                return Links.Receipt(gift.Rose, new(moment.Milliseconds, remaining, gift.Letter.TextState == TextState.Held));
            }

            if (await WhyNot(me, gift, moment) is { } receipt)
            {
                return receipt;
            }
        }

        return new(Outcome.Busy);
    }

    public override async Task<ClaimReceipt> Claim(RoseId rose, CommandId command, ClaimRose claim)
    {
        var moment = Now();
        var offer = Links.OfferOf(rose, PeerLinks.Offers, claim.Secret);
        for (var tries = 0; tries < Tries; tries++)
        {
            if (!TooOld(command, moment) && moment.Campaign.IsOpen(moment.Now) && await Take(rose, command, claim.By, offer, moment) is var (number, counted))
            {
                return new(Outcome.Done, number, counted);
            }

            if (await WhyNot(rose, command, claim, moment) is { } receipt)
            {
                return receipt;
            }
        }

        return new(Outcome.Busy);
    }

    private static bool TooOld(CommandId command, Moment moment) => command.UnixMilliseconds < moment.Real.Subtract(CommandLog.Horizon).ToUnixTimeMilliseconds();

    private async Task<int?> Give(ParticipantId me, Gift gift, Moment moment)
    {
        var letter = gift.Letter;
        try
        {
            return await Store.First(SendStatement, row => row.GetInt32(0),
                P(me), P(ShanghaiDay.Of(moment.Now)), P(moment.Roses.PerDay), P(gift.Rose.Value), P(moment.Milliseconds), P(moment.OfferDue), P(gift.To),
                P(letter.Anonymous), P((long)gift.Content), P(letter.Reason), P(letter.Preset), P(letter.Text), P(letter.Addressee),
                Small((int)letter.TextState), P(letter.WrittenAt), P(Week(moment)));
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return null; // the same command at the same time: its rose is there now
        }
    }

    private Task<(int Number, bool Counted)?> Take(RoseId rose, CommandId command, ParticipantId by, int offer, Moment moment) =>
        Store.First(ClaimStatement, row => (row.GetInt32(0), row.GetBoolean(1)),
            P(rose.Value), P(by), P(moment.Milliseconds), P(ShanghaiDay.Of(moment.Now)), P(Week(moment)), P(moment.Campaign.SecondOf(moment.Now)),
            P(offer), P(command.Value), P(moment.Roses.ReceiptsPerDay));

    // What the rules say of the rows as they are now; null when they would do it after all.
    private async Task<SendReceipt?> WhyNot(ParticipantId me, Gift gift, Moment moment)
    {
        ParticipantState? person = null;
        await Store.First(PostgresRows.Person, row => (person = PostgresRows.ReadPerson(row, me)).IsOpen, P(me));
        if (person is null)
        {
            return new(Outcome.SignInRequired);
        }

        await Store.First(PostgresRows.Given, row =>
        {
            PostgresRows.Remember(row, person, gift.Command, moment.Real);
            return true;
        }, P(gift.Rose.Value));
        var (outcome, result) = ParticipantRules.Send(person, gift.Command, gift.Content, gift.Rose, gift.Letter, gift.To, silenced: false, moment);
        return outcome != Outcome.Done ? new(outcome) : person.HasChanges ? null : Links.Receipt(gift.Rose, result);
    }

    private async Task<ClaimReceipt?> WhyNot(RoseId rose, CommandId command, ClaimRose claim, Moment moment)
    {
        if (await Store.First(PostgresRows.Rose, row => PostgresRows.ReadRose(row, rose, command, claim, Links, moment.Real), P(rose.Value), P(claim.By)) is not { } found)
        {
            return new(Outcome.NotFound);
        }

        var receipt = RoseRules.Claim(found.State, command, claim, found.Facts, moment);
        return receipt.Outcome != Outcome.Done ? receipt : found.State.HasChanges ? null : receipt with { Counted = found.Counted };
    }
}
