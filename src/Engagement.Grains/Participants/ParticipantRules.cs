using Engagement.Contracts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Notices;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Participants;

/// <summary>The rules of one person's record: pure and synchronous.</summary>
internal static partial class ParticipantRules
{
    /// <summary>People one may block.</summary>
    public const int MaxBlocked = 500;

    /// <summary>Debits today's allowance and brings the rose into the world, in one commit.</summary>
    /// <returns>Done with what a repeat answers; else why not.</returns>
    public static (Outcome Outcome, SendResult Result) Send(
        ParticipantState person, CommandId command, ulong content, RoseId id, Letter letter, ParticipantId to, bool silenced, Moment moment,
        long wake = 0)
    {
        if (Refusal(person, command, content, moment) is { } early)
        {
            return (early.Outcome, SendResult.Unpack(early.Value));
        }

        if (to == person.Id)
        {
            return (Outcome.OwnRose, default);
        }

        person.Purse.Turn(ShanghaiDay.Of(moment.Now), moment.PerDay);
        if (person.Purse.Remaining < 1)
        {
            return (Outcome.AllowanceUsed, default);
        }

        person.Purse.Sent++;
        person.Purse.AllSent++;
        var rose = RoseRules.Born(id, person.Id, letter, to, silenced, moment);
        person.Follow([new Birth(RoseState.Kind, id.ToString(), rose), .. rose.Derived(), .. RoseEffects.Check(rose), .. NoticeEffects.Wake(to, silenced ? 0 : wake)]);
        var result = new SendResult(moment.Milliseconds, person.Purse.Remaining, letter.TextState == TextState.Held);
        person.Commands.Keep(command, content, result.Pack(), moment.Real);
        return (Outcome.Done, result);
    }

    /// <summary>Debits today's allowance and puts the rose into the station's hands, in one commit.</summary>
    /// <returns>Done with what a repeat answers; else why not.</returns>
    public static (Outcome Outcome, SendResult Result) GiveToStation(
        ParticipantState person, CommandId command, ulong content, RoseId id, Letter letter, StationId station, Moment moment)
    {
        if (Refusal(person, command, content, moment) is { } early)
        {
            return (early.Outcome, SendResult.Unpack(early.Value));
        }

        person.Purse.Turn(ShanghaiDay.Of(moment.Now), moment.PerDay);
        if (person.Purse.Remaining < 1)
        {
            return (Outcome.AllowanceUsed, default);
        }

        person.Purse.Sent++;
        person.Purse.AllSent++;
        var giver = moment.Control.Attribute(person.Units);
        var rose = RoseRules.LeftAt(station, id, person.Id, letter, giver, moment, out var effects);
        person.Follow([new Birth(RoseState.Kind, id.ToString(), rose), .. effects]);
        var result = new SendResult(moment.Milliseconds, person.Purse.Remaining, false);
        person.Commands.Keep(command, content, result.Pack(), moment.Real);
        return (Outcome.Done, result);
    }

    /// <summary>A rose came back unclaimed: one more for today. The message is taken, so it happens once however often it is swept.</summary>
    public static void Restore(ParticipantState person, string entry, Moment moment, long wake = 0)
    {
        if (person.IsTaking(RoseEffects.Agenda, entry))
        {
            return; // another call of this very step is under way; both wait for its commit
        }

        person.Purse.Turn(ShanghaiDay.Of(moment.Now), moment.PerDay);
        person.Purse.Restored++;
        person.Purse.AllRestored++;
        person.Follow([new Take(RoseEffects.Agenda, entry), .. NoticeEffects.Wake(person.Id, wake)]);
    }

    /// <summary>Pays for a bouquet, from the day's allowance when it covers it, else from a granted budget, and brings it into the world.</summary>
    public static (Outcome Outcome, long Due) SendBouquet(
        ParticipantState person, CommandId command, ulong content, BouquetState bouquet, Moment moment)
    {
        if (Refusal(person, command, content, moment) is { } early)
        {
            return early;
        }

        var day = ShanghaiDay.Of(moment.Now); // the purse turns only when something is paid: a refusal changes nothing
        if (bouquet.Roses <= person.Purse.RemainingOn(day, moment.PerDay))
        {
            person.Purse.Turn(day, moment.PerDay);
            person.Purse.Bouquets += bouquet.Roses;
            person.Purse.AllBouquets += bouquet.Roses;
        }
        else if (bouquet.Roses <= person.Purse.Budget)
        {
            if (moment.Control.FreezesOrganisation(person.Units.Organisation) || moment.Control.FreezesCompany(person.Units.Company))
            {
                return (Outcome.SwitchedOff, 0); // a granted budget is its unit's, the day's roses are a person's own
            }

            bouquet.FromBudget = true;
            person.Purse.BudgetOut += bouquet.Roses;
        }
        else
        {
            return (Outcome.AllowanceUsed, 0);
        }

        person.Follow([new Birth(BouquetState.Kind, bouquet.Id.ToString(), bouquet), .. bouquet.Derived()]);
        person.Commands.Keep(command, content, bouquet.Due, moment.Real);
        return (Outcome.Done, bouquet.Due);
    }

    /// <summary>What nobody took of a bouquet goes back to where it was debited, once.</summary>
    public static void Leftover(ParticipantState person, string entry, int roses, bool budget, Moment moment, long wake = 0)
    {
        if (person.IsTaking(RoseEffects.Agenda, entry))
        {
            return;
        }

        person.Purse.Turn(ShanghaiDay.Of(moment.Now), moment.PerDay);
        if (budget)
        {
            person.Purse.BudgetLeftovers += roses;
        }
        else
        {
            person.Purse.Restored += roses;
            person.Purse.Leftovers += roses;
        }

        person.Follow([new Take(RoseEffects.Agenda, entry), .. NoticeEffects.Wake(person.Id, wake)]);
    }

    /// <summary>An operator's grant of roses for bouquets, on the record.</summary>
    public static Outcome Grant(ParticipantState person, CommandId command, ParticipantId by, int roses, string reason, Moment moment, long wake = 0)
    {
        var content = Content.Of("grant", roses.ToString(System.Globalization.CultureInfo.InvariantCulture), reason);
        if (Refusal(person, command, content, moment) is { } early)
        {
            return early.Outcome;
        }

        if (person.Commands.MayHaveDropped(command))
        {
            return Outcome.TooOld; // unlike a rose, a grant leaves no record to meet
        }

        person.Purse.BudgetIn += roses;
        Tell(person, NoticeKind.Budget, moment, roses);
        person.Follow([.. NoticeEffects.Wake(person.Id, wake)]);
        person.Follow(new Append("audit", AuditEntry.Of(moment.Now, "budget.grant", $"{person.Id}:{roses}", by, reason)));
        person.Commands.Keep(command, content, 0, moment.Real);
        return Outcome.Done;
    }

    // What every command of a person begins with: an open account, and the command not seen before.
    private static (Outcome Outcome, long Value)? Refusal(ParticipantState person, CommandId command, ulong content, Moment moment) =>
        !person.IsOpen ? (Outcome.SignInRequired, 0)
        : person.Commands.Seen(command, content, moment.Real) is { } seen ? seen
        : null;
}
