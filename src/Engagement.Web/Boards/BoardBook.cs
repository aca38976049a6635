using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Rankings;
using Engagement.Web.Problems;
using StackExchange.Redis;

namespace Engagement.Web.Boards;

/// <summary>A line as it is shown.</summary>
/// <param name="Rank">Equal counts share a number.</param>
/// <param name="Id">Code or id; null for a person, who is only a name here.</param>
/// <param name="Name">Name to show.</param>
/// <param name="Count">Roses, or people for chains.</param>
/// <param name="Mine">The signed-in person's own.</param>
public sealed record BoardEntry(long Rank, string? Id, string Name, long Count, bool Mine = false);

/// <summary>A board as it is shown.</summary>
public sealed record BoardView(string Board, string Period, long Total, IReadOnlyList<BoardEntry> Entries);

/// <summary>Reads boards with names. Consent and <c>GovernmentMode</c> filter here and never decide what is counted (ledger.md 12).</summary>
public sealed class BoardBook(BoardReader reader, PeopleReader people, OptedIn optedIn, Names names, CampaignSettings settings, Calls calls)
{
    private const int Reach = 5;

    /// <summary>An operator switched boards off for now: nothing is shown, counting goes on.</summary>
    public bool IsOff => settings.Control.IsOff(ControlField.Boards);

    /// <summary>Boards that this campaign shows.</summary>
    public IEnumerable<string> Boards => settings.Campaign.GovernmentMode
        ? Grains.Rankings.Boards.All.Where(board => board != Grains.Rankings.Boards.Person)
        : Grains.Rankings.Boards.All;

    /// <summary>The first lines; those of <paramref name="me"/> are marked.</summary>
    public async Task<BoardView> Top(string board, Period period, int take, ParticipantId me = default)
    {
        if (board == Grains.Rankings.Boards.Person)
        {
            return await Persons(period, me, lines => lines.Take(take));
        }

        var (lines, total) = await reader.Top(board, period, take);
        var mine = me.IsNone ? RedisValue.Null : UnitOf(board, (await calls.Participant(me, person => person.Self())).Profile);
        return new(board, Word(period), total, [.. lines.Select(line => Entry(board, line, mine))]);
    }

    /// <summary>The lines around the person's own unit, or the person.</summary>
    public async Task<BoardView> Around(string board, Period period, ParticipantId me)
    {
        var self = await calls.Participant(me, person => person.Self());
        if (board == Grains.Rankings.Boards.Person && self.Profile?.OnBoards == true)
        {
            return await Persons(period, me, lines => Near(lines, me));
        }

        var mine = UnitOf(board, self.Profile);
        if (mine.IsNull)
        {
            return new(board, Word(period), 0, []);
        }

        var lines = await reader.Around(board, period, mine, Reach);
        var (_, total) = await reader.Top(board, period, 1);
        return new(board, Word(period), total, [.. lines.Select(line => Entry(board, line, mine))]);
    }

    private static RedisValue UnitOf(string board, Profile? profile) => board switch
    {
        Grains.Rankings.Boards.District => profile?.Units.District,
        Grains.Rankings.Boards.Community => profile?.Units.Community,
        Grains.Rankings.Boards.Organisation => profile?.Units.Organisation,
        Grains.Rankings.Boards.Company => profile?.Units.Company,
        _ => RedisValue.Null,
    };

    // Ranks are among those who opted in; the others are not shown, not even as a gap.
    private async Task<BoardView> Persons(
        Period period, ParticipantId me, Func<IReadOnlyList<PersonLine>, IEnumerable<PersonLine>> choose)
    {
        var lines = await optedIn.Rank(period);
        var shown = choose(lines).ToArray();
        var seen = await people.Read(shown.Select(line => line.Person));
        return new(Grains.Rankings.Boards.Person, Word(period), lines.Count, [.. shown.Select(line => new BoardEntry(
            line.Rank, null, seen[line.Person].Name ?? names.Citizen(seen[line.Person].District), line.Count, line.Person == me))]);
    }

    private static IEnumerable<PersonLine> Near(IReadOnlyList<PersonLine> lines, ParticipantId me)
    {
        var place = lines.ToList().FindIndex(line => line.Person == me);
        return place < 0 ? [] : lines.Skip(Math.Max(0, place - Reach)).Take(2 * Reach + 1);
    }

    private BoardEntry Entry(string board, BoardLine line, RedisValue mine)
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
