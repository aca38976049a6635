namespace Engagement.Web.Console;

/// <summary>The question on the phone.</summary>
/// <param name="Ticket">Which computer.</param>
/// <param name="Choices">Three numbers, of which the computer shows one.</param>
/// <param name="Kind">The computer's browser; empty when it is unknown.</param>
public sealed record LetInPage(string Ticket, IReadOnlyList<int> Choices, string Kind);
