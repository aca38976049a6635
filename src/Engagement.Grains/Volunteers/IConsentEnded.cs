using Engagement.Contracts;

namespace Engagement.Grains.Volunteers;

/// <summary>
/// What a feature cancels when a minor may not serve any more: a guardian took the consent back. Called by the agenda until
/// it succeeds, so possibly several times; registered once for each feature that has something to cancel. Hours stay.
/// </summary>
public interface IConsentEnded
{
    /// <summary>Cancels what lies in the future.</summary>
    Task Cancel(ParticipantId volunteer);
}
