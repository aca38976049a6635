namespace Engagement.Web.Companies;

/// <summary>One row of a roster as it was written; null where a cell or its column is missing.</summary>
/// <param name="Line">Line in the file, the heading being 1; or place in the request, from 1.</param>
public sealed record RosterCells(int Line, string? Phone, string? Name = null, string? Station = null, string? Number = null, string? Company = null, string? Status = null);
