using Engagement.Grains.Campaigns;
using Engagement.Grains.Rankings;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Publications;

/// <summary>Reads the boards of a period into a document. Persons are never in it.</summary>
public sealed class SnapshotTaker(
    BoardReader boards, StandingReader standings, CourierCounts couriers, SeededCatalogue catalogue, CampaignSettings settings, Cell cell, IOptions<BoardOptions> options)
{
    /// <summary>Lines of one board in the document.</summary>
    public const int Lines = 200;

    /// <summary>Active couriers that a period which ends now divides by.</summary>
    public async Task<Dictionary<string, int>> Couriers(PublicationState publication) => CourierCounts.Larger(await couriers.Now(), publication.AtBegin);

    /// <summary>Active couriers now.</summary>
    public Task<Dictionary<string, int>> CouriersNow() => couriers.Now();

    /// <summary>The document of an edition, from the boards as they are now.</summary>
    /// <param name="period">Whose.</param>
    /// <param name="counts">Active couriers, as frozen.</param>
    /// <param name="replaces">The edition before; null for what is frozen.</param>
    /// <param name="reason">Of an erratum.</param>
    public async Task<Snapshot> Take(PublicationPeriod period, IReadOnlyDictionary<string, int> counts, Edition? replaces, string? reason)
    {
        var taken = await Task.WhenAll(Boards.Published.Select(board => Board(period, board, counts)));
        return new(Snapshot.Current, cell.Campaign, period.ToString(),
            Day(period.From(settings.Campaign)), Day(period.Until(settings.Campaign).AddTicks(-1)), replaces is null ? 0 : replaces.Number + 1, replaces?.Hash,
            string.IsNullOrEmpty(reason) ? null : reason, Second(settings.Clock.UtcNow), options.Value.LeastCouriers, Snapshot.NotForAssessment, taken);
    }

    private async Task<SnapshotBoard> Board(PublicationPeriod period, string board, IReadOnlyDictionary<string, int> counts)
    {
        if (Boards.IsOfActs(board))
        {
            var made = await standings.ReadOf(board, period.KeyOf(Boards.Acts), counts);
            return new(board, Title(board), made.Count, [.. made.Select(line => new SnapshotLine(
                line.Rank == 0 ? null : line.Rank, line.Company, Name(board, line), line.Acts, line.Couriers, line.Couriers < options.Value.LeastCouriers ? null : line.PerHundred))]);
        }

        var (lines, total) = await boards.TopOf(period.KeyOf(board), Lines);
        return new(board, Title(board), total, [.. lines.Select(line => new SnapshotLine(line.Rank, line.Member!, Name(board, line.Member!), line.Count))]);
    }

    private string Name(string board, Standing line) => line.Company switch
    {
        Standings.Pool => "城市骑士（未加入公司）",
        Standings.Small => $"人数不足 {options.Value.LeastCouriers} 的 {line.Together} 家",
        _ => Name(board, line.Company),
    };

    private string Name(string board, string id) => board switch
    {
        Boards.District or Boards.HoursByDistrict => catalogue.Reference.Districts.FirstOrDefault(unit => unit.Code == id)?.Name,
        Boards.Community => catalogue.Reference.Districts.SelectMany(unit => unit.Towns).FirstOrDefault(unit => unit.Code == id)?.Name,
        Boards.Organisation or Boards.Hours => catalogue.Reference.Organisations.FirstOrDefault(unit => unit.Id == id)?.Name,
        _ => catalogue.Reference.Companies.FirstOrDefault(unit => unit.Id == id)?.ShortName,
    } ?? id;

    private static string Title(string board) => board switch
    {
        Boards.ActRate => "企业：每百名在岗骑手核实的善行",
        Boards.Acts => "企业：核实的善行件数",
        Boards.Company => "企业：送出并被收下的玫瑰",
        Boards.District => "县区：送出并被收下的玫瑰",
        Boards.Hours => "单位：志愿者签到签退的信用时数（分钟）",
        Boards.HoursByDistrict => "县区：志愿者签到签退的信用时数（分钟）",
        Boards.Community => "镇街：送出并被收下的玫瑰",
        _ => "单位：送出并被收下的玫瑰",
    };

    private static DateOnly Day(DateTimeOffset at) => ShanghaiDay.DateOf(ShanghaiDay.Of(at));

    private static DateTimeOffset Second(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds()).ToOffset(ShanghaiDay.Offset);
}
