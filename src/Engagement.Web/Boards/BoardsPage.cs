using Engagement.Web.Shared;

namespace Engagement.Web.Boards;

/// <summary>One board.</summary>
/// <param name="Board">Key of the board on show.</param>
/// <param name="Boards">All boards one may look at.</param>
/// <param name="Period">Day, week or all.</param>
/// <param name="Rows">The top of it, in order.</param>
/// <param name="Around">Neighbours of the reader's place when that is not in <paramref name="Rows"/>.</param>
/// <param name="Mine">The reader's line; null when there is none.</param>
/// <param name="Total">Lines on the whole board.</param>
/// <param name="AsOf">When it was counted.</param>
/// <param name="Invite">What the reader could do to be part of it.</param>
public sealed record BoardsPage(
    string Board, IReadOnlyList<Choice> Boards, BoardPeriod Period, IReadOnlyList<BoardRow> Rows, IReadOnlyList<BoardRow> Around, BoardRow? Mine,
    long Total, DateTimeOffset AsOf, BoardInvite Invite = BoardInvite.None)
{
    private static readonly int[] Bands = [1, 5, 10, 25, 50];

    /// <summary>Lines count people, not roses.</summary>
    public bool CountsPeople => Board == Grains.Rankings.Boards.Chain;

    /// <summary>What the numbers are, as the texts call it: roses have no name of their own.</summary>
    public string Counts => Board switch
    {
        Grains.Rankings.Boards.Chain => "People",
        Grains.Rankings.Boards.ActRate => "Rate",
        Grains.Rankings.Boards.Acts or Grains.Rankings.Boards.ActsByCourier => "Acts",
        _ when Grains.Rankings.Boards.IsOfHours(Board) => "Hours",
        _ => "",
    };

    /// <summary>The first three, who stand in the bed.</summary>
    public IReadOnlyList<BoardRow> First => [.. Rows.TakeWhile(row => row.Rank is not null).Take(3)];

    /// <summary>On boards of acts, how long couriers wait for a reviewer; null on others.</summary>
    public Grains.Acts.ActWait? Wait { get; init; }

    /// <summary>Companies with fewer active couriers stand together.</summary>
    public int LeastCouriers { get; init; }

    /// <summary>The reader's line is among the first so many per cent; null on small boards and in the lower half, which nobody needs to hear.</summary>
    public int? Band => Mine is { } mine && Total >= 20 && Bands.FirstOrDefault(band => mine.Rank * 100 <= band * Total) is > 0 and var band ? band : null;
}
