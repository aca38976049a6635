using System.Globalization;

namespace Engagement.Rig.Chaos;

/// <summary>One Engagement.Web process, in a network of its own when there is one.</summary>
internal sealed class Silo(int number, string folder, IReadOnlyDictionary<string, string> settings, string? clockPreload, HttpClient http) : IAsyncDisposable
{
    private readonly Served _server = new($"silo{number}", Path.Combine(folder, $"silo{number}.log"));
    private readonly string _clock = Path.Combine(folder, $"silo{number}.clock");

    public int Number => number;

    public string Address => Network.IsInside ? Network.Address(number) : "127.0.0.1";

    public Uri Site => new(string.Create(CultureInfo.InvariantCulture, $"http://{Address}:{7410 + number}/"));

    public int SiloPort => 7440 + number;

    public bool IsRunning => _server.IsRunning;

    /// <summary>How far the clock that the process sees is ahead of the machine's.</summary>
    public TimeSpan Ahead { get; private set; }

    /// <summary>Starts it; it may take a while until it is ready.</summary>
    public void Start(params (string Key, string Value)[] more)
    {
        MoveClock(Ahead);
        var environment = new Dictionary<string, string>(settings)
        {
            ["Urls"] = Site.ToString().TrimEnd('/'),
            ["Orleans__AdvertisedAddress"] = Address,
            ["Orleans__SiloPort"] = SiloPort.ToString(CultureInfo.InvariantCulture),
            ["Orleans__GatewayPort"] = "0",
            ["Orleans__SiloName"] = $"silo{number}",
        };
        foreach (var (key, value) in more)
        {
            environment[key] = value;
        }

        if (clockPreload is not null)
        {
            (environment["LD_PRELOAD"], environment["MOVED_CLOCK"]) = (clockPreload, _clock);
        }

        string[] command = ["dotnet", Programs.Web()];
        _server.Start(Network.IsInside ? "ip" : command[0], Network.IsInside ? Network.In(number, command) : command[1..], environment);
    }

    public Task<TimeSpan> Ready() => Patience.Until($"silo{number} is ready (see {folder}/silo{number}.log)", TimeSpan.FromSeconds(90), async () =>
        _server.IsRunning ? await IsReady() : throw new RigException($"silo{number} ended; see {folder}/silo{number}.log"));

    public async Task<bool> IsReady()
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            using var answer = await http.GetAsync(new Uri(Site, "health/ready"), patience.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    public Task Kill() => _server.Kill();

    public Task<bool> Stop() => _server.Stop();

    public Task Pause() => _server.Pause();

    public Task Resume() => _server.Resume();

    /// <summary>Sets <see cref="Ahead"/>; a process that runs sees it at once.</summary>
    public void MoveClock(TimeSpan ahead)
    {
        Ahead = ahead;
        using var file = new FileStream(_clock, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        file.Write(BitConverter.GetBytes((long)ahead.TotalMilliseconds)); // in place: the process has the file mapped
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
