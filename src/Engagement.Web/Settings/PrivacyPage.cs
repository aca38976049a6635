using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Settings;

/// <summary>Who may reach me and who may see me.</summary>
/// <param name="Reach">Who may send to me.</param>
/// <param name="ShowName">My name shows where my roses have been.</param>
/// <param name="OnBoards">Shown on boards of persons; null where such boards are off.</param>
/// <param name="OnCourierBoard">Shown on the board of couriers; null where there is none for this person.</param>
/// <param name="OnHoursBoard">Shown on the board of volunteers' hours, where there are boards of persons.</param>
public sealed record PrivacyPage(Reach Reach, bool ShowName, bool? OnBoards, bool? OnCourierBoard = null, bool OnHoursBoard = false)
{
    public string Command { get; init; } = CommandKey.New();
}
