namespace Engagement.Contracts;

/// <summary>What a person wants to hear of by WeChat. The inbox shows everything in any case.</summary>
/// <param name="Off">No WeChat message at all.</param>
/// <param name="Muted">Topics that never become a message.</param>
/// <param name="Language">Language of messages: <c>zh-Hans</c> or <c>en</c>.</param>
[GenerateSerializer, Immutable, Alias("eng.notices.choice")]
public sealed record NoticeChoice([property: Id(0)] bool Off, [property: Id(1)] NoticeTopics Muted, [property: Id(2)] string Language);

/// <summary>What notices are about.</summary>
[Flags]
public enum NoticeTopics
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A rose was given to me by name.</summary>
    Gifts = 1,

    /// <summary>My rose was opened, or went on.</summary>
    Travels = 2,

    /// <summary>Somebody thanked me.</summary>
    Thanks = 4,

    /// <summary>A rose or a bouquet came back, or a bouquet is all taken.</summary>
    Returns = 8,

    /// <summary>My words, my name, my account.</summary>
    Account = 16,

    /// <summary>Volunteer activities that I signed up for.</summary>
    Activities = 32,

    /// <summary>Everything.</summary>
    All = Gifts | Travels | Thanks | Returns | Account | Activities,
}

/// <summary>A person's side of their notices.</summary>
/// <param name="Open">The account exists and is open; else nothing else is set.</param>
/// <param name="Choice">What they want to hear of by WeChat.</param>
/// <param name="ReadUpTo">Notices up to here are read.</param>
/// <param name="Rider">They are or were a courier: while they may be riding nothing goes out.</param>
[GenerateSerializer, Immutable, Alias("eng.notices.card")]
public sealed record NoticeCard([property: Id(0)] bool Open, [property: Id(1)] NoticeChoice Choice, [property: Id(2)] DateTimeOffset ReadUpTo,
    [property: Id(3)] bool Rider = false);
