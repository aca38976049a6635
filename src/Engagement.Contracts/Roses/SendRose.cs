namespace Engagement.Contracts;

/// <summary>What a person writes on a rose: a reason of the catalogue, and one of its presets or a text of their own.</summary>
/// <param name="Reason">Reason id of the catalogue.</param>
/// <param name="Preset">Preset id of that reason; null with an own text.</param>
/// <param name="Text">Own text, up to 60 characters; null with a preset. Shown only after moderation.</param>
/// <param name="Addressee">How the letter addresses its reader, up to 12 characters, moderated like the text; null for "you".</param>
[GenerateSerializer, Immutable, Alias("eng.rose.words")]
public sealed record LetterWords(
    [property: Id(0)] string Reason, [property: Id(1)] string? Preset, [property: Id(2)] string? Text, [property: Id(3)] string? Addressee = null);

/// <summary>A rose to give.</summary>
/// <param name="Words">What it says.</param>
/// <param name="To">The person it is for; default for whoever opens the link first.</param>
/// <param name="Anonymous">Hide the giver from the taker; moderators still see them.</param>
[GenerateSerializer, Immutable, Alias("eng.rose.send")]
public sealed record SendRose(
    [property: Id(0)] LetterWords Words, [property: Id(1)] ParticipantId To, [property: Id(2)] bool Anonymous);

/// <summary>Answer to a rose that was given or offered again.</summary>
/// <param name="Outcome">Done, or why not; then the other fields are empty.</param>
/// <param name="Rose">The rose.</param>
/// <param name="Secret">The link's secret, 128 bits as 22 characters.</param>
/// <param name="ExpiresAt">When an unclaimed offer comes back.</param>
/// <param name="Remaining">Roses left of today's allowance.</param>
/// <param name="Held">The text waits for a moderator; until then the preset shows.</param>
/// <param name="Field">With Invalid: the field. Otherwise null.</param>
[GenerateSerializer, Immutable, Alias("eng.rose.sent")]
public sealed record SendReceipt(
    [property: Id(0)] Outcome Outcome, [property: Id(1)] RoseId Rose = default, [property: Id(2)] string Secret = "",
    [property: Id(3)] DateTimeOffset ExpiresAt = default, [property: Id(4)] int Remaining = 0,
    [property: Id(5)] bool Held = false, [property: Id(6)] string? Field = null);
