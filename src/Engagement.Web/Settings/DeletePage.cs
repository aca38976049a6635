using Engagement.Web.Shared;

namespace Engagement.Web.Settings;

/// <summary>What goes and what stays when the account is closed, shown before anything happens.</summary>
/// <param name="Letters">Letters whose words are deleted.</param>
/// <param name="Held">Roses in hand, which end their way here.</param>
/// <param name="Offered">Roses on their way, which are called back.</param>
/// <param name="CertifiedHours">Volunteer hours locked for their legal term; 0 when none.</param>
public sealed record DeletePage(int Letters, int Held, int Offered, int CertifiedHours)
{
    public string Command { get; init; } = CommandKey.New();
}
