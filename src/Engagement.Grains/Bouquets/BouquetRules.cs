using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Notices;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Bouquets;

/// <summary>The rules of one bouquet: pure and synchronous.</summary>
internal static class BouquetRules
{
    /// <summary>Takes a share: the winner's roses are born in their hands, in the commit that counts the share as taken.</summary>
    /// <param name="bouquet">The record.</param>
    /// <param name="command">The claimer's key.</param>
    /// <param name="claim">Who claims.</param>
    /// <param name="facts">What was gathered; its secret's offer is 1 for the right secret.</param>
    /// <param name="rose">The id of the claimer's n-th rose.</param>
    /// <param name="moment">Now.</param>
    public static ShareReceipt Claim(
        BouquetState bouquet, CommandId command, ClaimRose claim, ClaimFacts facts, Func<int, RoseId> rose, Moment moment)
    {
        if (bouquet.Taken.Find(share => share.By == claim.By) is { Roses: > 0 } mine)
        {
            return mine.Command == command ? new(Outcome.Done, [.. Enumerable.Range(0, mine.Roses).Select(rose)]) : ShareReceipt.Refused(Outcome.AlreadyInBouquet);
        }

        var refusal = !facts.TakerOpen ? Outcome.SignInRequired
            : facts.SecretOffer == 0 ? Outcome.NotFound
            : bouquet.Sender == claim.By ? Outcome.OwnRose
            : bouquet.SharesLeft == 0 || facts.Blocked ? Outcome.BouquetEmpty
            : bouquet.SettledAt > 0 || moment.Milliseconds >= bouquet.Due ? Outcome.Returned
            : moment.Stops(ControlField.Claiming) is var stopped and not Outcome.Done ? stopped
            : command.UnixMilliseconds < moment.Real.Subtract(CommandLog.Horizon).ToUnixTimeMilliseconds() ? Outcome.TooOld
            : Outcome.Done;
        if (refusal != Outcome.Done)
        {
            return ShareReceipt.Refused(refusal);
        }

        var n = Portion(bouquet);
        bouquet.Taken.Add(new(claim.By, n, moment.Milliseconds, command));
        RoseId[] won = [.. Enumerable.Range(0, n).Select(rose)];
        foreach (var id in won)
        {
            var born = RoseRules.Won(id, bouquet.Id, bouquet.Sender, claim.By, bouquet.Letter, facts.Giver, moment, out var effects);
            bouquet.Follow([new Birth(RoseState.Kind, id.ToString(), born), .. effects]);
        }

        if (bouquet.SharesLeft == 0)
        {
            bouquet.Follow([new Unindex(RoseEffects.Agenda, BouquetEffects.Expiry(bouquet.Id)), .. NoticeEffects.Wake(bouquet.Sender, facts.Wake)]);
        }

        return new(Outcome.Done, won);
    }

    /// <summary>Its time is over: what is left goes back by a message, once however often it is swept.</summary>
    public static void Settle(BouquetState bouquet, Moment moment)
    {
        if (!bouquet.IsOpen || moment.Milliseconds < bouquet.Due)
        {
            return;
        }

        bouquet.Follow(
            new Take(RoseEffects.Agenda, BouquetEffects.Expiry(bouquet.Id)),
            new Index(RoseEffects.Agenda, BouquetEffects.Leftover(bouquet), AgendaEntry.AtOnce));
        bouquet.SettledAt = moment.Milliseconds;
    }

    /// <summary>Roses of the next share.</summary>
    public static int Portion(BouquetState bouquet) => bouquet.Split == Split.Lucky
        ? LuckySplit.Draw(bouquet.Seed, bouquet.Taken.Count, bouquet.RosesLeft, bouquet.SharesLeft)
        : bouquet.Roses / bouquet.Shares + (bouquet.Taken.Count < bouquet.Roses % bouquet.Shares ? 1 : 0);
}
