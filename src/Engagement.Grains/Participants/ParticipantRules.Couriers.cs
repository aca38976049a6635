using Engagement.Contracts;
using Engagement.Grains.Agenda;
using Engagement.Grains.Couriers;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Participants;

internal static partial class ParticipantRules
{
    /// <summary>The company follows the courier's record. What was asked before a newer answer came changes nothing; the message is taken, so it ends.</summary>
    /// <returns>False while a company that was left still counts by this clock: the message stays.</returns>
    public static bool Affiliate(ParticipantState person, string entry, CourierAffiliation courier, Moment moment)
    {
        var leaving = courier.Company is null && moment.Milliseconds < courier.Until;
        if (person.IsTaking(RoseEffects.Agenda, entry) || leaving && courier.Version > person.Affiliation && person.IsOpen && entry == CourierEffects.Affiliate(person.Id, courier.Version))
        {
            return false;
        }

        person.Follow(new Take(RoseEffects.Agenda, entry));
        if (!person.IsOpen)
        {
            person.Follow(new Index(RoseEffects.Agenda, CourierEffects.Depart(person.Id), AgendaEntry.AtOnce)); // enrolled while the account was being closed
        }
        else if (courier.Version > person.Affiliation && !leaving)
        {
            if (person.Units.Company != courier.Company)
            {
                SetUnits(person, person.Units with { Company = courier.Company }, moment);
            }

            person.Affiliation = courier.Version;
        }

        return true;
    }
}
