using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;

namespace Engagement.Grains.Volunteers;

/// <summary>Locks a volunteer's record: what the law asks to keep is shown to nobody. A guardian's word ends with their account.</summary>
internal sealed class VolunteerForgetting(VolunteerReader volunteers, CellGrains grains, ICampaignClock clock) : IForgetting
{
    /// <inheritdoc/>
    public async Task Forget(ParticipantId person)
    {
        foreach (var ward in await volunteers.WardsOf(person)) // each leaves the list when the word ends
        {
            await grains.Volunteer(ward).Unguard(CommandId.New(clock.RealNow), person);
        }

        await grains.Volunteer(person).Lock();
    }
}
