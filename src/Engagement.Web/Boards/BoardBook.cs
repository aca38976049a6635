using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Rankings;
using Engagement.Web.Problems;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Boards;

/// <summary>A line as it is shown.</summary>
/// <param name="Rank">Equal counts share a number; null for a line that is not ranked.</param>
/// <param name="Id">Code or id; null for a person, who is only a name here.</param>
/// <param name="Name">Name to show.</param>
/// <param name="Count">Roses, acts, minutes of hours, or people for chains.</param>
/// <param name="Mine">The signed-in person's own.</param>
/// <param name="Couriers">On boards of companies' acts: active couriers.</param>
/// <param name="PerHundred">On boards of companies' acts: acts per hundred couriers; null for too few to say.</param>
public sealed record BoardEntry(long? Rank, string? Id, string Name, long Count, bool Mine = false, int? Couriers = null, decimal? PerHundred = null)
{
    /// <summary>On boards of hours: volunteers who served in the period; null for others.</summary>
    public long? Volunteers { get; init; }
}

/// <summary>A board as it is shown.</summary>
public sealed record BoardView(string Board, string Period, long Total, IReadOnlyList<BoardEntry> Entries);

/// <summary>Reads boards with names. Consent and <c>GovernmentMode</c> filter here and never decide what is counted (ledger.md 12).</summary>
public sealed class BoardBook(
    BoardReader reader, StandingReader standings, PeopleReader people, OptedIn optedIn, Names names, CampaignSettings settings, IOptions<BoardOptions> options, Calls calls)
{
    private const int Reach = 5;

    /// <summary>An operator switched boards off for now: nothing is shown, counting goes on.</summary>
    public bool IsOff => settings.Control.IsOff(ControlField.Boards);

    /// <summary>Boards that this campaign shows.</summary>
    public IEnumerable<string> Boards => settings.Campaign.GovernmentMode
        ? Grains.Rankings.Boards.All.Where(board => !Grains.Rankings.Boards.IsOfPersons(board))
        : Grains.Rankings.Boards.All;

    /// <summary>The first lines; those of <paramref name="me"/> are marked.</summary>
    public async Task<BoardView> Top(string board, Period period, int take, ParticipantId me = default)
    {
        if (Grains.Rankings.Boards.IsOfPersons(board))
        {
            return await Persons(board, period, me, lines => lines.Take(take));
        }

        var mine = me.IsNone ? null : BoardUnits.Of(board, (await calls.Participant(me, person => person.Self())).Profile);
        if (Grains.Rankings.Boards.IsOfActs(board))
        {
            return await Acts(board, period, take, mine);
        }

        var (lines, total) = await reader.Top(board, period, take);
        return new(board, Word(period), total, await Entries(board, period, lines, mine));
    }

    /// <summary>The lines around the person's own unit, or the person.</summary>
    public async Task<BoardView> Around(string board, Period period, ParticipantId me)
    {
        var self = await calls.Participant(me, person => person.Self());
        if (Grains.Rankings.Boards.IsOfPersons(board) && self.Profile is { } profile
            && board switch
            {
                Grains.Rankings.Boards.Person => profile.OnBoards, Grains.Rankings.Boards.HoursByVolunteer => profile.OnHoursBoard, _ => profile.OnCourierBoard,
            })
        {
            return await Persons(board, period, me, lines => Near(lines, me));
        }

        if (BoardUnits.Of(board, self.Profile) is not { } mine)
        {
            return new(board, Word(period), 0, []);
        }

        if (Grains.Rankings.Boards.IsOfActs(board))
        {
            return await Acts(board, period, int.MaxValue, mine);
        }

        var lines = await reader.Around(board, period, mine, Reach);
        var (_, total) = await reader.Top(board, period, 1);
        return new(board, Word(period), total, await Entries(board, period, lines, mine));
    }

    private async Task<IReadOnlyList<BoardEntry>> Entries(string board, Period period, IReadOnlyList<BoardLine> lines, string? mine)
    {
        var entries = lines.Select(line => Entry(board, line, mine));
        return Grains.Rankings.Boards.IsOfHours(board)
            ? await Task.WhenAll(entries.Select(async entry => entry with { Volunteers = await reader.Members(Grains.Rankings.Boards.Volunteers(board, entry.Id!), period) }))
            : [.. entries];
    }

    // A handful of companies: all of them are near.
    private async Task<BoardView> Acts(string board, Period period, int take, string? mine)
    {
        var lines = await standings.Read(board, period);
        var small = mine is not null && lines.All(line => line.Company != mine);
        return new(board, Word(period), lines.Count, [.. lines.Take(take).Select(line => new BoardEntry(
            line.Rank == 0 ? null : line.Rank, line.Company, names.Standing(line), line.Acts, line.Company == mine || small && line.Company == Standings.Small,
            line.Couriers, line.Couriers < options.Value.LeastCouriers ? null : line.PerHundred))]);
    }

    // Ranks are among those who opted in; the others are not shown, not even as a gap.
    private async Task<BoardView> Persons(
        string board, Period period, ParticipantId me, Func<IReadOnlyList<PersonLine>, IEnumerable<PersonLine>> choose)
    {
        var lines = await optedIn.Rank(board, period);
        var shown = choose(lines).ToArray();
        var seen = await people.Read(shown.Select(line => line.Person));
        return new(board, Word(period), lines.Count, [.. shown.Select(line => new BoardEntry(
            line.Rank, null, seen[line.Person].Name ?? names.Citizen(seen[line.Person].District), line.Count, line.Person == me))]);
    }

    private static IEnumerable<PersonLine> Near(IReadOnlyList<PersonLine> lines, ParticipantId me)
    {
        var place = lines.ToList().FindIndex(line => line.Person == me);
        return place < 0 ? [] : lines.Skip(Math.Max(0, place - Reach)).Take(2 * Reach + 1);
    }

    private BoardEntry Entry(string board, BoardLine line, string? mine)
    {
        if (board == Grains.Rankings.Boards.Chain)
        {
            var rose = new RoseId(OpaqueId.FromBytes((byte[])line.Member!)).ToString();
            return new(line.Rank, rose, names.Chain(line.Count), line.Count);
        }

        return new(line.Rank, line.Member, names.Unit(board, line.Member!), line.Count, line.Member == mine);
    }

    private static string Word(Period period) => period.ToString().ToLowerInvariant();
}
