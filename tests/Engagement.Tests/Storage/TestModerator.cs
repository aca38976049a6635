using Engagement.Grains.Moderation;

namespace Engagement.Tests.Storage;

/// <summary>Holds what contains "hold", refuses what contains "refuse".</summary>
internal sealed class TestModerator : IMessageModerator
{
    public string RuleVersion => "test";

    public ModerationVerdict Check(string text) =>
        text.Contains("refuse", StringComparison.Ordinal) ? ModerationVerdict.Refuse(ModerationCategory.Abuse)
        : text.Contains("hold", StringComparison.Ordinal) ? ModerationVerdict.Hold(ModerationCategory.Abuse)
        : ModerationVerdict.Pass;

    public ModerationVerdict CheckName(string name) => Check(name);
}
