using Engagement.Contracts;

namespace Engagement.Web.Roses;

/// <summary>A rose to give, or a held one to offer on.</summary>
/// <param name="CommandId">Idempotency key, a UUIDv7.</param>
/// <param name="Reason">Reason id of the catalogue.</param>
/// <param name="Preset">Preset id of the reason; or Text.</param>
/// <param name="Text">Own text of 1 to 60 characters, moderated; or Preset.</param>
/// <param name="To">Participant id for whom it is; absent for whoever opens the link.</param>
/// <param name="Anonymous">Hide the giver from the taker; only when giving.</param>
/// <param name="Addressee">How the letter addresses its reader, up to 12 characters, moderated.</param>
public sealed record SendRequest(string? CommandId, string? Reason, string? Preset, string? Text, string? To, bool Anonymous, string? Addressee)
{
    internal LetterWords Words => new(Reason ?? "", Preset, Text, Addressee);
}

/// <summary>What was given.</summary>
public sealed record SentAnswer(string RoseId, string Secret, string Link, DateTimeOffset ExpiresAt, int RemainingToday, bool Held);

/// <summary>What is offered on.</summary>
public sealed record OfferAnswer(string Secret, string Link, DateTimeOffset ExpiresAt, bool Held);

/// <summary>A claim.</summary>
public sealed record ClaimRequest(string? CommandId, string? Secret);

/// <summary>What was claimed.</summary>
public sealed record ClaimAnswer(string Outcome, int Hop, bool Counted);

/// <summary>A command without content.</summary>
public sealed record CommandRequest(string? CommandId);

/// <summary>A thank-back.</summary>
public sealed record ThanksRequest(string? CommandId, string? Phrase);

/// <summary>A report or a void.</summary>
public sealed record ReportRequest(string? CommandId, string? Reason);

/// <summary>A rose as anyone with its id sees it.</summary>
public sealed record RoseAnswer(string State, long People, int Hops);

/// <summary>One passing: names only of those who allow it.</summary>
public sealed record HopAnswer(int Hop, DateTimeOffset At, string? From, string? FromDistrict, string? To, string? ToDistrict, string Reason);

/// <summary>A page of hops.</summary>
public sealed record HopsAnswer(IReadOnlyList<HopAnswer> Hops, int? Next);
