using Engagement.Grains.Recounting;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using StackExchange.Redis;

namespace Engagement.Rig.Peers;

/// <summary>The store of the product, of the floor, and of the stock peer, whose records and scores are laid out in another way.</summary>
internal sealed class RedisView(IConnectionMultiplexer connection, bool stock) : IStoreView
{
    private const string Cell = "{jiangmen}:";

    private readonly ServiceProvider _services = new ServiceCollection().AddSerializer().BuildServiceProvider();
    private readonly IDatabase _database = connection.GetDatabase();

    public async Task<(long Sent, long Claimed, long SentOnDays, long ClaimedOnDays)> Totals()
    {
        var totals = await _database.HashGetAsync(Cell + "totals", ["sent", "claimed"]);
        return ((long)totals[0], (long)totals[1], await OnDays("sent"), await OnDays("claimed"));
    }

    public async Task<IReadOnlyDictionary<string, long>> Board(string board, string period) =>
        (await _database.SortedSetRangeByRankWithScoresAsync($"{Cell}board:{board}:{period}"))
        .ToDictionary(entry => (string)entry.Element!, entry => stock ? (long)entry.Score : Score.Unpack(entry.Score).Count);

    public async Task<IReadOnlyList<(long Sent, long Received, long Held)>> Boxes(IReadOnlyList<string> people)
    {
        Task<long> Box(string box, string person) => _database.SortedSetLengthAsync($"{Cell}{box}:{person}");
        return await Task.WhenAll(people.Select(async person =>
        {
            var (sent, received, held) = (Box("sent", person), Box("received", person), Box("held", person));
            return (await sent, await received, await held);
        }));
    }

    public async Task<IReadOnlyList<(string From, string To, int Hops)?>> Roses(IReadOnlyList<string> roses) => await Task.WhenAll(roses.Select(async rose =>
    {
        byte[]? record = stock ? await _database.HashGetAsync($"stock:{RoseState.Kind}:{rose}", "data") : await _database.StringGetAsync($"{Cell}{RoseState.Kind}:{rose}");
        return record is null ? default((string, string, int)?)
            : Read(record) is { Latest: { } hop } state ? (hop.From.ToString(), hop.To.ToString(), state.Hops) : ("", "", 0);
    }));

    private RoseState Read(byte[] record)
    {
        var serializer = _services.GetRequiredService<Serializer>();
        return stock ? serializer.Deserialize<RoseState>(record)! : new RecordFormat(serializer).Read<RoseState>(record);
    }

    private async Task<long> OnDays(string counter) => (await _database.HashGetAllAsync(Cell + counter)).Sum(entry => (long)entry.Value);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await connection.DisposeAsync();
    }
}
