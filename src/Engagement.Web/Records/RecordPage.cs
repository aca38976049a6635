using Engagement.Contracts;
using Engagement.Grains.Records;

namespace Engagement.Web.Records;

/// <summary>A line of a record.</summary>
/// <param name="Act">Its act.</param>
/// <param name="What">What it was, in the reader's language.</param>
/// <param name="At">When.</param>
/// <param name="Place">District; null when not told.</param>
/// <param name="Level">How well it is attested.</param>
/// <param name="Hidden">Its person does not show it.</param>
public sealed record RecordLine(CivicActId Act, string What, DateTimeOffset At, string? Place, EvidenceLevel Level, bool Hidden);

/// <summary>One's own record.</summary>
/// <param name="Consented">It may be kept.</param>
/// <param name="Lines">Newest first; without consent what would stand in it.</param>
/// <param name="Shares">Open links.</param>
/// <param name="Requests">Requests for correction.</param>
/// <param name="Fault">Why something was not done; Done for nothing.</param>
public sealed record RecordPage(
    bool Consented, IReadOnlyList<RecordLine> Lines, IReadOnlyList<RecordShare> Shares, IReadOnlyList<RecordRequest> Requests, Outcome Fault = Outcome.Done);

/// <summary>A link as a code to scan.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Link">The whole address.</param>
/// <param name="Until">When it ends.</param>
public sealed record SharePage(int Number, string Link, DateTimeOffset Until);

/// <summary>A record as others see it, or on paper.</summary>
/// <param name="Name">Whose; null for a person without a name to show.</param>
/// <param name="Lines">Newest first.</param>
/// <param name="At">When it was read.</param>
/// <param name="Until">When the link ends; null on the person's own paper.</param>
public sealed record SheetPage(string? Name, IReadOnlyList<RecordLine> Lines, DateTimeOffset At, DateTimeOffset? Until);
