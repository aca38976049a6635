namespace Engagement.Contracts;

/// <summary>
/// What a push is answered with, as facts: words come from the site's texts, links with their secrets from the cell's keys when
/// it is written, so that what is kept for a retry is small and opens nothing.
/// </summary>
/// <param name="Kind">Which answer.</param>
/// <param name="Numbers">Its numbers, in the order that the kind says.</param>
/// <param name="Words">Its codes and ids, in the order that the kind says.</param>
[GenerateSerializer, Immutable, Alias("eng.push.reply")]
public sealed record PushReply([property: Id(0)] ReplyKind Kind, [property: Id(1)] long[] Numbers, [property: Id(2)] string[] Words)
{
    /// <summary>Received, nothing to say.</summary>
    public static PushReply Silent { get; } = new(ReplyKind.None, [], []);

    /// <summary>A code's landing page; null for other kinds.</summary>
    public Landing? Landing => Kind is ReplyKind.Landing or ReplyKind.WelcomeLanding && Words is [var path, var secret] && Numbers is [var offer]
        ? new(path, secret, (int)offer)
        : null;
}

/// <summary>Where a code leads.</summary>
/// <param name="Path">A path of the site.</param>
/// <param name="Secret">Id that the link's secret belongs to; empty when the page needs none.</param>
/// <param name="Offer">Number of the offer that the secret is for.</param>
public sealed record Landing(string Path, string Secret = "", int Offer = 0);

/// <summary>Kinds of answers.</summary>
public enum ReplyKind
{
    /// <summary>None: an acknowledgement.</summary>
    None = 0,

    /// <summary>To somebody who just followed.</summary>
    Welcome,

    /// <summary>To somebody who followed by a code: numbers offer; words path, secret's id.</summary>
    WelcomeLanding,

    /// <summary>To a follower who scanned a code: as <see cref="WelcomeLanding"/>.</summary>
    Landing,

    /// <summary>The code leads nowhere any more.</summary>
    Gone,

    /// <summary>Own roses: numbers left today, a day, held, waiting, given, taken.</summary>
    Mine,

    /// <summary>Own roses, asked by somebody who has not entered yet.</summary>
    Enter,

    /// <summary>The week's districts: numbers their counts, then the own district's rank and count if it has any; words their codes, then the own.</summary>
    Boards,

    /// <summary>What one can ask.</summary>
    Help,

    /// <summary>A fixed text: words its name in the account's file.</summary>
    Text,
}
