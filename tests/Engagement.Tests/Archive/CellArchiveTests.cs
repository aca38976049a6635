using System.IO.Compression;
using Engagement.Grains.Archive;
using Engagement.Grains.Recounting;
using Engagement.Grains.Storage;
using Engagement.Tests.Certificates;
using Engagement.Tests.Hours;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Engagement.Tests.Archive;

/// <summary>A whole cell out and in again: the same keys, the same ids, clean; refused when anything is not as it was written (IN-08).</summary>
[Collection(StoreTests.Name)]
public sealed class CellArchiveTests(StoreFixture stores) : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("cell").FullName;

    private string Folder => Path.Combine(_root, "export");

    [RedisFact]
    public async Task Cell_ExportedEmptiedAndImported_IsTheSameToTheBit()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var city = hours.City;
        await FilledAsync(hours);
        var (before, redis) = (await DumpAsync(city), city.Redis);
        var manifest = await new CellExport(city.Cell.Services).WriteAsync(Folder, _ => { });
        Assert.Equal(before.Count, manifest.Files.Sum(file => file.Keys));
        Assert.Contains("not empty", (await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(city))).Message, StringComparison.Ordinal);
        Assert.Equal(before, await DumpAsync(city));

        foreach (var key in before.Keys)
        {
            await redis.KeyDeleteAsync(key);
        }

        await ImportAsync(city);
        Assert.Equal(before, await DumpAsync(city));
        Assert.Equal(0, (await Recount.RunAsync(city.Cell.Services)).ExitCode);
    }

    [RedisFact]
    public async Task Import_KilledInTheMiddle_GoesOn_AndNothingServesMeanwhile()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var city = hours.City;
        await FilledAsync(hours);
        var before = await DumpAsync(city);
        await new CellExport(city.Cell.Services).WriteAsync(Folder, _ => { });
        foreach (var key in before.Keys)
        {
            await city.Redis.KeyDeleteAsync(key);
        }

        await Assert.ThrowsAsync<OperationCanceledException>(() => new CellImport(city.Cell.Services).RunAsync(Folder, _ => throw new OperationCanceledException()));
        var check = ActivatorUtilities.CreateInstance<StoreCheck>(city.Cell.Services);
        Assert.Contains("import", (await Assert.ThrowsAsync<UnsafeStoreException>(() => check.RequireAsync().AsTask())).Message, StringComparison.Ordinal);
        Assert.Contains("not finished", (await Assert.ThrowsAsync<InvalidDataException>(() => new CellExport(city.Cell.Services).WriteAsync(Path.Combine(_root, "half"), _ => { }))).Message, StringComparison.Ordinal);
        await ImportAsync(city);
        await check.RequireAsync();
        Assert.Equal(before, await DumpAsync(city));
    }

    [RedisFact]
    public async Task Import_ChangedMissingOrForeignFile_WritesNothing()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var city = hours.City;
        await FilledAsync(hours);
        var manifest = await new CellExport(city.Cell.Services).WriteAsync(Folder, _ => { });
        foreach (var key in (await DumpAsync(city)).Keys)
        {
            await city.Redis.KeyDeleteAsync(key);
        }

        async Task RefusedAsync(string name, Action<string> change)
        {
            var path = Path.Combine(Folder, name);
            var was = File.ReadAllBytes(path);
            change(path);
            await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(city));
            Assert.Empty(await DumpAsync(city));
            File.WriteAllBytes(path, was);
        }

        await RefusedAsync(manifest.Files[0].Name, path => File.AppendAllText(path, "x"));
        await RefusedAsync(manifest.Files[^1].Name, File.Delete);
        await RefusedAsync(CellManifest.FileName, path => File.WriteAllText(path, File.ReadAllText(path).Replace(city.Cell.CellId, "another", StringComparison.Ordinal)));
        await RefusedAsync(CellManifest.HashName, File.Delete);
        var (path, hash) = (Path.Combine(Folder, CellManifest.FileName), Path.Combine(Folder, CellManifest.HashName));
        File.WriteAllText(path, File.ReadAllText(path).Replace(manifest.KeyId, "0123456789abcdef", StringComparison.Ordinal));
        File.WriteAllText(hash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))) + "  manifest.json\n");
        Assert.Contains("Keys:Master", (await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(city))).Message, StringComparison.Ordinal);
        await using var other = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        Assert.Contains("settings name", (await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(other))).Message, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Export_UnknownKeyOrExistingFolder_LeavesNothing()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        await city.ChainAsync(await city.PersonAsync(), await city.PersonAsync());
        await city.Redis.StringSetAsync(city.Keys.Key("strange"), "x");
        await Assert.ThrowsAsync<InvalidDataException>(() => new CellExport(city.Cell.Services).WriteAsync(Folder, _ => { }));
        Assert.False(Directory.Exists(Folder));
        await city.Redis.KeyDeleteAsync(city.Keys.Key("strange"));
        await new CellExport(city.Cell.Services).WriteAsync(Folder, _ => { }); // over what the first left
        Assert.Contains("already", (await Assert.ThrowsAsync<InvalidDataException>(() => new CellExport(city.Cell.Services).WriteAsync(Folder, _ => { }))).Message, StringComparison.Ordinal);
        using var zip = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(Folder, "record.jsonl.gz")), CompressionMode.Decompress));
        Assert.StartsWith("{\"key\":\"", await zip.ReadLineAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private Task ImportAsync(City city) => new CellImport(city.Cell.Services).RunAsync(Folder, _ => { });

    // Roses with older hops, a void, hours, and what is on its way.
    private static async Task FilledAsync(HoursCity hours)
    {
        var city = hours.City;
        var (an, bai, chen) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync("co-mt"));
        await city.ChainAsync(an, bai, chen, an);
        await city.VoidAsync(await city.ChainAsync(bai, an, chen));
        await city.SendAsync(chen, an);
        var named = await CertificateLedgerTests.NamedAsync(hours);
        await CertificateLedgerTests.ServedAsync(hours, named, "org-a", 50, 2);
        await hours.SettledAsync(20, 2, named); // waits in the agenda
        await city.Redis.StringSetAsync(city.Keys.Key("company-nonce:co-sf:1"), "1", TimeSpan.FromHours(1));
    }

    private static async Task<SortedDictionary<string, string>> DumpAsync(City city)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var server = city.Redis.Multiplexer.GetServers()[0];
        await foreach (var key in server.KeysAsync(pattern: city.Keys.Key("*").ToString()))
        {
            all[key!] = Convert.ToBase64String((await city.Redis.KeyDumpAsync(key))!) + await city.Redis.KeyExpireTimeAsync(key);
        }

        return all;
    }
}
