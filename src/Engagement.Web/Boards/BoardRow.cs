using Engagement.Web.Shared;

namespace Engagement.Web.Boards;

/// <summary>One line of a board.</summary>
/// <param name="Rank">Ties share a rank: 1, 2, 2, 4; null for a line that is shown without one.</param>
/// <param name="Name">Unit, or a person who opted in.</param>
/// <param name="Note">For example its district.</param>
/// <param name="Value">What is drawn: claimed roses, acts, acts per hundred couriers; people for chains.</param>
/// <param name="Mine">The reader, or the reader's unit.</param>
/// <param name="Href">A rose's chain; null for others.</param>
/// <param name="Shown">The value as it is written, where that is no whole number.</param>
public sealed record BoardRow(long? Rank, string Name, string? Note, long Value, bool Mine = false, string? Href = null, string? Shown = null)
{
    /// <summary>The value as it is written.</summary>
    public string Written => Shown ?? Weaving.Count(Value);
}
