namespace Engagement.Web.Acts;

/// <summary>The optional fields of an act.</summary>
/// <param name="Places">Districts with their towns.</param>
/// <param name="Place">What was chosen.</param>
/// <param name="Note">What was written.</param>
public sealed record ActFields(IReadOnlyList<Settings.District> Places, string? Place = null, string? Note = null);
