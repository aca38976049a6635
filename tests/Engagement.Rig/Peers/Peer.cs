using System.Globalization;
using Engagement.Rig.City;
using StackExchange.Redis;

namespace Engagement.Rig.Peers;

/// <summary>One side of a comparison: a program on a store of its own, its people, and what it acknowledged.</summary>
internal sealed class Peer : IAsyncDisposable
{
    /// <summary>People beside the measured ones, for the rules and for the organiser's guests.</summary>
    public const int Extras = 200;

    private readonly Func<TimeSpan, Task<ServedBy>> _start;
    private readonly List<IAsyncDisposable> _parts;
    private readonly List<double> _startSeconds = [];

    /// <param name="name">As in the table.</param>
    /// <param name="site">The site's address.</param>
    /// <param name="city">A patient client for it.</param>
    /// <param name="start">Starts the program with its clock so far ahead; also again after a kill.</param>
    /// <param name="parts">What to dispose of after the program, in order.</param>
    public Peer(string name, Uri site, CityClient city, Func<TimeSpan, Task<ServedBy>> start, params IEnumerable<IAsyncDisposable> parts)
    {
        (Name, Site, City, _start, _parts) = (name, site, city, start, [.. parts]);
    }

    public string Name { get; }

    public Uri Site { get; }

    public CityClient City { get; }

    public ServedBy Program { get; private set; } = null!;

    /// <summary>The store's process.</summary>
    public required int StorePid { get; set; }

    /// <summary>Where a city's Redis listens; 0 for another peer's store.</summary>
    public int StorePort { get; set; }

    public IStoreView Store { get; set; } = null!;

    public Books Books { get; set; } = null!;

    /// <summary>The measured people: of <see cref="Books"/> all but the last <see cref="Extras"/>.</summary>
    public ReadOnlyMemory<Person> People => Books.People.AsMemory(0, Books.People.Length - Extras);

    /// <summary>Days that the clock was moved.</summary>
    public int Days { get; private set; }

    /// <summary>Now, on this peer's clock.</summary>
    public DateTimeOffset Now => DateTimeOffset.UtcNow.AddDays(Days);

    /// <summary>Seconds from start to ready, for every start.</summary>
    public IReadOnlyList<double> StartSeconds => _startSeconds;

    public async Task Start()
    {
        Program = await _start(TimeSpan.FromDays(Days));
        _startSeconds.Add(Program.StartSeconds);
    }

    public async Task NextDay()
    {
        await City.Advance(TimeSpan.FromHours(24));
        Days++;
    }

    /// <summary>Stops the program as an operator does, and starts it again on what is stored.</summary>
    public async Task Restart()
    {
        await Program.DisposeAsync();
        await Start();
    }

    /// <summary>Changes a setting of a city's Redis while it runs.</summary>
    public async Task Configure(string setting, string value)
    {
        await using var admin = await Admin();
        await admin.GetServers().Single().ConfigSetAsync(setting, value);
    }

    /// <summary>Bytes that a city's Redis uses, everything included.</summary>
    public async Task<long> UsedMemory()
    {
        await using var admin = await Admin();
        var memory = (await admin.GetServers().Single().InfoAsync("memory")).SelectMany(group => group);
        return long.Parse(memory.Single(pair => pair.Key == "used_memory").Value, CultureInfo.InvariantCulture);
    }

    private Task<ConnectionMultiplexer> Admin() => ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{StorePort},allowAdmin=true");

    /// <summary>Differences between what it acknowledged and what is stored.</summary>
    public async Task<string[]> Check() => [.. (await StoreCheck.Run(Books, Store)).Select(difference => $"{Name}: {difference}")];

    public async ValueTask DisposeAsync()
    {
        City.Dispose();
        if (Store is not null)
        {
            await Store.DisposeAsync();
        }

        foreach (var part in Program is null ? _parts : [Program, .. _parts])
        {
            await part.DisposeAsync();
        }
    }
}
