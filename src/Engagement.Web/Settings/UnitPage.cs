using Engagement.Web.Shared;

namespace Engagement.Web.Settings;

/// <summary>Join an organisation by its code, or leave it.</summary>
/// <param name="Units">Units joined so far, by what leaving sends.</param>
/// <param name="WrongCode">The last code, which was not known; null otherwise.</param>
public sealed record UnitPage(IReadOnlyList<Choice> Units, string? WrongCode = null)
{
    public string Command { get; init; } = CommandKey.New();
}
