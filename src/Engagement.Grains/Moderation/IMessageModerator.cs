namespace Engagement.Grains.Moderation;
public enum ModerationDecision { Pass, Hold, Refuse }
public readonly record struct ModerationVerdict(ModerationDecision Decision);
public interface IMessageModerator { ModerationVerdict Check(string text); }
public static class MessageText { public static string? Validate(string? text, int max) => null; }
