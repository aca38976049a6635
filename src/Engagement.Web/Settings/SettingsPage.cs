using Engagement.Contracts;

namespace Engagement.Web.Settings;

/// <summary>Everything a person decides, at a glance.</summary>
/// <param name="Id">The person's own number, to give to an organiser who grants a budget.</param>
/// <param name="Name">Display name; null when none was chosen yet.</param>
/// <param name="NameHeld">The name waits for review.</param>
/// <param name="Place">District and community as read; null when not given.</param>
/// <param name="Units">Names of the units joined.</param>
/// <param name="Reach">Who may send to me.</param>
/// <param name="OnBoards">Shown on boards of persons; null where such boards are off.</param>
/// <param name="Blocks">People blocked.</param>
/// <param name="Operator">May use the console.</param>
/// <param name="CanJoin">There is a mini program, and it would not know this person yet.</param>
public sealed record SettingsPage(
    string Id, string? Name, bool NameHeld, string? Place, IReadOnlyList<string> Units, Reach Reach, bool? OnBoards, int Blocks, bool Operator = false,
    bool CanJoin = false);
