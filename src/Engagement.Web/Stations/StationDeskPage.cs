using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Stations;

/// <summary>A station for its keeper: the code on its screen, the stock and the shifts.</summary>
/// <param name="Id">Station id.</param>
/// <param name="Station">The station.</param>
/// <param name="Code">The code now; null when this keeper is not on duty.</param>
/// <param name="Keeper">Name of who is on duty; null for nobody.</param>
/// <param name="Shifts">The latest shifts.</param>
public sealed record StationDeskPage(string Id, StationView Station, StationScreen? Code, string? Keeper, IReadOnlyList<StationShiftRow> Shifts)
{
    public string Command { get; init; } = CommandKey.New();

    /// <summary>The count was not a number of roses.</summary>
    public bool Faulty { get; init; }
}

/// <summary>What the screen shows.</summary>
/// <param name="Code">The code.</param>
/// <param name="Link">What its QR code says.</param>
/// <param name="Milliseconds">Until the next one.</param>
public sealed record StationScreen(StationCode Code, string Link, long Milliseconds)
{
    /// <summary>The code in two halves, as it is read out.</summary>
    public string Spoken => $"{Code.Text[..4]} {Code.Text[4..]}";
}

/// <summary>A shift with its keeper's name.</summary>
public sealed record StationShiftRow(string Keeper, DateTimeOffset Began, DateTimeOffset? Ended, int CountedIn, int CountedOut, int HandedOut, bool Relieved);
