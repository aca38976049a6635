using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Volunteers;

namespace Engagement.Grains.Activities;

/// <summary>
/// Takes back what lies ahead of a person whose account was closed, and forgets what they said; that they came stays with their hours.
/// Of a minor whose guardian took the consent back only what lies ahead goes.
/// </summary>
public sealed class ActivityForgetting(ActivityReader activities, CellGrains grains) : IForgetting, IConsentEnded
{
    /// <inheritdoc/>
    public Task Forget(ParticipantId person) => Each(person, activity => activity.Forget(person));

    /// <inheritdoc/>
    public Task Cancel(ParticipantId volunteer) => Each(volunteer, activity => activity.Withdraw(volunteer));

    private async Task Each(ParticipantId person, Func<IActivityGrain, Task> act)
    {
        foreach (var activity in (await activities.SignUps(person, int.MaxValue)).Select(entry => entry.Activity).Distinct())
        {
            await act(grains.Activity(activity));
        }
    }
}
