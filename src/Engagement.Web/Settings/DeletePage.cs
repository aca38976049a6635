using Engagement.Web.Shared;

namespace Engagement.Web.Settings;

/// <summary>What goes and what stays when the account is closed, shown before anything happens.</summary>
/// <param name="Held">Roses in hand, whose way ends here.</param>
/// <param name="Offered">Roses on their way: their links live until they expire.</param>
/// <param name="Unsure">The box that says "I have read this" was not ticked.</param>
public sealed record DeletePage(int Held, int Offered, bool Unsure = false)
{
    public string Command { get; init; } = CommandKey.New();
}
