using Microsoft.Extensions.Options;

namespace Engagement.Grains.Rankings;

/// <summary>Reads the boards of acts: what the ledger counted, made comparable by <see cref="Standings"/>.</summary>
public sealed class StandingReader(BoardReader boards, CourierCounts couriers, IOptions<BoardOptions> options)
{
    private const int Companies = 1_000; // more than any city has

    /// <summary>The lines of a period that runs.</summary>
    public async Task<IReadOnlyList<Standing>> Read(string board, Period period)
    {
        var counts = couriers.For(period);
        var (lines, _) = await boards.Top(Boards.Acts, period, Companies);
        return Of(board, lines, await counts);
    }

    /// <summary>The lines of any period, by the key of its board of acts.</summary>
    public async Task<IReadOnlyList<Standing>> ReadOf(string board, string key, IReadOnlyDictionary<string, int> counts) =>
        Of(board, (await boards.TopOf(key, Companies)).Lines, counts);

    private IReadOnlyList<Standing> Of(string board, IReadOnlyList<BoardLine> lines, IReadOnlyDictionary<string, int> counts) => Standings.Of(
        [.. lines.Select(line => new CompanyFigures(line.Member!, line.Count, counts.GetValueOrDefault((string)line.Member!))),
            .. counts.Where(count => lines.All(line => line.Member != count.Key)).Select(count => new CompanyFigures(count.Key, 0, count.Value))],
        options.Value.LeastCouriers, byRate: board == Boards.ActRate);
}
