using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Roses;

/// <summary>What a letter says.</summary>
/// <param name="Reason">Reason id of the catalogue.</param>
/// <param name="Preset">The preset that shows while or when there is no own text to show.</param>
/// <param name="Own">Own text; null for none, or when it is gone with its writer's account.</param>
/// <param name="Addressee">How it addresses its reader; null for "you".</param>
/// <param name="State">Where the own words are in moderation.</param>
public sealed record LetterText(string Reason, string Preset, string? Own, string? Addressee, TextState State)
{
    /// <summary>What WeChat's check made of it; 0 when it said nothing.</summary>
    public int Label { get; init; }

    /// <summary>WeChat's check is still under way.</summary>
    public bool Checking { get; init; }
}

/// <summary>Opens sealed letters whole, passed or not: for their writer and for moderators, never for their readers.</summary>
public sealed class LetterOpener(CellKeys keys, PeopleReader people)
{
    /// <summary>What was said at a hop.</summary>
    public async Task<LetterText> Open(RoseState rose, Hop hop) => Open(hop.Letter, rose.ReviewOf(hop), await people.Salt(hop.From));

    /// <summary>What the open offer says; null when there is none.</summary>
    public async Task<LetterText?> OpenOffer(RoseState rose) =>
        rose.Offer is { } offer ? Open(offer.Letter, offer.Letter.TextState, await people.Salt(rose.Holder)) : null;

    /// <summary>What a letter says, with its writer's salt; without one, own words stay closed for good.</summary>
    public LetterText Open(Letter letter, TextState state, byte[]? salt) => new(
        letter.Reason, letter.Preset, Own(letter.Text, salt), Own(letter.Addressee, salt), state) { Label = letter.Label, Checking = letter.Checking };

    private string? Own(byte[]? box, byte[]? salt) => box is null || salt is not { Length: > 0 } ? null : keys.Open(box, salt);
}
