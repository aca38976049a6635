using Engagement.Web.Shared;

namespace Engagement.Web.Settings;

/// <summary>Join a company or organisation by its code, or leave it.</summary>
/// <param name="Units">Units joined so far.</param>
/// <param name="WrongCode">The last code was not known.</param>
public sealed record UnitPage(IReadOnlyList<Choice> Units, bool WrongCode = false)
{
    public string Command { get; init; } = CommandKey.New();
}
