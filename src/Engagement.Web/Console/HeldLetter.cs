namespace Engagement.Web.Console;

/// <summary>Words that wait for a person to read them.</summary>
/// <param name="Id">Review id.</param>
/// <param name="Kind">What it is: letter, name or bouquet.</param>
/// <param name="Text">The words.</param>
/// <param name="Reason">Why they were held.</param>
/// <param name="At">Since when.</param>
public sealed record HeldLetter(string Id, string Kind, string Text, string Reason, DateTimeOffset At);
