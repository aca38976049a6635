namespace Engagement.Web.Console;

/// <summary>The audit log, newest first.</summary>
/// <param name="Rows">Lines of this page.</param>
/// <param name="Acts">Acts that can be chosen.</param>
/// <param name="Act">The act that is shown; null for all.</param>
/// <param name="Total">Lines ever.</param>
/// <param name="Older">Where the next page begins; null for none.</param>
public sealed record AuditPage(IReadOnlyList<AuditRow> Rows, IReadOnlyList<string> Acts, string? Act, long Total, long? Older);

/// <summary>A line of the audit log.</summary>
/// <param name="At">When.</param>
/// <param name="Act">What, as it is stored.</param>
/// <param name="Target">To what.</param>
/// <param name="By">Name or number of who; empty for the program itself.</param>
/// <param name="Reason">Why.</param>
public sealed record AuditRow(DateTimeOffset At, string Act, string Target, string By, string Reason);
