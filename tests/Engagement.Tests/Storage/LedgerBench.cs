using Engagement.Grains;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Serialization;
using StackExchange.Redis;

namespace Engagement.Tests.Storage;

/// <summary>The ledger's storage without a silo, in a cell of its own.</summary>
internal sealed class LedgerBench : IAsyncDisposable
{
    private static int _cells;

    private readonly ServiceProvider _services;

    public LedgerBench(string connection, string? cell = null, int scriptsInFlight = 2, string? flushCommand = null)
    {
        CellId = cell ?? NewCell();
        _services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(Configure(connection, CellId, scriptsInFlight, flushCommand))
            .AddSerializer().AddLedger().AddSingleton<LedgerCommitter>().AddSingleton<LedgerStorage>()
            .Replace(ServiceDescriptor.Singleton<ICampaignClock>(new ManualClock())).BuildServiceProvider();
    }

    public string CellId { get; }

    public IServiceProvider Services => _services;

    public LedgerStorage Storage => _services.GetRequiredService<LedgerStorage>();

    public RecordFormat Format => _services.GetRequiredService<RecordFormat>();

    public Cell Cell => _services.GetRequiredService<Cell>();

    public IDatabase Redis => _services.GetRequiredService<StoreConnection>().Database;

    /// <summary>A cell that no other test uses.</summary>
    public static string NewCell() => $"t{Environment.ProcessId}-{Interlocked.Increment(ref _cells)}";

    public static IConfigurationRoot Configure(
        string connection, string cell, int scriptsInFlight = 2, string? flushCommand = null) => new ConfigurationBuilder().AddInMemoryCollection(
        new Dictionary<string, string?>
        {
            ["Campaign:Id"] = cell,
            ["Store:Connection"] = connection,
            ["Store:FlushCommand"] = flushCommand ?? StoreFixture.FlushCommand(connection),
            ["Store:TrustUnverified"] = (flushCommand ?? StoreFixture.FlushCommand(connection)).Length > 0 ? "true" : "false",
            ["Store:ScriptsInFlight"] = scriptsInFlight.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Store:TimeoutMilliseconds"] = "5000",
            ["Keys:Master"] = Convert.ToBase64String(new byte[32]),
        }).Build();

    /// <summary>Reads a record into memory, as an activation does.</summary>
    public async Task<BenchRecord<T>> OpenAsync<T>(string id, string kind = "tally") where T : LedgerState, new()
    {
        var record = new BenchRecord<T>(this, kind, id);
        await record.ReadAsync();
        return record;
    }

    public async Task<long> CountAsync(string counter, RedisValue field) => (long)await Redis.HashGetAsync(Cell.Key(counter), field);

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();
}

/// <summary>One record in memory, with the state that the storage reads and writes.</summary>
internal sealed class BenchRecord<T>(LedgerBench bench, string kind, string id) where T : LedgerState, new()
{
    private readonly GrainState<T> _state = new(new T());

    private GrainId Grain => GrainId.Create("bench", bench.Cell.GrainKey(id));

    public T State => _state.State!;

    public string? ETag => _state.ETag;

    public bool Exists => _state.RecordExists;

    public Task ReadAsync() => bench.Storage.ReadStateAsync(kind, Grain, _state);

    public Task WriteAsync() => bench.Storage.WriteStateAsync(kind, Grain, _state);

    /// <summary>Adds effects and writes.</summary>
    public Task CommitAsync(params Effect[] effects)
    {
        State.Follow(effects);
        return WriteAsync();
    }
}
