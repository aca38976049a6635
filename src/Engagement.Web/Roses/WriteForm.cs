namespace Engagement.Web.Roses;

/// <summary>What a letter's form sends besides its command.</summary>
/// <param name="To">How the letter addresses its reader, up to 12 characters.</param>
/// <param name="Preset">Id of the ready-made sentence.</param>
/// <param name="Reason">Reason of own words, empty for the neutral one; a ready-made sentence has its own.</param>
/// <param name="Text">Own words, at most 60 characters; when not empty they replace the sentence.</param>
/// <param name="Anonymous">The reader sees no name.</param>
/// <param name="Receiver">Participant id of a known person; empty makes a link that anyone may open.</param>
public sealed record WriteForm(
    string? To = null, string? Preset = null, string? Reason = null, string? Text = null, bool Anonymous = false, string? Receiver = null);

/// <summary>A ready-made sentence of the catalogue.</summary>
public sealed record Sentence(string Id, string Text);
