using Engagement.Web.Shared;

namespace Engagement.Web.Settings;

/// <summary>Who may reach me and who may see me.</summary>
/// <param name="WhoMaySend">Who may send to me.</param>
/// <param name="OnBoards">Shown on boards of persons; null where such boards are off.</param>
public sealed record PrivacyPage(WhoMaySend WhoMaySend, bool? OnBoards)
{
    public string Command { get; init; } = CommandKey.New();
}
