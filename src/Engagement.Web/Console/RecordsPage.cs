using Engagement.Grains.Records;

namespace Engagement.Web.Console;

/// <summary>Requests to correct civic-behaviour records.</summary>
/// <param name="Rows">Oldest first.</param>
/// <param name="Fault">The reason was missing or could not be read.</param>
public sealed record RecordsPage(IReadOnlyList<RecordsRow> Rows, bool Fault = false);

/// <summary>One request.</summary>
/// <param name="Item">The request with its act.</param>
/// <param name="Person">Name or number of who asks.</param>
/// <param name="What">What the act was.</param>
public sealed record RecordsRow(WaitingRequest Item, string Person, string What);
