namespace Engagement.Grains.Moderation;

/// <summary>What happens to a text. Ordered: the stricter finding wins.</summary>
public enum ModerationOutcome
{
    /// <summary>May be shown.</summary>
    Pass = 0,

    /// <summary>Doubtful: its preset is shown until an operator passes or refuses it.</summary>
    Hold = 1,

    /// <summary>Not accepted; the sender is told the category, never the word.</summary>
    Refuse = 2,
}

/// <summary>Why a text did not pass; each has its own sentence on the page.</summary>
public enum ModerationCategory
{
    /// <summary>Nothing found.</summary>
    None = 0,

    /// <summary>A telephone, QQ or WeChat number, an e-mail address, or a request to add someone (MA-01, MA-09).</summary>
    Contact = 1,

    /// <summary>A web address.</summary>
    Link = 2,

    /// <summary>An identity or bank card number.</summary>
    IdNumber = 3,

    /// <summary>Insult or harassment.</summary>
    Abuse = 4,

    /// <summary>Fraud, gambling, drugs or money offers.</summary>
    Fraud = 5,

    /// <summary>Sexual content.</summary>
    Porn = 6,

    /// <summary>Threats and weapons.</summary>
    Violence = 7,

    /// <summary>Advertising.</summary>
    Advert = 8,

    /// <summary>Share-to-win wording, which WeChat forbids (RR-14).</summary>
    Inducement = 9,

    /// <summary>Markup, control characters or characters that hide text.</summary>
    Markup = 10,

    /// <summary>Public affairs a person should look at; never refused by itself.</summary>
    Politics = 11,

    /// <summary>A name that poses as an office, an official or who runs the campaign.</summary>
    Pose = 12,
}

/// <summary>A moderator's answer. Carries no part of the text, so it may be logged and stored.</summary>
[GenerateSerializer, Immutable, Alias("eng.moderation.verdict")]
public readonly record struct ModerationVerdict(
    [property: Id(0)] ModerationOutcome Outcome, [property: Id(1)] ModerationCategory Category)
{
    /// <summary>Nothing found.</summary>
    public static ModerationVerdict Pass => default;

    /// <summary>Doubtful, for an operator.</summary>
    public static ModerationVerdict Hold(ModerationCategory category) => new(ModerationOutcome.Hold, category);

    /// <summary>Not accepted.</summary>
    public static ModerationVerdict Refuse(ModerationCategory category) => new(ModerationOutcome.Refuse, category);

    /// <summary>The stricter of two; of equals, this one.</summary>
    public ModerationVerdict Or(ModerationVerdict other) => other.Outcome > Outcome ? other : this;
}
