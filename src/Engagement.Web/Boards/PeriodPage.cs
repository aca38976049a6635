using Engagement.Contracts;
using Engagement.Grains.Publications;
using Engagement.Web.Shared;

namespace Engagement.Web.Boards;

/// <summary>One edition of a period's boards.</summary>
/// <param name="Row">The period.</param>
/// <param name="Edition">The edition on show.</param>
/// <param name="Snapshot">Its document.</param>
/// <param name="Errata">All corrections so far, oldest first.</param>
/// <param name="Address">The site's address, for the commands that check it.</param>
public sealed record PeriodPage(PublishedRow Row, Edition Edition, Snapshot Snapshot, IReadOnlyList<Edition> Errata, string Address)
{
    /// <summary>The boards with names in the reader's language.</summary>
    public required IReadOnlyList<PeriodBoard> Lines { get; init; }

    /// <summary>Objections are taken.</summary>
    public bool Open { get; init; }

    /// <summary>Boards to whose line the reader may object.</summary>
    public IReadOnlyList<string> Objectable { get; init; } = [];

    /// <summary>The reader's own objections.</summary>
    public IReadOnlyList<Objection> Mine { get; init; } = [];

    /// <summary>What was filled in so far.</summary>
    public ObjectionForm Form { get; init; } = new();

    /// <summary>The field that was not right.</summary>
    public string? Fault { get; init; }

    /// <summary>Nobody is signed in.</summary>
    public bool IsGuest { get; init; }

    /// <summary>The file names of the edition begin with this.</summary>
    public string File => $"{Row.Period}.{Edition.Number}";

    /// <summary>Where its files are, without the ending.</summary>
    public string Path => $"/boards/published/{Row.Period}/{Edition.Number}";

    /// <summary>The form's key.</summary>
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>A board of the document with the names to show.</summary>
public sealed record PeriodBoard(SnapshotBoard Board, IReadOnlyList<(SnapshotLine Line, string Name)> Lines);

/// <summary>An objection as it is filled in.</summary>
public sealed record ObjectionForm(string? Board = null, string? Ground = null, string? Note = null);
