using Engagement.Contracts;

namespace Engagement.Grains.Participants;

/// <summary>
/// What a feature forgets of a person whose account was closed, beside what the person's own record empties. Called by the
/// agenda until it succeeds, so possibly several times; registered once for each feature that keeps something.
/// </summary>
public interface IForgetting
{
    /// <summary>Forgets all that it knows of the person.</summary>
    Task Forget(ParticipantId person);
}
