using System.Globalization;

namespace Engagement.Rig.Chaos;

/// <summary>One Engagement.Web process, in a network of its own when there is one.</summary>
internal sealed class Silo(int number, string folder, IReadOnlyDictionary<string, string> settings, HttpClient http) : IAsyncDisposable
{
    private const string FakeTime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";
    private readonly Served _server = new($"silo{number}", Path.Combine(folder, $"silo{number}.log"));
    private readonly string _clock = Path.Combine(folder, $"silo{number}.clock");

    public int Number => number;

    /// <summary>Whether its clock can be moved.</summary>
    public static bool HasClock => File.Exists(FakeTime);

    public string Address => Network.IsInside ? Network.Address(number) : "127.0.0.1";

    public Uri Site => new(string.Create(CultureInfo.InvariantCulture, $"http://{Address}:{7410 + number}/"));

    public int SiloPort => 7440 + number;

    public bool IsRunning => _server.IsRunning;

    /// <summary>Starts it; it may take a while until it is ready.</summary>
    public async Task Start()
    {
        await MoveClock("+0");
        var environment = new Dictionary<string, string>(settings)
        {
            ["Urls"] = Site.ToString().TrimEnd('/'),
            ["Orleans__AdvertisedAddress"] = Address,
            ["Orleans__SiloPort"] = SiloPort.ToString(CultureInfo.InvariantCulture),
            ["Orleans__GatewayPort"] = "0",
            ["Orleans__SiloName"] = $"silo{number}",
        };
        if (HasClock)
        {
            (environment["LD_PRELOAD"], environment["FAKETIME_TIMESTAMP_FILE"]) = (FakeTime, _clock);
            (environment["FAKETIME_CACHE_DURATION"], environment["FAKETIME_DONT_FAKE_MONOTONIC"]) = ("1", "1");
        }

        string[] command = ["dotnet", Programs.Web()];
        _server.Start(Network.IsInside ? "ip" : command[0], Network.IsInside ? Network.In(number, command) : command[1..], environment);
    }

    public Task<TimeSpan> Ready() => Patience.Until($"silo{number} is ready (see {folder}/silo{number}.log)", TimeSpan.FromSeconds(90), IsReady);

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

    /// <summary>Moves the clock that the process sees, such as +2h; within a second or two.</summary>
    public async Task MoveClock(string ahead)
    {
        await File.WriteAllTextAsync(_clock + ".new", ahead + "\n");
        File.Move(_clock + ".new", _clock, overwrite: true);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
