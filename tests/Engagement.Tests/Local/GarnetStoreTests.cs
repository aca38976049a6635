using Engagement.Grains.Storage;
using Engagement.Local;
using Engagement.Tests.Storage;
using StackExchange.Redis;
using GarnetStore = Engagement.Local.GarnetStore;

namespace Engagement.Tests.Local;

public sealed class GarnetStoreTests : IDisposable
{
    private const string Cell = "look";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-garnet-");
    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("engagement-garnet-");

    [Fact]
    public async Task Open_FolderOfAnEarlierStore_HoldsWhatTheLedgerWrote()
    {
        await using (var store = GarnetStore.Open(_folder.FullName, LocalStore.FreePort(0)))
        {
            await using var bench = Bench(store);
            await Count(bench, "a");
        }

        await using var again = GarnetStore.Open(_folder.FullName, LocalStore.FreePort(0));
        await using var later = Bench(again);
        Assert.Equal(1, await later.CountAsync("tally", "a"));
        await Count(later, "b");
    }

    // A kill leaves what lies in the folder at that moment: here a script after the last one that the ledger flushed.
    [Fact]
    public async Task Killed_AfterAWriteThatWasNotFlushed_HoldsTheLedgersScriptsAndNothingOfThatOne()
    {
        await using (var store = GarnetStore.Open(_folder.FullName, LocalStore.FreePort(0)))
        {
            await using var bench = Bench(store);
            await Count(bench, "a");
            await bench.Redis.ScriptEvaluateAsync("redis.call('HSET', KEYS[1], 'half', 1) return 1", [bench.Cell.Key("tally")]);
            Assert.Equal(1, await bench.CountAsync("tally", "half"));
            Copy(_folder, _copy);
        }

        await using var again = GarnetStore.Open(_copy.FullName, LocalStore.FreePort(0));
        await using var later = Bench(again);
        Assert.Equal(1, await later.CountAsync("tally", "a"));
        Assert.Equal(0, await later.CountAsync("tally", "half"));
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _copy.Delete(recursive: true);
    }

    private static LedgerBench Bench(GarnetStore store) => new($"127.0.0.1:{store.Port}", Cell, flushCommand: GarnetStore.FlushCommand);

    private static async Task Count(LedgerBench bench, string name) =>
        await (await bench.OpenAsync<TallyState>(name)).CommitAsync(new Count("tally", name, 1));

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to.FullName, Path.GetRelativePath(from.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var source = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = File.Create(target);
            source.CopyTo(copy);
        }
    }
}
