using Engagement.Contracts;

namespace Engagement.Grains.WeChat;

/// <summary>
/// What other parts of the campaign learn from WeChat's pushes. A push is told before it is acknowledged and possibly more than
/// once: whoever listens tells repetitions by <see cref="Push.Key"/>. A failure is WeChat's retry.
/// </summary>
public interface IPushEvents
{
    /// <summary>This person follows the service account, as of <see cref="Push.At"/>.</summary>
    Task Follows(ParticipantId person, Push push);

    /// <summary>What the person answered about templates, or what became of messages to them.</summary>
    Task Results(ParticipantId person, Push push);

    /// <summary>WeChat's result for a medium.</summary>
    Task MediaChecked(MediaAnswer answer);
}
