namespace Engagement.Web.Roses;

/// <summary>What a letter's form sends besides its command.</summary>
/// <param name="To">How the letter addresses its reader.</param>
/// <param name="Phrase">Number of the ready-made sentence, 1-based.</param>
/// <param name="Text">Own words, at most 60 characters; when not empty they replace the phrase.</param>
/// <param name="Anonymous">The reader sees no name.</param>
/// <param name="Receiver">Participant id of a known person; empty makes a link that anyone may open.</param>
public sealed record WriteForm(string? To = null, int Phrase = 1, string? Text = null, bool Anonymous = false, string? Receiver = null);
