using Engagement.Web.Shared;

namespace Engagement.Web.Settings;

/// <summary>How others see me.</summary>
/// <param name="Current">The name so far, or the try that was refused.</param>
/// <param name="Presets">Names that need no review.</param>
/// <param name="ReturnUrl">Where to go on; asked once on the way to somewhere.</param>
/// <param name="Fault">Why the last try was not taken.</param>
public sealed record NamePage(string? Current, IReadOnlyList<string> Presets, string? ReturnUrl = null, StateKind? Fault = null)
{
    public string Command { get; init; } = CommandKey.New();
}
