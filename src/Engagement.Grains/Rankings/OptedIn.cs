using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;

namespace Engagement.Grains.Rankings;

/// <summary>A person's line among those who opted in.</summary>
public readonly record struct PersonLine(long Rank, ParticipantId Person, long Count);

/// <summary>The boards of persons, among those who opted in to each: absent by default, revocable at once (LB-05).</summary>
public sealed class OptedIn(StoreConnection store, Cell cell, ICampaignClock clock)
{
    /// <summary>Opted-in people looked at; beyond this the board says so instead of growing slow.</summary>
    public const int Most = 5_000;

    /// <summary>Everybody who opted in and has a count, best first, earliest first among equals.</summary>
    public async Task<IReadOnlyList<PersonLine>> Rank(string which, Period period)
    {
        var consents = which switch
        {
            Boards.ActsByCourier => ParticipantEffects.OnCourierBoard,
            Boards.HoursByVolunteer => ParticipantEffects.OnHoursBoard,
            _ => ParticipantEffects.OnBoards,
        };
        var members = await store.Database.SortedSetRangeByRankAsync(cell.Key(consents), 0, Most - 1);
        if (members.Length == 0)
        {
            return [];
        }

        var day = ShanghaiDay.Of(clock.UtcNow);
        var board = cell.Key(period switch
        {
            Period.Day => Boards.Day(which, day),
            Period.Week => Boards.Week(which, day),
            _ => Boards.Whole(which),
        });
        var scores = await store.Database.SortedSetScoresAsync(board, members);
        var minors = await store.Database.SortedSetScoresAsync(cell.Key(VolunteerEffects.Minors), members); // never, whatever they chose
        var lines = new List<PersonLine>();
        foreach (var (member, score, _) in members.Zip(scores, minors).Where(line => line.Second >= 1 << 26 && line.Third is null).OrderByDescending(line => line.Second))
        {
            var count = (long)Math.Floor(score!.Value / (1 << 26));
            var rank = lines.Count > 0 && lines[^1].Count == count ? lines[^1].Rank : lines.Count + 1;
            lines.Add(new(rank, new(OpaqueId.FromBytes((byte[])member!)), count));
        }

        return lines;
    }
}
