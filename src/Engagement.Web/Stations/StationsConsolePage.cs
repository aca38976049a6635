using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Stations;

/// <summary>Stations in the console.</summary>
/// <param name="Rows">Those that the reader looks after, newest first.</param>
/// <param name="MayOpen">The reader may open stations and bring roses.</param>
/// <param name="Letters">What the roses of a new station may say.</param>
/// <param name="Districts">Where it may be.</param>
/// <param name="Form">What was filled in so far.</param>
/// <param name="Fault">The field that was not right.</param>
public sealed record StationsConsolePage(
    IReadOnlyList<StationConsoleRow> Rows, bool MayOpen, IReadOnlyList<StationPresets> Letters, IReadOnlyList<Choice> Districts, StationForm Form, string? Fault = null)
{
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>A station to be opened.</summary>
public sealed record StationForm(string? Name = null, string? Kind = null, string? District = null, string? Letter = null);

/// <summary>A station of the list.</summary>
public sealed record StationConsoleRow(string Id, string Name, StationKind Kind, string? District, bool Open, bool Manned, int Stock, long HandedOut);
