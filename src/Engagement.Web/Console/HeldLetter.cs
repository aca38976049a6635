namespace Engagement.Web.Console;

/// <summary>Words that wait for a person to read them.</summary>
/// <param name="Id">What a decision sends: rose and offer, or the person.</param>
/// <param name="Text">The words.</param>
/// <param name="Reason">The letter's reason; null for a name.</param>
/// <param name="At">Since when.</param>
/// <param name="Label">WeChat's category, like 20003; 0 when WeChat said nothing.</param>
/// <param name="Checking">WeChat is still reading: it may release the words by itself.</param>
public sealed record HeldLetter(string Id, string Text, string? Reason, DateTimeOffset At, int Label = 0, bool Checking = false);

/// <summary>A rose that was reported.</summary>
/// <param name="Id">Rose id.</param>
/// <param name="Text">What it says.</param>
/// <param name="Reporters">How many people reported it since it was last looked at.</param>
/// <param name="Said">What they said, in their words.</param>
/// <param name="At">Since when.</param>
public sealed record ReportedLetter(string Id, string Text, int Reporters, IReadOnlyList<string> Said, DateTimeOffset At);
