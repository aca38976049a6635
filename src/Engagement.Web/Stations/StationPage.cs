using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Stations;

/// <summary>A station as everybody sees it.</summary>
/// <param name="Id">Station id.</param>
/// <param name="Name">On its door.</param>
/// <param name="Kind">What it is.</param>
/// <param name="District">Name of its district.</param>
/// <param name="Open">Gives and takes roses.</param>
/// <param name="Manned">Somebody is on duty: its screen shows a code.</param>
/// <param name="Received">Roses that came to its crew, ever.</param>
/// <param name="Thanks">The latest of them.</param>
public sealed record StationPage(
    string Id, string Name, StationKind Kind, string? District, bool Open, bool Manned, long Received, IReadOnlyList<StationThanks> Thanks)
{
    /// <summary>The reader looks after it.</summary>
    public bool Keeps { get; init; }

    /// <summary>Why a code was not taken; a key of the texts below <c>Stations.Fault</c>.</summary>
    public string? Fault { get; init; }

    /// <summary>Today's rose that the reader has already.</summary>
    public string? Rose { get; init; }

    /// <summary>Roses that lie here for the next visitor.</summary>
    public long Lying { get; init; }

    /// <summary>The page's own address, for a code on paper.</summary>
    public string Address { get; init; } = "";
}

/// <summary>A rose that came to the crew: preset words only.</summary>
/// <param name="Text">What it says.</param>
/// <param name="From">Chosen name of the giver who allows it, else "a citizen".</param>
/// <param name="At">When.</param>
public sealed record StationThanks(string Text, string From, DateTimeOffset At);

/// <summary>A rose of the stock, for whoever stood at the screen.</summary>
/// <param name="Station">The station's id.</param>
/// <param name="Name">On its door.</param>
/// <param name="Text">What the rose says.</param>
public sealed record StationTakePage(string Station, string Name, string Text)
{
    public string Command { get; init; } = CommandKey.New();

    /// <summary>Roses that others left here.</summary>
    public IReadOnlyList<LyingRose> Lying { get; init; } = [];
}

/// <summary>A rose that somebody left for the next visitor.</summary>
/// <param name="Rose">Rose id.</param>
/// <param name="People">Distinct people whom it has been with.</param>
/// <param name="At">Since when it has lain here.</param>
/// <param name="Print">Batch and number that are printed on it; null for one that is not of paper.</param>
public sealed record LyingRose(string Rose, int People, DateTimeOffset At, string? Print);

/// <summary>Where a rose in hand can be left.</summary>
/// <param name="Rose">Rose id.</param>
/// <param name="People">Distinct people whom it has been with.</param>
/// <param name="Stations">Open stations, near ones first.</param>
/// <param name="OfPaper">Its paper has to be left there, too.</param>
public sealed record StationLeavePage(string Rose, int People, IReadOnlyList<StationRow> Stations, bool OfPaper)
{
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>A rose for the crew.</summary>
/// <param name="Station">The station's id.</param>
/// <param name="Name">On its door.</param>
/// <param name="Groups">Preset letters by their reason; nothing else reaches a crew.</param>
/// <param name="Left">Roses left of the reader's day.</param>
/// <param name="Preset">The chosen one.</param>
/// <param name="Faulty">None was chosen.</param>
public sealed record StationGivePage(string Station, string Name, IReadOnlyList<StationPresets> Groups, int Left, string? Preset = null, bool Faulty = false)
{
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>Preset letters of one reason.</summary>
public sealed record StationPresets(string Title, IReadOnlyList<Choice> Letters);

/// <summary>The list of stations.</summary>
public sealed record StationsPage(IReadOnlyList<StationRow> Rows);

/// <summary>One station of a list.</summary>
public sealed record StationRow(string Id, string Name, StationKind Kind, string? District, bool Manned);
