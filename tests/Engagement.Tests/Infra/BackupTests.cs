using System.Diagnostics;
using Engagement.Tests.Storage;
using StackExchange.Redis;

namespace Engagement.Tests.Infra;

/// <summary>infra/backup.sh and restore.sh with the users of infra/secrets.sh: what comes back is what was there, or nothing is touched.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-backup-");
    private readonly List<Process> _running = [];
    private Dictionary<string, string> _operator = [];

    [RedisFact]
    public async Task Backup_WhileItServes_ComesBackToTheLastKey()
    {
        var redis = await StartAsync("first");
        for (var i = 0; i < 500; i++)
        {
            await redis.GetDatabase().HashSetAsync("{jiangmen}:h" + i, [new("field", i), new("other", "值" + i)]);
        }

        var digest = await DigestAsync(redis);
        var backup = await BackupAsync(redis);
        await redis.GetDatabase().StringSetAsync("{jiangmen}:later", 1);
        var (code, output) = await Tree.Run("infra/restore.sh", null, backup, Folder("second"));
        Assert.True(code == 0, output);
        Assert.Contains("500 keys", output, StringComparison.Ordinal);
        Assert.Equal(digest, await DigestAsync(await StartAsync("second")));
    }

    [RedisFact]
    public async Task Restore_FolderThatIsNotEmptyOrFileThatIsDamaged_ChangesNothing()
    {
        var redis = await StartAsync("first");
        await redis.GetDatabase().StringSetAsync("{jiangmen}:a", new string('a', 1000));
        var backup = await BackupAsync(redis);
        Assert.Equal(1, (await Tree.Run("infra/restore.sh", null, backup, Folder("first"))).Code);

        var bytes = await File.ReadAllBytesAsync(backup);
        bytes[^20] ^= 1;
        await File.WriteAllBytesAsync(backup, bytes);
        Assert.NotEqual(0, (await Tree.Run("infra/restore.sh", null, backup, Folder("second"))).Code);
        File.Delete(backup + ".sha256"); // a copy that came without it
        Assert.NotEqual(0, (await Tree.Run("infra/restore.sh", null, backup, Folder("third"))).Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder("second")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Folder("third")));
    }

    [RedisFact]
    public async Task Backup_OlderOnesThanItKeeps_AreRemovedWithTheirDigests()
    {
        var redis = await StartAsync("first");
        var folder = Directory.CreateDirectory(Folder("backups"));
        foreach (var name in new[] { "20250101T000000Z.rdb", "20250102T000000Z.rdb" })
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), "");
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, name + ".sha256"), "");
        }

        var backup = await BackupAsync(redis, "2");
        Assert.Equal(
            [Path.GetFileName(backup), Path.GetFileName(backup) + ".sha256", "20250102T000000Z.rdb", "20250102T000000Z.rdb.sha256"],
            folder.EnumerateFileSystemInfos().Select(file => file.Name).OrderDescending(StringComparer.Ordinal).OrderBy(name => name.StartsWith("2025", StringComparison.Ordinal)).ThenBy(name => name, StringComparer.Ordinal));
    }

    [RedisFact]
    public async Task Restore_ToASecond_HasWhatWasWrittenUntilThen()
    {
        var redis = await StartAsync("first");
        await redis.GetDatabase().StringSetAsync("{jiangmen}:a", 1);
        await Task.Delay(2_100);
        var then = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await Task.Delay(1_100);
        await redis.GetDatabase().ScriptEvaluateAsync("redis.call('SET', '{jiangmen}:a', 2) return redis.call('SET', '{jiangmen}:b', 2)");
        await EndAsync();
        var (code, output) = await Tree.Run("infra/restore.sh", null, "--at", $"{then}", Folder("first"), Folder("second"));
        Assert.True(code == 0, output);
        var restored = (await StartAsync("second")).GetDatabase();
        Assert.Equal((RedisValue)1, await restored.StringGetAsync("{jiangmen}:a"));
        Assert.False(await restored.KeyExistsAsync("{jiangmen}:b"));

        (code, output) = await Tree.Run("infra/restore.sh", null, "--at", "1000", Folder("first"), Folder("third"));
        Assert.Equal(1, code);
        Assert.Contains("reaches back", output, StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        if (RedisServer.MissingReason is null)
        {
            Assert.Equal(0, (await Tree.Run("infra/secrets.sh", null, Folder("secrets"))).Code);
            var line = await File.ReadAllTextAsync(Path.Combine(Folder("secrets"), "backup.env"));
            _operator = new() { ["REDISCLI_AUTH"] = line.Trim()["REDISCLI_AUTH=".Length..] };
        }
    }

    public async Task DisposeAsync()
    {
        await EndAsync();
        _folder.Delete(recursive: true);
    }

    private string Folder(string name) => Path.Combine(_folder.FullName, name);

    private async Task<string> BackupAsync(ConnectionMultiplexer redis, params string[] keep)
    {
        var backups = Directory.CreateDirectory(Folder("backups")).FullName;
        var (code, output) = await Tree.Run("infra/backup.sh", _operator, ["127.0.0.1", redis.Configuration[..redis.Configuration.IndexOf(',', StringComparison.Ordinal)].Split(':')[1], backups, .. keep]);
        Assert.True(code == 0, output);
        return output.Split('\n').Single(line => line.StartsWith(backups, StringComparison.Ordinal));
    }

    private static async Task<string> DigestAsync(ConnectionMultiplexer redis) => (string)(await redis.GetDatabase().ExecuteAsync("DEBUG", "DIGEST"))!;

    private async Task<ConnectionMultiplexer> StartAsync(string name)
    {
        var (folder, port) = (Directory.CreateDirectory(Folder(name)).FullName, RedisServer.FreePort());
        _running.Add(Process.Start(new ProcessStartInfo(Path.Combine(Tree.Infra, "redis-start.sh"),
            [Path.Combine(Tree.Infra, "redis-cell.conf"), folder, "--include", Path.Combine(Folder("secrets"), "cell-users.conf"), "--bind", "127.0.0.1", "--port", $"{port}",
                "--enable-debug-command", "yes"]) { RedirectStandardOutput = true })!);
        var redis = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port},user=operator,password={_operator["REDISCLI_AUTH"]},abortConnect=false,connectRetry=20,connectTimeout=500,allowAdmin=true");
        await Eventually.HoldsAsync(() => Task.FromResult(redis.IsConnected), "redis-server answers");
        return redis;
    }

    private async Task EndAsync()
    {
        foreach (var process in _running)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        _running.Clear();
    }
}
