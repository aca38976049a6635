namespace Engagement.Web.Paper;

/// <summary>A field for a printed code.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Guest">Nobody is signed in: what waits on this phone can't be sent yet.</param>
/// <param name="Fault">It is no code of this campaign.</param>
public sealed record PaperEntry(string? Typed, bool Guest, bool Fault = false);
