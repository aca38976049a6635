using Engagement.Contracts;
using Engagement.Grains.Recounting;
using Engagement.Grains.Roses;
using Engagement.Tests.Storage;
using StackExchange.Redis;

namespace Engagement.Tests.Recounting;

/// <summary>`recount --repair` writes what is derived as the records say, only when it is told to, and nothing else ever.</summary>
[Collection(StoreTests.Name)]
public sealed class RepairTests(StoreFixture stores)
{
    [RedisFact]
    public async Task Run_EverythingDerivedWiped_IsTheSameAfterwards()
    {
        await using var city = await StartAsync();
        var before = await DerivedAsync(city);
        Assert.True(before.Count > 40);
        foreach (var key in before.Keys.Select(entry => entry.Key).Distinct())
        {
            await city.Redis.KeyDeleteAsync(city.Keys.Key(key));
        }

        var (dry, told) = await RunAsync(city, write: false);
        Assert.Equal(1, dry);
        Assert.Contains("Add --yes", told, StringComparison.Ordinal);
        Assert.Empty(await DerivedAsync(city));

        Assert.Equal(0, (await RunAsync(city, write: true)).Exit);
        Assert.Equal(before.OrderBy(entry => entry.ToString(), StringComparer.Ordinal), (await DerivedAsync(city)).OrderBy(entry => entry.ToString(), StringComparer.Ordinal));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Run_EntriesTooManyAndWrong_RemovesAndCorrects()
    {
        await using var city = await StartAsync();
        var before = await DerivedAsync(city);
        await city.Redis.HashIncrementAsync(city.Keys.Key("totals"), "sent", 3);
        await city.Redis.SortedSetAddAsync(city.Keys.Key("letters"), "nobody's", 1);
        await city.Redis.SortedSetAddAsync(city.Keys.Key("board:company"), "co-none", 67_108_864.0 * 9);
        Assert.Equal(0, (await RunAsync(city, write: true)).Exit);
        Assert.Equal(before.OrderBy(entry => entry.ToString(), StringComparer.Ordinal), (await DerivedAsync(city)).OrderBy(entry => entry.ToString(), StringComparer.Ordinal));
    }

    [RedisFact]
    public async Task Run_SomethingPrimaryIsWrongToo_TouchesNothing()
    {
        await using var city = await StartAsync();
        var rose = await city.SendAsync(await city.PersonAsync());
        await city.Redis.HashIncrementAsync(city.Keys.Key("totals"), "sent", 3);
        await city.Redis.KeyDeleteAsync(city.Keys.Key($"rose:{rose.Rose}"));
        var before = await DerivedAsync(city);
        var (exit, told) = await RunAsync(city, write: true);
        Assert.Equal(1, exit);
        Assert.Contains("Nothing was repaired", told, StringComparison.Ordinal);
        Assert.Equal(before, await DerivedAsync(city));
    }

    [RedisFact]
    public async Task Run_CellIsWrittenToAfterTheRecount_WritesNothing()
    {
        await using var city = await StartAsync();
        await city.Redis.HashIncrementAsync(city.Keys.Key("totals"), "sent", 3);
        var damaged = await city.Redis.HashGetAsync(city.Keys.Key("totals"), "sent");
        await using var proxy = new RedisProxy((await stores.RedisAsync()).Port);
        await using var reader = new LedgerBench(proxy.Connection, city.Cell.CellId);
        var told = new StringWriter();
        var output = new Interruption(told, () => city.Redis.StringIncrement(city.Keys.Sequence));
        Assert.Equal(2, await RepairCommand.RunAsync(reader.Services, output, write: true));
        Assert.Contains("Not quiet", told.ToString(), StringComparison.Ordinal);
        Assert.Equal(damaged, await city.Redis.HashGetAsync(city.Keys.Key("totals"), "sent"));
    }

    private async Task<City> StartAsync()
    {
        var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (an, bai, chen) = (await city.PersonAsync(), await city.PersonAsync("co-yto"), await city.PersonAsync());
        await city.VoidAsync(await city.ChainAsync(an, bai, chen, an));
        await city.ChainAsync(bai, chen, an);
        await city.SendAsync(chen);
        return city;
    }

    private static async Task<(int Exit, string Told)> RunAsync(City city, bool write)
    {
        var output = new StringWriter();
        return (await RepairCommand.RunAsync(city.Cell.Services, output, write), output.ToString());
    }

    private static async Task<Dictionary<(string Key, string Member), double>> DerivedAsync(City city)
    {
        var all = new Dictionary<(string, string), double>();
        var prefix = (string)city.Keys.Key("")!;
        await foreach (var key in city.Redis.Multiplexer.GetServers()[0].KeysAsync(pattern: prefix + "*"))
        {
            var name = ((string)key!)[prefix.Length..];
            var role = CellMap.RoleOf(name);
            foreach (var entry in role == KeyRole.Counter ? await city.Redis.HashGetAllAsync(key) : [])
            {
                all[(name, Members.Text(entry.Name))] = (double)entry.Value;
            }

            foreach (var entry in role is KeyRole.Board or KeyRole.Index or KeyRole.Agenda ? await city.Redis.SortedSetRangeByRankWithScoresAsync(key) : [])
            {
                all[(name, Members.Text(entry.Element))] = entry.Score;
            }
        }

        return all.Where(entry => entry.Value != 0).ToDictionary();
    }

    /// <summary>Does something when the first line is written: between the recount and the repair.</summary>
    private sealed class Interruption(StringWriter told, Action act) : TextWriter
    {
        private bool _done;

        public override System.Text.Encoding Encoding => told.Encoding;

        public override Task WriteLineAsync(string? value)
        {
            if (!_done)
            {
                _done = true;
                act();
            }

            return told.WriteLineAsync(value);
        }
    }
}
