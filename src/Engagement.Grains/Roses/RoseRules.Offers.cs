using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Notices;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Roses;

internal static partial class RoseRules
{
    /// <summary>The holder offers it on. Also for a kept rose; an open offer is replaced, and its link is dead.</summary>
    public static (Outcome Outcome, (int Number, long Due) Offer) Offer(
        RoseState rose, CommandId command, ParticipantId by, ulong content, Letter letter, ParticipantId to, bool silenced, Moment moment,
        long wake = 0)
    {
        if (rose.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return (seen.Outcome, ((int)(seen.Value & 0xFFFFF), seen.Value >> 20));
        }

        var refusal = rose.Status switch
        {
            RoseStatus.Voided => Outcome.Voided,
            RoseStatus.Returned => Outcome.Returned,
            RoseStatus.Withdrawn => Outcome.Withdrawn,
            _ when rose.Lies => Outcome.NotHolder, // a station offers nothing: the next visitor takes it
            RoseStatus.Held when rose.Paper is not null => rose.Holder == by ? Outcome.Forbidden : Outcome.NotHolder, // its code is in its holder's hands
            RoseStatus.Held when rose.Holder == by => to == by ? Outcome.OwnRose
                : !to.IsNone && rose.Latest!.From == to ? Outcome.DirectBounce
                : moment.Stops(ControlField.Sending),
            _ => Outcome.NotHolder,
        };
        if (refusal != Outcome.Done)
        {
            return (refusal, default);
        }

        CloseOffer(rose, due: false);
        (rose.Unsent, rose.BackAt) = (null, 0);
        rose.Offer = new()
        {
            Number = ++rose.Offers, At = moment.Milliseconds, Due = moment.OfferDue, To = to, Silenced = silenced, Letter = letter,
        };
        rose.Follow([.. RoseEffects.Open(rose, rose.Offer), .. RoseEffects.Waiting(rose, rose.Offer.Number, letter), .. RoseEffects.Check(rose),
            .. NoticeEffects.Wake(to, silenced ? 0 : wake)]);
        rose.Commands.Keep(command, content, rose.Offer.Due << 20 | (long)rose.Offer.Number, moment.Real); // both, so that a repeat answers the same
        return (Outcome.Done, (rose.Offer.Number, rose.Offer.Due));
    }

    /// <summary>Who offered takes the offer back. A rose that nobody took yet ends, and its sender's allowance is restored.</summary>
    public static Outcome Withdraw(RoseState rose, CommandId command, ParticipantId by, Moment moment)
    {
        var content = Content.Of("withdraw", by.ToString());
        if (rose.Commands.Seen(command, content, moment.Real) is { } seen)
        {
            return seen.Outcome;
        }

        if (rose.Holder != by)
        {
            return rose.Sender == by ? Outcome.AlreadyClaimed : Outcome.NotHolder;
        }

        if (rose.Offer is null)
        {
            return rose.Status switch
            {
                RoseStatus.Voided => Outcome.Voided,
                RoseStatus.Returned => Outcome.Returned,
                RoseStatus.Withdrawn => Outcome.Withdrawn,
                _ => Outcome.NotHolder,
            };
        }

        Settle(rose, RoseStatus.Withdrawn, due: false, moment);
        rose.Commands.Keep(command, content, 0, moment.Real);
        return Outcome.Done;
    }

    /// <summary>An offer's time is over. Nothing happens when it is not the open one or not due: late and repeated sweeps are harmless.</summary>
    public static void Expire(RoseState rose, int offer, Moment moment)
    {
        if (rose.Offer is { } open && open.Number == offer && moment.Milliseconds >= open.Due)
        {
            Settle(rose, RoseStatus.Returned, due: true, moment);
        }
    }

    // Ends the open offer: back to its holder, or, when nobody ever took it, back to the sender's allowance by a message.
    private static void Settle(RoseState rose, RoseStatus end, bool due, Moment moment)
    {
        rose.Unsent = rose.Offer?.Letter;
        CloseOffer(rose, due);
        if (rose.Hops > 0)
        {
            rose.BackAt = end == RoseStatus.Returned ? moment.Milliseconds : 0;
            return;
        }

        (rose.Status, rose.SettledAt) = (end, moment.Milliseconds);
        rose.Follow(new Index(RoseEffects.Agenda, RoseEffects.Restore(rose.Sender, rose.Id), AgendaEntry.AtOnce));
    }

    private static void CloseOffer(RoseState rose, bool due)
    {
        if (rose.Offer is not { } offer)
        {
            return;
        }

        rose.Follow([.. RoseEffects.Close(rose, offer, due)]);
        if (offer.Letter.TextState == TextState.Held)
        {
            rose.Follow(new Unindex(RoseEffects.Letters, RoseEffects.Letter(rose.Id, offer.Number)));
        }

        rose.Offer = null;
    }
}
