namespace Engagement.Grains.Moderation;

/// <summary>WeChat's check of a text (msg_sec_check), where there is one. The grains know no protocol: the site brings this.</summary>
public interface ITextChecks
{
    /// <summary>False where no mini program is configured: then the local lists decide alone.</summary>
    bool Enabled { get; }

    /// <summary>Asks once. Never throws for what WeChat answers or doesn't.</summary>
    /// <param name="openId">The mini program's openid of the writer.</param>
    /// <param name="text">At most 2,500 characters.</param>
    Task<TextFinding> Check(string openId, string text);
}

/// <summary>What came of a check.</summary>
public enum CheckedAs
{
    /// <summary>WeChat could not be asked now: words stay held, and it is asked again.</summary>
    Failed = 0,

    /// <summary>WeChat doesn't check this person now (61010): what the local lists said stands.</summary>
    Unreachable,

    /// <summary>Nothing was found.</summary>
    Passed,

    /// <summary>A moderator should look.</summary>
    Review,

    /// <summary>Against the law or the rules.</summary>
    Risky,
}

/// <summary>What WeChat found. Carries no part of the text.</summary>
/// <param name="As">What to do.</param>
/// <param name="Label">WeChat's category: 100 nothing, 10001 advertisement, 20001 politics, 20002 porn, 20003 abuse, 20006 crime, 20008 fraud, 20012 vulgar, 21000 other; 0 for none.</param>
/// <param name="Trace">WeChat's number of the check, for the record that the law asks for (网络安全法 47).</param>
public readonly record struct TextFinding(CheckedAs As, int Label = 0, string? Trace = null);

/// <summary>No check: a site without a mini program, and subcommands.</summary>
public sealed class NoTextChecks : ITextChecks
{
    /// <inheritdoc/>
    public bool Enabled => false;

    /// <inheritdoc/>
    public Task<TextFinding> Check(string openId, string text) => Task.FromResult(new TextFinding(CheckedAs.Unreachable));
}
