using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Volunteers;

internal static partial class IdentityRules
{
    /// <summary>Teams that one person may be in at once, requests included.</summary>
    public const int MostTeams = 5;

    /// <summary>Asks to join a team.</summary>
    /// <param name="volunteer">The record.</param>
    /// <param name="command">Idempotency key.</param>
    /// <param name="team">Which.</param>
    /// <param name="isOpen">Whether a team that the record names is still at work; those that dissolved take no place.</param>
    /// <param name="age">Today's.</param>
    /// <param name="moment">Now.</param>
    public static Outcome AskTeam(VolunteerState volunteer, CommandId command, string team, Func<string, bool> isOpen, AgeBand age, Moment moment) =>
        Once(volunteer, command, Content.Of("team", team), moment, () =>
        {
            if (!isOpen(team))
            {
                return Outcome.NotFound;
            }

            if (volunteer.Level < IdentityLevel.Phone)
            {
                return Outcome.LevelNeeded;
            }

            if (age is AgeBand.Under14 or AgeBand.Under18 && volunteer.Guardian is not { Word: GuardianConsent.Given })
            {
                return Outcome.GuardianNeeded;
            }

            if (volunteer.Teams?.Exists(place => place.Team == team) == true)
            {
                return Outcome.Done;
            }

            if (volunteer.Teams?.Count(place => isOpen(place.Team)) >= MostTeams)
            {
                return Outcome.TooMany;
            }

            Follow(volunteer, () =>
            {
                volunteer.Teams?.RemoveAll(place => !isOpen(place.Team)); // what dissolved has its own archive
                (volunteer.Teams ??= []).Add(new(team, moment.Milliseconds, false));
            });
            return Outcome.Done;
        });

    /// <summary>Leaves a team, or takes the request back.</summary>
    public static Outcome LeaveTeam(VolunteerState volunteer, CommandId command, string team, Moment moment) =>
        Once(volunteer, command, Content.Of("leave-team", team), moment, () => Remove(volunteer, team) ? Outcome.Done : Outcome.NotFound);

    /// <summary>An organiser admits, declines, or ends a membership.</summary>
    public static Outcome Admit(VolunteerState volunteer, CommandId command, ParticipantId by, string team, bool admit, Moment moment) =>
        Once(volunteer, command, Content.Of("admit", by.ToString(), team, admit ? "1" : "0"), moment, () =>
        {
            if (volunteer.Teams?.FindIndex(place => place.Team == team) is not (>= 0 and var at))
            {
                return Outcome.NotFound;
            }

            if (!admit)
            {
                Remove(volunteer, team);
            }
            else if (!volunteer.Teams![at].Admitted)
            {
                Follow(volunteer, () => volunteer.Teams[at] = new(team, moment.Milliseconds, true));
            }

            volunteer.Follow(Audit(admit ? "team.admit" : "team.remove", volunteer, by, team, moment));
            return Outcome.Done;
        });

    private static bool Remove(VolunteerState volunteer, string team)
    {
        var removed = 0;
        Follow(volunteer, () => removed = volunteer.Teams?.RemoveAll(place => place.Team == team) ?? 0);
        return removed > 0;
    }
}
