using System.Diagnostics;

namespace Engagement.Tests.Infra;

/// <summary>The files of k8s/ and infra/ as they are in this checkout.</summary>
internal static class Tree
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static string Infra => Path.Combine(Root, "infra");

    /// <summary>Manifests, without what kustomize itself reads; paths from the root.</summary>
    public static IEnumerable<string> Manifests => Files("k8s", "*.yaml").Where(file => Path.GetFileName(file) != "kustomization.yaml");

    public static IEnumerable<string> Kustomizations => Files("k8s", "kustomization.yaml").Append(Path.Combine("infra", "kustomization.yaml"));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>The documents of a YAML file.</summary>
    public static IEnumerable<string> Documents(string file) => Read(file).Split("\n---\n");

    /// <summary>Runs one of our scripts; what it printed, both streams, and its exit code.</summary>
    public static async Task<(int Code, string Output)> Run(string script, Dictionary<string, string>? environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Root, script), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        using var guard = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await process.WaitForExitAsync(guard.Token);
        return (process.ExitCode, output + await error);
    }

    private static IEnumerable<string> Files(string folder, string pattern) => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file)).Where(file => !file.Contains("secrets", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Above(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "Engagement.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Engagement.sln");
        }

        return folder;
    }
}
