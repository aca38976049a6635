using System.Globalization;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Rankings;
using Engagement.Web.Boards;
using Engagement.Web.Drawing;
using Engagement.Web.Home;

namespace Engagement.Web.Wall;

/// <summary>Gathers what big screens show, at most once a second in this process, whoever looks.</summary>
public sealed class WallBook(CityCache city, CityReader reader, LatestReader latest, BoardBook boards, SeededCatalogue catalogue, Names names, Wording wording, TimeProvider time)
{
    /// <summary>Below so many roses a district is not told exactly, and its takings without the place (AN-01).</summary>
    public const int Few = 10;

    private const int Hops = 6, Lines = 5, Hour = 60, Days = 14, Petals = 24;

    private static readonly TimeSpan BoardsAge = TimeSpan.FromSeconds(5);

    private readonly ReadOnce<IReadOnlyList<LatestPassing>> _newest = new(() => latest.Newest(Hops), time, TimeSpan.FromSeconds(1));
    private readonly ReadOnce<IReadOnlyList<(int Day, long Claimed)>> _days = new(() => reader.Days(Days), time, BoardsAge);
    // Names of units come in the language of whoever reads.
    private readonly ReadOnce<WallBoards> _chinese = new(() => Boards(boards), time, BoardsAge), _english = new(() => Boards(boards), time, BoardsAge);

    /// <summary>What a screen shows now, in the language of the request.</summary>
    public async Task<WallAnswer> Now()
    {
        var (totals, newest, days, units) = (city.Now(), _newest.Now(), _days.Now(), (Wording.IsEnglish ? _english : _chinese).Now());
        var (all, shown) = (await totals, await units);
        return new(all.Claimed, all.Today, all.People, all.LongestChain,
            [.. CityMosaic.Districts.Select(code => new WallUnit(code, names.Short().GetValueOrDefault(code, code), Told(shown.Districts.GetValueOrDefault(code))))],
            [.. (await newest).Select(hop => Hop(hop, hop.District is { } code && shown.Districts.GetValueOrDefault(code) >= Few))], [.. shown.Companies.Select(line => Unit(line, line.Count))], [.. shown.Teams.Select(line => Unit(line, line.Count / Hour))],
            [.. (await days).Select(day => new WallDay(string.Create(CultureInfo.InvariantCulture, $"{day.Day / 100 % 100}/{day.Day % 100}"), day.Claimed))], Rose(all.LongestChain));
    }

    /// <summary>The rose of a chain with so many people.</summary>
    public static string Rose(long people)
    {
        using var text = new StringWriter();
        RoseSvg.Draw((int)Math.Clamp(people, 1, Petals), stem: false).WriteTo(text, System.Text.Encodings.Web.HtmlEncoder.Default);
        return text.ToString();
    }

    private WallHop Hop(LatestPassing hop, bool place) => new(hop.At.ToUnixTimeMilliseconds(), place ? names.District(hop.District) : null, place ? hop.District : null,
        catalogue.Reference.Reasons.FirstOrDefault(reason => reason.Id == hop.Reason) is { } known ? wording.Of(known.Title) : "", hop.Number + 1);

    // Neither the screen nor its feed tells one rose from nine.
    private static long Told(long count) => count is > 0 and < Few ? 1 : count;

    private static WallUnit Unit(BoardEntry line, long count) => new(line.Id ?? "", line.Name, count);

    private static async Task<WallBoards> Boards(BoardBook book)
    {
        var districts = (await book.Top(Grains.Rankings.Boards.District, Period.All, CityMosaic.Districts.Count())).Entries.ToDictionary(line => line.Id!, line => line.Count);
        return book.IsOff ? new(districts, [], []) : new(districts,
            [.. (await book.Top(Grains.Rankings.Boards.Acts, Period.All, Lines)).Entries.Where(line => line.Count > 0)],
            [.. (await book.Top(Grains.Rankings.Boards.Hours, Period.All, Lines)).Entries.Where(line => line.Count >= Hour)]);
    }

    private sealed record WallBoards(IReadOnlyDictionary<string, long> Districts, IReadOnlyList<BoardEntry> Companies, IReadOnlyList<BoardEntry> Teams);
}
