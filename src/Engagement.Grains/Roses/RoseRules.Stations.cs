using Engagement.Contracts;
using Engagement.Grains.Paper;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Roses;

/// <summary>A rose is left at a station and taken by the next visitor (OR-08): a hop to the station, and one from it (docs/decisions/0022).</summary>
internal static partial class RoseRules
{
    /// <summary>The holder leaves it for the next visitor.</summary>
    /// <param name="rose">The record.</param>
    /// <param name="command">The holder's key.</param>
    /// <param name="by">Who leaves it.</param>
    /// <param name="station">Where.</param>
    /// <param name="open">The station takes roses now.</param>
    /// <param name="facts">What the hop stores and counts.</param>
    /// <param name="letter">What a hand-over without words says.</param>
    /// <param name="moment">Now.</param>
    /// <param name="options">Limits of roses of paper.</param>
    public static Outcome Leave(
        RoseState rose, CommandId command, ParticipantId by, StationId station, bool open, ClaimFacts facts, Letter letter, Moment moment, PaperOptions options)
    {
        var content = Content.Of("leave", by.ToString(), station.ToString());
        if (rose.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        var refusal = rose switch
        {
            { Status: RoseStatus.Voided } => Outcome.Voided,
            _ when rose.Status != RoseStatus.Held || rose.Holder != by => Outcome.NotHolder,
            { Paper.FrozenAt: > 0 } => Outcome.Frozen,
            _ when !open => Outcome.SwitchedOff,
            { Latest.From: var last } when last == station.InChains => Outcome.DirectBounce,
            _ when moment.Stops(ControlField.Sending) is var stopped and not Outcome.Done => stopped,
            _ when rose.Hops != facts.Hops => Outcome.Busy,
            _ when IsTooFar(rose, facts.Here, moment.Milliseconds, moment, options) => Outcome.Frozen,
            _ => Outcome.Done,
        };
        if (refusal != Outcome.Done)
        {
            return refusal;
        }

        CloseOffer(rose, due: false);
        (rose.Unsent, rose.BackAt) = (null, 0);
        rose.Placed |= rose.Hops == 0; // a finder's first hop: its other end is no person
        rose.Lain++;
        Through(rose, HopPlace.To, station.InChains, letter, facts, moment);
        rose.Commands.Keep(command, content, rose.Hops, moment.Real);
        return Outcome.Done;
    }

    /// <summary>Of all visitors who want it, one takes it from the station.</summary>
    public static Outcome TakeLeft(
        RoseState rose, CommandId command, ParticipantId by, StationId station, ClaimFacts facts, Letter letter, Moment moment, PaperOptions options)
    {
        var content = Content.Of("left", by.ToString(), station.ToString());
        if (rose.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        var refusal = rose switch
        {
            { Status: RoseStatus.Voided } => Outcome.Voided,
            _ when rose.Holder == by => Outcome.OwnRose,
            _ when !rose.Lies || rose.Holder != station.InChains => Outcome.AlreadyClaimed,
            { Paper.FrozenAt: > 0 } => Outcome.Frozen,
            { Latest.From: var last } when last == by => Outcome.DirectBounce,
            _ when moment.Stops(ControlField.Claiming) is var stopped and not Outcome.Done => stopped,
            _ when rose.Hops != facts.Hops => Outcome.Busy,
            _ when IsTooFar(rose, facts.Here, moment.Milliseconds, moment, options) => Outcome.Frozen,
            _ => Outcome.Done,
        };
        if (refusal != Outcome.Done)
        {
            return refusal;
        }

        Through(rose, HopPlace.From, by, letter, facts, moment);
        rose.Commands.Keep(command, content, rose.Hops, moment.Real);
        return Outcome.Done;
    }

    private static void Through(RoseState rose, HopPlace end, ParticipantId to, Letter letter, ClaimFacts facts, Moment moment)
    {
        var hop = NextHop(rose, to, letter, facts.Giver, moment, ++rose.Offers);
        hop.Station = end;
        Seen(rose, facts.Here, moment.Milliseconds);
        Take(rose, hop, facts.LatestCounted, moment.Roses.ReceiptsPerDay);
    }
}
