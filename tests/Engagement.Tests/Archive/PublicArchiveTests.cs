using System.Diagnostics;
using Engagement.Contracts;
using Engagement.Grains.Archive;
using Engagement.Grains.Storage;
using Engagement.Tests.Hours;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Archive;

/// <summary>The public archive: closed days are added and never change, nobody is in it, and the script that ships with it finds every change (docs/archive.md).</summary>
[Collection(StoreTests.Name)]
public sealed class PublicArchiveTests(StoreFixture stores) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("archive").FullName;

    [RedisFact]
    public async Task Days_AddedOneByOne_NeverChangeAndAddUpToTheCity()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var city = hours.City;
        var (an, bai, chen) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync("co-mt"));
        var doomed = await city.ChainAsync(an, bai, chen);
        await city.ChainAsync(bai, an);
        await city.SendAsync(chen);
        await hours.SettledAsync(50, 2, an);
        await SweptAsync(city);
        Assert.Equal(0, (await WriteAsync(city)).Added); // the day is not over
        city.Clock.Advance(TimeSpan.FromDays(2));
        var first = await WriteAsync(city);
        Assert.True(first.Added > 0 && first.Quiet);
        Assert.Equal((first.Sent, first.Claimed), (first.Index.Latest!.Sent, first.Index.Latest.Claimed));
        Assert.Equal((3, 3), (first.Sent, first.Claimed));
        Assert.Equal(0, await VerifyAsync());

        var before = Directory.GetFiles(_folder, "*.jsonl", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllBytes);
        await city.VoidAsync(doomed);
        await SweptAsync(city);
        await city.ChainAsync(chen, an, bai);
        city.Clock.Advance(TimeSpan.FromDays(2));
        var second = await WriteAsync(city);
        Assert.Equal((4, 3), (second.Index.Latest!.Sent, second.Index.Latest.Claimed)); // two takings went, two came
        Assert.Equal(first.Index.Days, second.Index.Days.Take(first.Index.Days.Count));
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
        Assert.Equal(0, (await WriteAsync(city)).Added);
        Assert.Equal(0, await VerifyAsync());
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Files_HoldNobody()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var city = hours.City;
        var people = new[] { await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync("co-mt") };
        var rose = await city.ChainAsync(people);
        await hours.SettledAsync(50, 2, people[0]);
        await SweptAsync(city);
        city.Clock.Advance(TimeSpan.FromDays(2));
        await WriteAsync(city);
        var all = string.Concat(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.Contains("\"kind\":\"claimed\"", all, StringComparison.Ordinal);
        Assert.Contains("\"board\":\"hours\"", all, StringComparison.Ordinal);
        Assert.DoesNotContain(rose.ToString(), all, StringComparison.Ordinal);
        Assert.All(people, person => Assert.DoesNotContain(person.ToString(), all, StringComparison.Ordinal));
    }

    [RedisFact]
    public async Task Units_OfFewerThanFivePeople_AreToldTogether_AndTheSumStays()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var city = hours.City;
        var taker = await city.CitizenAsync();
        for (var i = 0; i < 5; i++)
        {
            await city.ChainAsync(await city.PersonAsync("co-sf"), taker);
        }

        await city.ChainAsync(await city.PersonAsync("co-mt"), taker);
        await hours.SettledAsync(50, 2, taker);
        await SweptAsync(city);
        city.Clock.Advance(TimeSpan.FromDays(2));
        await WriteAsync(city);
        var all = string.Concat(Directory.GetFiles(Path.Combine(_folder, "days")).Select(File.ReadAllText));
        Assert.Matches("\"board\":\"company\",\"of\":[0-9]+,\"unit\":\"co-sf\",\"count\":5", all);
        Assert.Matches("\"board\":\"company\",\"of\":[0-9]+,\"unit\":\"few\",\"count\":1", all);
        Assert.DoesNotContain("co-mt", all, StringComparison.Ordinal);
        Assert.Matches("\"board\":\"hours\",\"of\":[0-9]+,\"unit\":\"few\",\"count\":1", all);
        Assert.DoesNotContain(HoursCity.Team, all, StringComparison.Ordinal);
        Assert.Equal(0, await VerifyAsync());
    }

    [RedisFact]
    public async Task Verify_ChangedMissingAddedOrMovedLine_IsFound()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var (an, bai) = (await city.PersonAsync(), await city.PersonAsync());
        await city.ChainAsync(an, bai);
        city.Clock.Advance(TimeSpan.FromDays(1));
        await city.ChainAsync(bai, an);
        city.Clock.Advance(TimeSpan.FromDays(2));
        await WriteAsync(city);
        Assert.Equal(0, await VerifyAsync());
        var days = Directory.GetFiles(Path.Combine(_folder, "days")).Order().ToArray();
        await ChangedAsync(days[0], text => text.Replace("true", "false", StringComparison.Ordinal));
        await ChangedAsync(days[0], text => text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        await ChangedAsync(days[0], text => text + text.Split('\n')[0] + "\n");
        await ChangedAsync(days[0], _ => File.ReadAllText(days[1]));
        await ChangedAsync(Path.Combine(_folder, ArchiveIndex.FileName), text => text.Replace("\"sent\": 1", "\"sent\": 2", StringComparison.Ordinal));
        var index = ArchiveIndex.Read(_folder)!;
        File.Move(days[^1], days[^1] + ".away");
        await ChangedAsync(Path.Combine(_folder, ArchiveIndex.FileName), _ => System.Text.Encoding.UTF8.GetString((index with { Days = [.. index.Days.SkipLast(1)] }).Bytes()), () => File.Move(days[^1] + ".away", days[^1])); // cut off: only the signature tells
        File.WriteAllText(Path.Combine(_folder, "days", "20200101.jsonl"), "");
        Assert.Equal(1, await VerifyAsync());
        File.Delete(Path.Combine(_folder, "days", "20200101.jsonl"));
        File.Delete(days[1]);
        Assert.Equal(1, await VerifyAsync());
    }

    [RedisFact]
    public async Task Index_IsSigned_AndAnotherCampaignsFolderIsRefused()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        await city.ChainAsync(await city.PersonAsync(), await city.PersonAsync());
        city.Clock.Advance(TimeSpan.FromDays(2));
        await WriteAsync(city);
        var list = File.ReadAllBytes(Path.Combine(_folder, ArchiveIndex.FileName));
        Assert.True(city.Cell.Services.GetRequiredService<CellSigner>().Verify(list, File.ReadAllBytes(Path.Combine(_folder, ArchiveIndex.SignatureName))));
        await using var other = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        await Assert.ThrowsAsync<InvalidDataException>(() => WriteAsync(other));
        Assert.Equal(list, File.ReadAllBytes(Path.Combine(_folder, ArchiveIndex.FileName)));
    }

    [RedisFact]
    public async Task Write_CountersThatTheRecordsDoNotSay_PublishesNothing()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        await city.ChainAsync(await city.PersonAsync(), await city.PersonAsync());
        city.Clock.Advance(TimeSpan.FromDays(2));
        await city.Redis.HashIncrementAsync(city.Keys.Key("totals"), "claimed");
        await Assert.ThrowsAsync<InvalidDataException>(() => WriteAsync(city));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<ArchiveReport> WriteAsync(City city) => new PublicArchive(city.Cell.Services).WriteAsync(_folder, _ => { });

    private async Task ChangedAsync(string path, Func<string, string> change, Action? back = null)
    {
        var was = File.ReadAllText(path);
        Assert.NotEqual(was, change(was));
        File.WriteAllText(path, change(was));
        Assert.Equal(1, await VerifyAsync());
        File.WriteAllText(path, was);
        back?.Invoke();
        Assert.Equal(0, await VerifyAsync());
    }

    private async Task<int> VerifyAsync()
    {
        using var python = Process.Start(new ProcessStartInfo("python3", [Path.Combine(_folder, "verify.py")]) { RedirectStandardOutput = true })!;
        var said = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        Assert.Contains(python.ExitCode == 0 ? "Right:" : "WRONG:", said, StringComparison.Ordinal);
        return python.ExitCode;
    }

    private static async Task SweptAsync(City city)
    {
        for (var i = 0; i < 20 && await city.SweepAsync() > 0; i++)
        {
        }
    }
}
