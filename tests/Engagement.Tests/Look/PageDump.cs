namespace Engagement.Tests.Look;

/// <summary>With LOOK_DIR set, writes every page there, so that people and browsers can look: <c>LOOK_DIR=/tmp/look dotnet test --filter PageDump</c>, then serve the folder.</summary>
public sealed class PageDump(LookHost host) : IClassFixture<LookHost>
{
    [Fact]
    public async Task Dump_FolderGiven_WritesEveryScene()
    {
        if (Environment.GetEnvironmentVariable("LOOK_DIR") is not { Length: > 0 } folder)
        {
            return;
        }

        foreach (var scene in Scenes.All)
        {
            foreach (var (suffix, language, large) in new[] { ("", "zh-Hans", false), (".care", "zh-Hans", true), (".en", "en", false) })
            {
                await File.WriteAllTextAsync(Path.Combine(folder, scene.Name + suffix + ".html"), await host.Page(scene, language, large));
            }
        }

        foreach (var file in Directory.EnumerateFiles(LookHost.WebRoot, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(LookHost.WebRoot, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
