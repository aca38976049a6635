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
/// <param name="Invite">A board of persons that the reader could join.</param>
public sealed record BoardsPage(
    string Board, IReadOnlyList<Choice> Boards, BoardPeriod Period, IReadOnlyList<BoardRow> Rows, IReadOnlyList<BoardRow> Around, BoardRow? Mine,
    long Total, DateTimeOffset AsOf, bool Invite = false);
