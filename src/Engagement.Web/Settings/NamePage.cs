using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Settings;

/// <summary>How others see me.</summary>
/// <param name="Current">The name so far, or the try that was refused.</param>
/// <param name="Presets">Names that need no review.</param>
/// <param name="ReturnUrl">Where to go on; asked once on the way to somewhere.</param>
/// <param name="Fault">Why the last try was not taken: Invalid or TextRefused.</param>
/// <param name="Held">The name so far waits for review.</param>
public sealed record NamePage(string? Current, IReadOnlyList<string> Presets, string? ReturnUrl = null, Outcome? Fault = null, bool Held = false)
{
    /// <summary>Ready names on show; the others unfold.</summary>
    public int Shown => 12;

    public string Command { get; init; } = CommandKey.New();
}
