namespace Engagement.Web.Hours;

/// <summary>A request for correction as it was filled in.</summary>
/// <param name="Entry">Entry that is wrong.</param>
/// <param name="Activity">Number of the activity whose service is missing.</param>
/// <param name="Fault">A name of <see cref="Contracts.CorrectionFault"/>.</param>
/// <param name="Note">The volunteer's words.</param>
public sealed record CorrectionForm(string? Entry = null, string? Activity = null, string? Fault = null, string? Note = null);
