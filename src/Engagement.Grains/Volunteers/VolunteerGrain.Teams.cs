using Engagement.Contracts;

namespace Engagement.Grains.Volunteers;

public sealed partial class VolunteerGrain
{
    /// <inheritdoc/>
    public async Task<Receipt> AskTeam(CommandId command, string team)
    {
        if (!teams.IsOpen(team))
        {
            await teams.Refresh(); // made a moment ago elsewhere, perhaps
        }

        return await Known(NoVolunteer, moment => IdentityRules.AskTeam(State, command, team, teams.IsOpen, AgeNow, moment));
    }

    /// <inheritdoc/>
    public Task<Receipt> LeaveTeam(CommandId command, string team) => Known(NoVolunteer, moment => IdentityRules.LeaveTeam(State, command, team, moment));

    /// <inheritdoc/>
    public Task<Receipt> Admit(CommandId command, ParticipantId by, string team, bool admit) =>
        Known(new(Outcome.NotFound), moment => IdentityRules.Admit(State, command, by, team, admit, moment));
}
