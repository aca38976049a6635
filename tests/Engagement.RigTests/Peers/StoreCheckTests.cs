using Engagement.Grains.Campaigns;
using Engagement.Rig;
using Engagement.Rig.City;
using Engagement.Rig.Peers;
using Engagement.Rig.Serve;

namespace Engagement.RigTests.Peers;

/// <summary>The conservation check must find what a store lost or made up; the store here says whatever a test wants.</summary>
public class StoreCheckTests
{
    private static readonly Person[] People = [.. Enumerable.Range(0, 4).Select(number => new Person(Resident.Name(number), $"id{number}", ""))];

    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    private static (Books Books, Shelf Shelf) Two()
    {
        var reference = ReferenceDataLoader.Load(Path.Combine(Programs.Root(), "infra", "jiangmen"));
        var books = new Books(People, reference);
        books.Enter([new("rose1", 0, 1, true), new("rose2", 1, 2, false), new("rose3", 3, -1, false)], [], Noon, Noon);
        var (organisation, company) = Resident.Of(People[0].Name, reference);
        return (books, new(new() { ["organisation"] = organisation!.Id, ["company"] = company!.Id }));
    }

    [Fact]
    public async Task Run_StoreAsAcknowledged_FindsNothing()
    {
        var (books, shelf) = Two();

        Assert.Empty(await StoreCheck.Run(books, shelf));
        Assert.Empty(books.Unchecked);
    }

    [Theory]
    [InlineData("totals", "totals")]
    [InlineData("days", "totals")]
    [InlineData("whole board", "board organisation, whole")]
    [InlineData("week board", "board company, weeks")]
    [InlineData("day board", "board company, days")]
    [InlineData("box", "people")]
    [InlineData("winner", "roses")]
    [InlineData("second hop", "roses")]
    [InlineData("lost", "roses")]
    [InlineData("lost unclaimed", "roses")]
    public async Task Run_OneThingWrong_NamesIt(string broken, string named)
    {
        var (books, shelf) = Two();
        shelf.Broken = broken;

        var wrong = await StoreCheck.Run(books, shelf);

        Assert.StartsWith(named, Assert.Single(wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OneRoseTwiceOrARefusal_IsReported()
    {
        var (books, shelf) = Two();
        books.Enter([new("rose1", 0, 1, false)], ["claim 404 NotFound"], Noon, Noon.AddDays(2));

        var wrong = await StoreCheck.Run(books, shelf);

        Assert.Contains("1 answers were claim 404 NotFound", wrong);
        Assert.Contains("rose rose1 was acknowledged 2 times", wrong);
        Assert.Equal([20261123, 20261124, 20261125], books.Days);
    }

    // What Two() acknowledged, but for one thing.
    private sealed class Shelf(Dictionary<string, string> units) : IStoreView
    {
        public string Broken { get; set; } = "";

        public Task<(long Sent, long Claimed, long SentOnDays, long ClaimedOnDays)> Totals() =>
            Task.FromResult((3L, Broken == "totals" ? 3L : 2L, Broken == "days" ? 2L : 3L, 2L));

        public Task<IReadOnlyDictionary<string, long>> Board(string board, string period)
        {
            var off = (Broken, board, period[0]) is ("whole board", "organisation", 'a') or ("week board", "company", 'w') or ("day board", "company", 'd');
            return Task.FromResult<IReadOnlyDictionary<string, long>>(new Dictionary<string, long> { [units[board]] = off ? 2 : 1 });
        }

        public Task<IReadOnlyList<(long Sent, long Received, long Held)>> Boxes(IReadOnlyList<string> people) =>
            Task.FromResult<IReadOnlyList<(long, long, long)>>([(1, 0, 0), (1, 1, 1), (0, 1, Broken == "box" ? 0 : 1), (1, 0, 0)]);

        public Task<IReadOnlyList<(string From, string To, int Hops)?>> Roses(IReadOnlyList<string> roses) =>
            Task.FromResult<IReadOnlyList<(string From, string To, int Hops)?>>([.. roses.Select(rose => rose switch
            {
                "rose1" => ("id0", Broken == "winner" ? "id2" : "id1", 1),
                "rose2" => Broken == "lost" ? default((string, string, int)?) : ("id1", "id2", Broken == "second hop" ? 2 : 1),
                _ => Broken == "lost unclaimed" ? default((string, string, int)?) : ("", "", 0),
            })]);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
