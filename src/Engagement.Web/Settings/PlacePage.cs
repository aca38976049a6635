using Engagement.Web.Shared;

namespace Engagement.Web.Settings;

/// <summary>Where I live, as coarse as I like.</summary>
/// <param name="Districts">All districts, each with its communities.</param>
/// <param name="Current">Value of the chosen district or community; null when not given.</param>
/// <param name="ReturnUrl">Where to go on.</param>
public sealed record PlacePage(IReadOnlyList<District> Districts, string? Current, string? ReturnUrl = null)
{
    public string Command { get; init; } = CommandKey.New();
}
