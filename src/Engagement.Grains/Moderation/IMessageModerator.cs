namespace Engagement.Grains.Moderation;

/// <summary>Judges a person's own words before anyone else sees them (product.md MA-01). Pure, fast and safe to call from any thread.</summary>
public interface IMessageModerator
{
    /// <summary>Names the lists and patterns behind a verdict; stored with each decision as the law asks (网络安全法 47).</summary>
    string RuleVersion { get; }

    /// <summary>Judges <paramref name="text"/>. Never throws for bad input; says nothing about which word it met.</summary>
    ModerationVerdict Check(string text);

    /// <summary>Judges <paramref name="name"/>, which others are to see as somebody's own: as any text, and for posing as an office.</summary>
    ModerationVerdict CheckName(string name);
}
