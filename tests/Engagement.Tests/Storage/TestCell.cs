using Engagement.Contracts;
using Engagement.Grains;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Notices;
using Engagement.Grains.Storage;
using Engagement.Tests.Notices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Storage;
using Orleans.TestingHost;

namespace Engagement.Tests.Storage;

/// <summary>A cluster of silos in this process, with the product's grains and the test's, on a real store.</summary>
internal sealed class TestCell : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private TestCell(InProcessTestCluster cluster, string cell) => (_cluster, CellId) = (cluster, cell);

    public string CellId { get; }

    public ManualClock Clock { get; private init; } = new();

    public Doors Doors { get; private init; } = new();

    public Sabotage Sabotage { get; private init; } = new();

    public ChangeWatch Watch { get; private init; } = null!;

    public Outbox Outbox { get; private init; } = new();

    public InProcessTestCluster Cluster => _cluster;

    public IGrainFactory Grains => _cluster.Client;

    public IServiceProvider Services => _cluster.GetActiveSilos().First().ServiceProvider;

    public static async Task<TestCell> StartAsync(string connection, short silos = 1, Dictionary<string, string?>? settings = null, string? before = null)
    {
        var cell = before ?? LedgerBench.NewCell(); // a cell that another cluster served before
        var (clock, doors, sabotage, watch) = (new ManualClock(), new Doors(), new Sabotage(), new ChangeWatch());
        var outbox = new Outbox();
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSiloHost((_, host) => host.Configuration.AddConfiguration(LedgerBench.Configure(connection, cell)).AddInMemoryCollection(settings ?? []));
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddEngagement();
            silo.Services.Replace(ServiceDescriptor.Singleton<ICampaignClock>(clock));
            silo.Services.AddSingleton(doors).AddSingleton(sabotage).AddSingleton<IChangeObserver>(watch);
            silo.Services.AddSingleton<ICatalogue, TestCatalogue>().AddSingleton<IMessageModerator, TestModerator>();
            silo.Services.AddSingleton<INoticeSender>(outbox).AddSingleton<ITextChecks>(outbox).AddSingleton<IMediaCheckPort>(outbox);
            silo.Services.AddSingleton<LedgerPort>().AddSingleton<HeldPort>().AddSingleton<SabotagedStorage>();
            silo.Services.Replace(ServiceDescriptor.Singleton(static services =>
                new LedgerStorage(services.GetRequiredService<HeldPort>(), services.GetRequiredService<RecordFormat>(), services.GetRequiredService<Cell>())));
            silo.Services.AddKeyedSingleton<IGrainStorage>(LedgerStorage.Name, static (services, _) => services.GetRequiredService<SabotagedStorage>());
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        foreach (var silo in cluster.GetActiveSilos())
        {
            await silo.ServiceProvider.GetRequiredService<StoreCheck>().RequireAsync(); // as the program does at its start
        }

        return new(cluster, cell) { Clock = clock, Doors = doors, Sabotage = sabotage, Watch = watch, Outbox = outbox };
    }

    public ITallyGrain Tally(string name) => Grains.GetGrain<ITallyGrain>($"{CellId}/{name}");

    public CommandId Command() => CommandId.New(Clock.RealNow);

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();
}

/// <summary>Every id is known but "unknown"; codes name their unit.</summary>
internal sealed class TestCatalogue : ICatalogue
{
    public bool HasReason(string reason) => reason != "unknown";

    public bool HasPreset(string reason, string preset) => preset != "unknown";

    public string StandIn(string reason) => "preset";

    public bool HasPhrase(string phrase) => phrase != "unknown";

    public bool HasAct(string act) => act != "unknown";

    public bool HasServiceClass(string service) => service != "unknown";

    public bool HasDistrict(string district) => district != "unknown";

    public int Between(string from, string to) => from == to ? 0 : 2;

    public bool HasCommunity(string district, string community) => community != "unknown";

    public string? OrganisationOf(string code) => code.StartsWith("org", StringComparison.Ordinal) ? code : null;

    public string? CompanyOf(string code) => code.StartsWith("co-", StringComparison.Ordinal) ? code : null;

    public bool HasOrganisation(string organisation) => organisation.StartsWith("org", StringComparison.Ordinal);

    public bool HasCompany(string company) => company.StartsWith("co-", StringComparison.Ordinal);

    public bool IsPresetName(string name) => name == "preset";
}
