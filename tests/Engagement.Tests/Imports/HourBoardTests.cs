using CsCheck;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Rankings;
using Engagement.Grains.Recounting;
using Engagement.Grains.Storage;
using Engagement.Tests.Hours;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Imports;

/// <summary>Boards of hours are a fold of the entries (LB-02), and an offset takes back exactly where it was counted.</summary>
[Collection(StoreTests.Name)]
public sealed class HourBoardTests(StoreFixture stores)
{
    private static readonly Gen<(int What, int Start, int Length, int Late, int Early)[]> Commands =
        Gen.Select(Gen.Int[0, 10], Gen.Int[0, 4_000], Gen.Int[1, 900], Gen.Int[-30, 90], Gen.Int[-60, 90], static (a, b, c, d, e) => (a, b, c, d, e)).Array[1, 14];

    [Fact]
    public void Ranks_RandomCommands_AreWhatTheLinesCountOnTheDayOnWhichTheyWereCounted() => Commands.Sample(commands =>
    {
        var (ledger, boards) = (new LedgerOfHours(), new Dictionary<(string Board, string Member), long>());
        foreach (var (what, start, length, late, early) in commands)
        {
            var seen = ledger.Entries.Count;
            ledger.Run(what, start, length, late, early);
            foreach (var rank in ledger.Entries.Skip(seen).SelectMany(entry => Engagement.Grains.Hours.HourEffects.Of(entry)).OfType<Rank>())
            {
                var key = (rank.Board, Members.Text(rank.Member));
                boards[key] = boards.GetValueOrDefault(key) + rank.N;
            }
        }

        var expected = new Dictionary<(string, string), long>();
        foreach (var line in ledger.Entries.Where(entry => entry.Offsets.IsNone).Select(entry => ledger.Whole.Of(entry.Id)!).Where(line => line.Root.Class == HourClass.Credit))
        {
            var counting = ledger.Entries.LastOrDefault(entry => entry.Root == line.Root.Id && entry.Counted.Count > 0);
            foreach (var key in counting is null ? [] : Keys(line.Root, ShanghaiDay.Of(DateTimeOffset.FromUnixTimeMilliseconds(counting.RecordedAt))))
            {
                expected[key] = expected.GetValueOrDefault(key) + line.Net;
            }
        }

        Assert.Equal(expected.Where(entry => entry.Value != 0).Order(ByKey), boards.Where(entry => entry.Value != 0).Order(ByKey));
        Assert.All(boards.Values, value => Assert.True(value >= 0));
    }, iter: 10_000);

    [RedisFact]
    public async Task Board_SettledThenCorrected_IsTakenBackInTheSamePeriods()
    {
        await using var city = await HoursCity.StartAsync(stores);
        var (an, bo) = (await city.City.CitizenAsync(), await city.City.CitizenAsync());
        var organiser = await city.StaffAsync(Role.Organiser, HoursCity.Team);
        await city.SettledAsync(6, 2, an, bo);
        await city.City.SweepAsync();
        var counted = ShanghaiDay.Of(city.City.Clock.UtcNow);
        var entry = (await city.EntriesAsync(an))[0];
        Assert.Equal((long)entry.Minutes + (await city.EntriesAsync(bo))[0].Minutes, await city.City.CountAsync(Boards.Day(Boards.Hours, counted), HoursCity.Team));

        city.City.Clock.Advance(TimeSpan.FromDays(9));
        Assert.Equal(Outcome.Done, (await city.Volunteer(an).Offset(city.City.Cell.Command(), organiser, new(entry.Id, -entry.Minutes, HourReason.WrongTimes))).Outcome);
        var left = (long)(await city.EntriesAsync(bo))[0].Minutes;
        foreach (var key in new[] { Boards.Day(Boards.Hours, counted), Boards.Week(Boards.Hours, counted), Boards.Whole(Boards.Hours) })
        {
            Assert.Equal(left, await city.City.CountAsync(key, HoursCity.Team));
        }

        Assert.Equal(left, await city.City.CountAsync(Boards.Day(Boards.HoursByDistrict, counted), "440703"));
        Assert.Null(await city.City.CountAsync(Boards.Day(Boards.Hours, ShanghaiDay.Of(city.City.Clock.UtcNow)), HoursCity.Team));
        await city.City.IsCleanAsync();
    }

    private static readonly Comparer<KeyValuePair<(string Board, string Member), long>> ByKey =
        Comparer<KeyValuePair<(string Board, string Member), long>>.Create(static (a, b) => (string.CompareOrdinal(a.Key.Board, b.Key.Board), string.CompareOrdinal(a.Key.Member, b.Key.Member)) switch
        {
            (0, var member) => member,
            (var board, _) => board,
        });

    private static IEnumerable<(string, string)> Keys(ServiceRecord root, int day)
    {
        var volunteer = Members.Text(OpaqueId.Bytes(root.Volunteer.Value));
        foreach (var key in new[] { Boards.Whole(Boards.HoursByVolunteer), Boards.Week(Boards.HoursByVolunteer, day), Boards.Day(Boards.HoursByVolunteer, day) })
        {
            yield return (key, volunteer);
        }

        foreach (var (board, unit) in new[] { (Boards.Hours, (string?)root.Organisation), (Boards.HoursByDistrict, root.District) }.Where(place => place.Item2 is not null))
        {
            foreach (var key in new Func<string, string>[] { Boards.Whole, of => Boards.Week(of, day), of => Boards.Day(of, day) })
            {
                yield return (key(board), unit!);
                yield return (key(Boards.Volunteers(board, unit!)), volunteer);
            }
        }
    }
}
