namespace Engagement.Web.Acts;

/// <summary>What a courier fills in; nothing but the kind is ever required.</summary>
public sealed record ActForm(string? Kind = null, string? Place = null, string? Note = null, IFormFile? Photo = null);
