using Engagement.Web.Shared;

namespace Engagement.Web.Roses;

/// <summary>The sender's page after sealing: how to hand the letter over, and how to take it back.</summary>
/// <param name="Id">Rose id.</param>
/// <param name="Letter">The letter as sent.</param>
/// <param name="Link">Absolute link with its secret; null when it goes to a known person.</param>
/// <param name="Poster">Address of the picture; null when it goes to a known person.</param>
/// <param name="ReturnsAt">When an unopened letter comes back.</param>
/// <param name="Receiver">Name of the known person it waits for; null when it travels by link.</param>
public sealed record SealedPage(string Id, Letter Letter, string? Link, string? Poster, DateTimeOffset ReturnsAt, string? Receiver = null)
{
    /// <summary>The words wait for a moderator; until then the letter shows its ready-made sentence.</summary>
    public bool Held { get; init; }

    /// <summary>Address of the code for another screen; null when the letter goes to a known person.</summary>
    public string? Code { get; init; }

    /// <summary>The code follows the service account on its way to the letter.</summary>
    public bool Follows { get; init; }

    public string Command { get; init; } = CommandKey.New();
}
