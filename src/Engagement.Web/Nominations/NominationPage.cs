using Engagement.Web.Shared;
using Engagement.Web.Stations;

namespace Engagement.Web.Nominations;

/// <summary>A courier's code, for whoever scanned it on a helmet or a box: nothing that tells who they are.</summary>
/// <param name="Code">The code.</param>
/// <param name="Company">Name of the company, only when the courier shows it.</param>
/// <param name="People">People whose thanks the courier accepted.</param>
/// <param name="Accepted">The latest of them, as ready-made words.</param>
/// <param name="Groups">What can be said: ready-made letters by their reason, and nothing else.</param>
/// <param name="Preset">The chosen one.</param>
/// <param name="Fault">Key of the sentence that says what was wrong.</param>
public sealed record NominationPage(
    string Code, string? Company, int People, IReadOnlyList<string> Accepted, IReadOnlyList<StationPresets> Groups, string? Preset = null, string? Fault = null)
{
    public string Command { get; init; } = CommandKey.New();

    /// <summary>The thanks are on their way.</summary>
    public bool Sent { get; init; }
}

/// <summary>A courier's own page of thanks.</summary>
/// <param name="Code">The code for helmet and box; null before it was made.</param>
/// <param name="Waiting">Thanks that wait for the courier.</param>
/// <param name="Decided">Thanks that were decided about, newest first.</param>
public sealed record MyThanksPage(string? Code, IReadOnlyList<ThanksRow> Waiting, IReadOnlyList<ThanksRow> Decided)
{
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>One person's thanks.</summary>
public sealed record ThanksRow(string Handle, string Text, DateTimeOffset At, int Times, bool Accepted);

/// <summary>Stickers to print and cut out.</summary>
/// <param name="Code">The code in two halves, as it is typed.</param>
/// <param name="Link">What the QR code says.</param>
public sealed record StickerPage(string Code, string Link);
