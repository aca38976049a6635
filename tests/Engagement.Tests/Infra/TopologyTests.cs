using System.Net;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Infra;

/// <summary>infra/topology.sh from start to stop: what compose.yaml and k8s/ describe, as processes.</summary>
public sealed class TopologyTests
{
    [RedisFact]
    public async Task Topology_StartedRolledKilledAndRestored_ServesAndCountsRight()
    {
        var folder = Directory.CreateTempSubdirectory("engagement-topology-");
        var port = FreeRun();
        var environment = new Dictionary<string, string> { ["PORT"] = $"{port}", ["Hosting__DrainSeconds"] = "1", ["CONFIGURATION"] = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name };
        async Task<string> Run(params string[] words)
        {
            var (code, output) = await Tree.Run("infra/topology.sh", environment, [words[0], folder.FullName, .. words[1..]]);
            Assert.True(code == 0, $"{words[0]}: {output}");
            return output;
        }

        try
        {
            await Run("start");
            using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(20) };
            await EachProbeAnswers(http);
            using var stop = new CancellationTokenSource();
            var visitor = Visit(http, stop.Token);
            await Run("roll");
            await Run("kill", "2");
            await stop.CancelAsync();
            var (visits, failures) = await visitor;
            Assert.Equal(0, failures);
            Assert.True(visits > 10, $"{visits} visits");

            var backup = (await Run("backup")).Split('\n').First(line => line.EndsWith(".rdb", StringComparison.Ordinal) && line.Contains("/cell/", StringComparison.Ordinal));
            await Run("restore", backup);
            Assert.Contains("Clean", await Run("run", "recount"), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/")).StatusCode);
        }
        finally
        {
            await Run("stop");
            folder.Delete(recursive: true);
        }
    }

    // The paths that Kubernetes will ask for; one that does not exist is a 404 with a page.
    private static async Task EachProbeAnswers(HttpClient http)
    {
        var paths = Manifests.Pods().SelectMany(workload => workload.Pod.Containers()).SelectMany(container => new[] { container.StartupProbe, container.ReadinessProbe, container.LivenessProbe })
            .Select(probe => probe?.HttpGet?.Path).OfType<string>().ToList();
        Assert.Equal(3, paths.Count);
        foreach (var path in paths)
        {
            Assert.Equal("Healthy", await http.GetStringAsync(path));
        }
    }

    // Through the proxy nobody sees a silo go.
    private static async Task<(int Visits, int Failures)> Visit(HttpClient http, CancellationToken stop)
    {
        var (visits, failures) = (0, 0);
        while (!stop.IsCancellationRequested)
        {
            using var answer = await http.GetAsync("/", CancellationToken.None);
            visits++;
            failures += answer.StatusCode == HttpStatusCode.OK ? 0 : 1;
            await Task.Delay(50, CancellationToken.None);
        }

        return (visits, failures);
    }

    // Ten ports in a row.
    private static int FreeRun()
    {
        for (var first = Random.Shared.Next(20_000, 30_000) / 10 * 10; ; first += 10)
        {
            var used = System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(end => end.Port).ToHashSet();
            if (!Enumerable.Range(first, 10).Any(used.Contains))
            {
                return first;
            }
        }
    }
}
