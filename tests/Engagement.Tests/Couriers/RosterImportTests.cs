using Engagement.Contracts;
using Engagement.Grains.Couriers;
using Engagement.Grains.Storage;
using Engagement.Tests.Storage;
using Engagement.Web.Companies;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Couriers;

/// <summary>Uploads: row by row, resumable, repeatable.</summary>
[Collection(StoreTests.Name)]
public sealed class RosterImportTests(StoreFixture stores)
{
    private static readonly Company Shunfeng = new() { Id = "co-sf", Name = "顺丰速运", ShortName = "顺丰", English = "SF Express", JoinCode = "SFROSE26", Sample = true };

    [RedisFact]
    public async Task Start_ThreeThousandRows_AllListed_AndTheSameFileAgainChangesNothing()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        RosterCells[] rows = [.. Enumerable.Range(0, 3_000).Select(i => new RosterCells(i + 2, $"139{i:D8}", $"骑手{i}", "北街站", $"A{i}"))];
        var first = await Uploaded(city, rows);
        Assert.Equal((ImportPhase.Done, 3_000, 3_000, 0), (first.Phase, first.Looked, first.Added, first.Faults.Count));
        Assert.Equal(3_000, await city.Redis.SortedSetLengthAsync(city.Keys.Key(CourierEffects.Roster("co-sf"))));
        await city.IsCleanAsync();

        var again = await Uploaded(city, rows);
        Assert.Equal((ImportPhase.Done, 0, 0, 3_000), (again.Phase, again.Added, again.Updated, again.Unchanged));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Start_NamesAndNumbers_AreNowhereInTheStore()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        await Uploaded(city, [new(2, "13912345678", "欧阳小满", "北街站", "A1")]);
        foreach (var key in city.Redis.Multiplexer.GetServers().Single().Keys(pattern: $"{{{city.Cell.CellId}}}:*"))
        {
            Assert.DoesNotContain("13912345678", key.ToString(), StringComparison.Ordinal);
            var bytes = (byte[]?)await city.Redis.ScriptEvaluateAsync("return redis.call('DUMP', KEYS[1])", [key]) ?? [];
            Assert.Equal(-1, bytes.AsSpan().IndexOf("13912345678"u8));
            Assert.Equal(-1, bytes.AsSpan().IndexOf("欧阳小满"u8));
        }

        Assert.Equal("欧阳小满", (await city.Roster(Keys(city).Phone("13912345678")).Find("co-sf"))!.Name);
    }

    [RedisFact]
    public async Task Start_RowsOfEveryKind_EachHasItsAnswer()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var elsewhere = await city.PersonAsync("co-mt");
        await Uploaded(city, [new(2, "13900000001", "张三", "北街站"), new(3, "13900000002", "李四"), new(4, "13900000003")]);
        await EnrolAs(city, elsewhere, "13900000009");

        var view = await Uploaded(city,
        [
            new(2, "13900000001", "张三", "南门站"), new(3, "13900000002", "李四"), new(4, "13900000003", Status: "离职"), new(5, "13900000004", Company: "顺丰"),
            new(6, null, "王五"), new(7, "12345"), new(8, "+86 139-0000-0001"), new(9, "13900000005", Company: "美团外卖"), new(10, "13900000006", new string('长', 41)),
            new(11, "13900000007", "a\u202Eb"), new(12, "13900000008", Status: "也许"), new(13, "13900000009"),
        ]);
        Assert.Equal((ImportPhase.Done, 12, 1, 1, 1, 1), (view.Phase, view.Looked, view.Added, view.Updated, view.Unchanged, view.Removed));
        Assert.Equal(
        [
            new(6, "phone", RowProblem.Missing), new(7, "phone", RowProblem.NoMobile), new(8, "phone", RowProblem.Duplicate), new(9, "company", RowProblem.WrongCompany),
            new(10, "name", RowProblem.TooLong), new(11, "name", RowProblem.NoPlainText), new(12, "status", RowProblem.UnknownStatus), new(13, "phone", RowProblem.EnrolledElsewhere),
        ], view.Faults);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Start_AllOrNothing_OneNumberEnrolledElsewhere_ListsNobody()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        await EnrolAs(city, await city.PersonAsync("co-mt"), "13900000009");
        RosterCells[] rows = [.. Enumerable.Range(0, 600).Select(i => new RosterCells(i + 2, $"138{i:D8}")), new(602, "13900000009")];
        var view = await Uploaded(city, rows, allOrNothing: true);
        Assert.Equal((ImportPhase.Refused, 0), (view.Phase, view.Added));
        Assert.Equal([new RowFault(602, "phone", RowProblem.EnrolledElsewhere)], view.Faults);
        Assert.Equal(0, await city.Redis.SortedSetLengthAsync(city.Keys.Key(CourierEffects.Roster("co-sf"))));

        var whole = await Uploaded(city, rows[..^1], allOrNothing: true);
        Assert.Equal((ImportPhase.Done, 600), (whole.Phase, whole.Added));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Start_SameCommand_IsTheSameUpload_OtherRowsAreRefused()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));
        var command = city.Cell.Command();
        StartImport Of(params RosterCells[] rows) => new RosterUpload(Keys(city)).Of(command, Shunfeng, default, "a.csv", false, rows);
        var start = Of(new RosterCells(2, "13900000001"));
        Assert.Equal(Outcome.Done, (await Import(city, start.Id).Start(start)).Outcome);
        Assert.Equal(Outcome.Done, (await Import(city, start.Id).Start(Of(new RosterCells(2, "13900000001")))).Outcome);
        Assert.Equal(Outcome.CommandReused, (await Import(city, start.Id).Start(Of(new RosterCells(2, "13900000002")))).Outcome);
        Assert.Null(await Import(city, start.Id).Show("co-mt"));
        await city.SweepAsync();
        Assert.Equal(1, (await Import(city, start.Id).Show("co-sf"))!.Added);
    }

    [RedisFact]
    public async Task Due_SameStepManyTimesAtOnce_CountsEachRowOnce()
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis), silos: 2);
        var start = new RosterUpload(Keys(city)).Of(city.Cell.Command(), Shunfeng, default, "a.csv", false,
            [.. Enumerable.Range(0, 700).Select(i => new RosterCells(i + 2, $"137{i:D8}"))]);
        await Import(city, start.Id).Start(start);
        for (var step = 0; step < 2; step++)
        {
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Import(city, start.Id).Due($"import:{start.Id}:{step}")));
        }

        var view = (await Import(city, start.Id).Show("co-sf"))!;
        Assert.Equal((ImportPhase.Done, 700, 700), (view.Phase, view.Looked, view.Added));
        await city.IsCleanAsync();
    }

    private static CellKeys Keys(City city) => city.Cell.Services.GetRequiredService<CellKeys>();

    private static IRosterImportGrain Import(City city, string id) => city.Cell.Grains.GetGrain<IRosterImportGrain>($"{city.Cell.CellId}/{id}");

    private static async Task EnrolAs(City city, ParticipantId person, string number)
    {
        var phone = Keys(city).Phone(number);
        await city.Courier(person).Leave(city.Cell.Command(), stay: true);
        await city.SettleAsync(person);
        await city.Roster(phone).List(new("co-mt", phone, null, [], "", "", false, city.Cell.Command()));
        Assert.Equal(Outcome.Done, (await city.Courier(person).Enrol(city.Cell.Command(), new(phone, "co-mt", false))).Outcome);
        await city.SweepAsync();
    }

    private static async Task<ImportView> Uploaded(City city, RosterCells[] rows, bool allOrNothing = false)
    {
        var start = new RosterUpload(Keys(city)).Of(city.Cell.Command(), Shunfeng, default, "a.csv", allOrNothing, rows);
        Assert.Equal(Outcome.Done, (await Import(city, start.Id).Start(start)).Outcome);
        for (var sweeps = 0; sweeps < 40; sweeps++)
        {
            if (await Import(city, start.Id).Show("co-sf") is { IsOver: true } view)
            {
                return view;
            }

            await city.SweepAsync();
        }

        throw new InvalidOperationException("The upload never came to its end.");
    }
}
