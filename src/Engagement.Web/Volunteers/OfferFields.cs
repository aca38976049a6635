using Engagement.Web.Shared;

namespace Engagement.Web.Volunteers;

/// <summary>Fields of what a volunteer offers.</summary>
/// <param name="Districts">Districts to choose from.</param>
/// <param name="District">The chosen one's code.</param>
/// <param name="Skills">Chosen skills.</param>
public sealed record OfferFields(IReadOnlyList<Choice> Districts, string? District, IReadOnlyList<string> Skills);
