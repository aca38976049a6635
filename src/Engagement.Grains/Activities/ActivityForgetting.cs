using Engagement.Contracts;
using Engagement.Grains.Participants;

namespace Engagement.Grains.Activities;

/// <summary>Takes back what lies ahead of a person whose account was closed, and forgets what they said; that they came stays with their hours.</summary>
public sealed class ActivityForgetting(ActivityReader activities, CellGrains grains) : IForgetting
{
    /// <inheritdoc/>
    public async Task Forget(ParticipantId person)
    {
        foreach (var activity in (await activities.SignUps(person, int.MaxValue)).Select(entry => entry.Activity).Distinct())
        {
            await grains.Activity(activity).Forget(person);
        }
    }
}
