using Engagement.Contracts;
using Engagement.Grains.Imports;

namespace Engagement.Web.Imports;

/// <summary>Hours of other systems that wait for their volunteer's word.</summary>
public sealed class HourRowShelf(HourRowReader rows)
{
    /// <summary>Rows of one page, and of one answer.</summary>
    public const int Shown = 50;

    /// <summary>The first of them, and how many there are.</summary>
    public async Task<WaitingHours> Of(ParticipantId volunteer)
    {
        var (waiting, total) = await rows.For(volunteer, Shown);
        return new([.. waiting.Select(row => new WaitingRow(
            row.Id.ToString(), row.System, row.Unit, row.Title, DateTimeOffset.FromUnixTimeMilliseconds(row.From),
            DateTimeOffset.FromUnixTimeMilliseconds(row.From + row.Minutes * 60_000L), row.Minutes))], total);
    }
}

/// <summary>Hours of other systems that wait.</summary>
/// <param name="Rows">The first of them.</param>
/// <param name="Total">How many there are.</param>
public sealed record WaitingHours(IReadOnlyList<WaitingRow> Rows, long Total);

/// <summary>A row.</summary>
/// <param name="Id">Its id.</param>
/// <param name="System">The other system.</param>
/// <param name="Unit">The unit there.</param>
/// <param name="Title">Service content.</param>
/// <param name="From">Begin.</param>
/// <param name="To">End.</param>
/// <param name="Minutes">Minutes.</param>
public sealed record WaitingRow(string Id, string System, string Unit, string Title, DateTimeOffset From, DateTimeOffset To, int Minutes);
