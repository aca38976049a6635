using Engagement.Grains.Recounting;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Rig.Serve.Transactions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Serialization;
using Orleans.Transactions;
using Orleans.Transactions.Abstractions;
using StackExchange.Redis;

namespace Engagement.Rig.Peers;

/// <summary>How a peer on Redis lays its records out.</summary>
internal enum RedisLayout
{
    /// <summary>The product's records and scores; the floor's too.</summary>
    Product,

    /// <summary>A hash for each grain, written by Orleans' storage.</summary>
    Stock,

    /// <summary>The same, and in it what Orleans Transactions keep of a state.</summary>
    Transactions,

    /// <summary>A hash with a field for each property.</summary>
    Node,
}

/// <summary>The store of every peer on Redis: totals, boards and boxes have the same keys; records and scores are laid out in other ways.</summary>
internal sealed class RedisView(IConnectionMultiplexer connection, RedisLayout layout) : IStoreView
{
    private const string Cell = "{jiangmen}:";

    // Of a client that never connects: what Orleans Transactions keep refers to grains, which a serializer alone can't read.
    private readonly IHost _services = new HostBuilder().UseOrleansClient(static client => client.UseLocalhostClustering()).Build();
    private readonly IDatabase _database = connection.GetDatabase();

    public async Task<(long Sent, long Claimed, long SentOnDays, long ClaimedOnDays)> Totals()
    {
        var totals = await _database.HashGetAsync(Cell + "totals", ["sent", "claimed"]);
        return ((long)totals[0], (long)totals[1], await OnDays("sent"), await OnDays("claimed"));
    }

    public async Task<IReadOnlyDictionary<string, long>> Board(string board, string period) =>
        (await _database.SortedSetRangeByRankWithScoresAsync($"{Cell}board:{board}:{period}"))
        .ToDictionary(entry => (string)entry.Element!, entry => layout == RedisLayout.Product ? Score.Unpack(entry.Score).Count : (long)entry.Score);

    public async Task<IReadOnlyList<(long Sent, long Received, long Held)>> Boxes(IReadOnlyList<string> people)
    {
        Task<long> Box(string box, string person) => _database.SortedSetLengthAsync($"{Cell}{box}:{person}");
        return await Task.WhenAll(people.Select(async person =>
        {
            var (sent, received, held) = (Box("sent", person), Box("received", person), Box("held", person));
            return (await sent, await received, await held);
        }));
    }

    public async Task<IReadOnlyList<(string From, string To, int Hops)?>> Roses(IReadOnlyList<string> roses) => await Task.WhenAll(roses.Select(Rose));

    private async Task<(string From, string To, int Hops)?> Rose(string id)
    {
        if (layout == RedisLayout.Node)
        {
            var fields = await _database.HashGetAsync($"{Cell}rose:{id}", ["giver", "holder", "hops"]);
            return fields[1].IsNull ? null : fields[0].IsNull ? ("", "", 0) : ((string)fields[0]!, (string)fields[1]!, (int)fields[2]);
        }

        byte[]? record = layout == RedisLayout.Product ? await _database.StringGetAsync($"{Cell}{RoseState.Kind}:{id}") : await _database.HashGetAsync($"stock:{RoseState.Kind}:{id}", "data");
        return record is null ? null : Read(record) is { } rose ? rose is { Latest: { } hop } ? (hop.From.ToString(), hop.To.ToString(), rose.Hops) : ("", "", 0) : null;
    }

    private RoseState? Read(byte[] record)
    {
        var serializer = _services.Services.GetRequiredService<Serializer>();
        return layout switch
        {
            RedisLayout.Stock => serializer.Deserialize<RoseState>(record),
            RedisLayout.Transactions => Latest(serializer.Deserialize<TransactionalStateRecord<TransactionalRose>>(record)!).Rose,
            _ => new RecordFormat(serializer).Read<RoseState>(record),
        };
    }

    // At rest every pending state is one that was committed and only not moved yet.
    private static TransactionalRose Latest(TransactionalStateRecord<TransactionalRose> record) => record.PendingStates.LastOrDefault()?.State ?? record.CommittedState;

    private async Task<long> OnDays(string counter) => (await _database.HashGetAllAsync(Cell + counter)).Sum(entry => (long)entry.Value);

    public async ValueTask DisposeAsync()
    {
        _services.Dispose();
        await connection.DisposeAsync();
    }
}
