using Engagement.Grains.Storage;

namespace Engagement.Grains.Roses;

/// <summary>What a letter says.</summary>
/// <param name="Reason">Reason id of the catalogue.</param>
/// <param name="Preset">The preset that shows when <paramref name="Own"/> is null.</param>
/// <param name="Own">Own text.</param>
/// <param name="State">Where the own text is in moderation.</param>
public sealed record LetterText(string Reason, string Preset, string? Own, TextState State)
{
    /// <summary>As a reader may see it: an own text only after it passed.</summary>
    public LetterText Shown => State == TextState.Shown ? this : this with { Own = null };
}

/// <summary>Opens sealed letters for their writer, for moderators, and, through <see cref="LetterText.Shown"/>, for their reader.</summary>
public sealed class LetterOpener(CellKeys keys)
{
    /// <summary>What was said at a hop.</summary>
    public LetterText Open(RoseState rose, Hop hop) => Open(hop.Letter, rose.ReviewOf(hop));

    /// <summary>What an open offer says.</summary>
    public LetterText Open(Offer offer) => Open(offer.Letter, offer.Letter.TextState);

    /// <summary>What every rose of a bouquet says.</summary>
    public LetterText Open(Letter letter) => Open(letter, letter.TextState);

    private LetterText Open(Letter letter, TextState state) => new(letter.Reason, letter.Preset, letter.Text is { } text ? keys.Open(text) : null, state);
}
