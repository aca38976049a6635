using Engagement.Contracts;
using Engagement.Grains.Filings;
using Engagement.Tests.Certificates;
using Engagement.Tests.Hours;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Filings;

/// <summary>Services on their way into another system, on a real store, each test closed by a recount (IN-01).</summary>
[Collection(StoreTests.Name)]
public sealed class FilingLedgerTests(StoreFixture stores)
{
    private const string Unit = "org-a";

    [RedisFact]
    public async Task Filing_FromBatchToAnswer_GoesOutOnceAndAgainWhenRefusedOrCorrected()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var (an, organiser) = (await CertificateLedgerTests.NamedAsync(hours), await hours.StaffAsync(Role.Organiser, Unit));
        await CertificateLedgerTests.ServedAsync(hours, an, Unit, 50, 2);
        var line = Assert.Single(await WaitingAsync(hours));
        var filing = Filing(hours, line.Entry.Id);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Receipt.Done, await filing.Send(new("b1", 0, Unit, line.Net, organiser)));
        }

        Assert.Empty(await WaitingAsync(hours));
        Assert.Equal(Outcome.AlreadyDecided, (await filing.Send(new("b2", 0, Unit, line.Net, organiser))).Outcome);
        Assert.Equal([("b1", 1L)], await Reader(hours).Batches(Unit));

        Assert.Equal("reason", (await filing.Answer(new(Unit, false, ""))).Field);
        Assert.Equal(Outcome.NotFound, (await filing.Answer(new("org-b", true, ""))).Outcome);
        Assert.Equal(Receipt.Done, await filing.Answer(new(Unit, false, "姓名与证件号不符")));
        Assert.Equal(Receipt.Done, await filing.Answer(new(Unit, false, "姓名与证件号不符")));
        Assert.Equal("姓名与证件号不符", Assert.Single(await Reader(hours).At(Unit, FilingStage.Rejected, 10)).Filing.Reason);
        Assert.Single(await WaitingAsync(hours));
        Assert.Equal(Receipt.Done, await filing.Send(new("b2", 0, Unit, line.Net, organiser)));
        Assert.Equal([("b2", 1L)], await Reader(hours).Batches(Unit)); // it is in one batch at a time
        Assert.Equal(Receipt.Done, await filing.Answer(new(Unit, true, "")));
        Assert.Empty(await WaitingAsync(hours));

        await CertificateLedgerTests.OffsetAsync(hours, an, organiser, line.Entry.Id, -30);
        Assert.Equal(line.Net - 30, Assert.Single(await WaitingAsync(hours)).Net); // corrected: it goes out again
        Assert.Equal(Receipt.Done, await filing.Send(new("b3", 0, Unit, line.Net - 30, organiser)));
        await CertificateLedgerTests.OffsetAsync(hours, an, organiser, line.Entry.Id, 30 - line.Net);
        Assert.Equal(0, Assert.Single(await WaitingAsync(hours)).Net); // taken back, also there
        Assert.Equal(Receipt.Done, await filing.Send(new("b4", 0, Unit, 0, organiser)));
        Assert.Empty(await WaitingAsync(hours));
        Assert.Equal((4, FilingStage.Sent), ((await Reader(hours).Read(line.Entry.Id))!.Times, (await Reader(hours).Read(line.Entry.Id))!.Stage));
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Send_NothingToTakeBack_OrAnswerToWhatNeverWentOut_ChangesNothing()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var (an, organiser) = (await CertificateLedgerTests.NamedAsync(hours), await hours.StaffAsync(Role.Organiser, Unit));
        await CertificateLedgerTests.ServedAsync(hours, an, Unit, 50, 2);
        var entry = Assert.Single(await WaitingAsync(hours)).Entry.Id;
        Assert.Equal("minutes", (await Filing(hours, entry).Send(new("b1", 0, Unit, 0, organiser))).Field);
        Assert.Equal(Outcome.NotFound, (await Filing(hours, entry).Answer(new(Unit, true, ""))).Outcome);
        Assert.Null(await Reader(hours).Read(entry));
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Recount_FalsifiedFiling_IsFound()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var (an, organiser) = (await CertificateLedgerTests.NamedAsync(hours), await hours.StaffAsync(Role.Organiser, Unit));
        await CertificateLedgerTests.ServedAsync(hours, an, Unit, 50, 2);
        var line = Assert.Single(await WaitingAsync(hours));
        await Filing(hours, line.Entry.Id).Send(new("b1", 0, Unit, line.Net, organiser));
        await hours.City.Redis.HashIncrementAsync(hours.City.Keys.Key("filing-batches:" + Unit), "b1");
        await hours.City.Redis.KeyDeleteAsync(hours.City.Keys.Key($"filings:{Unit}:Sent"));
        var found = (await hours.City.RecountAsync()).Differences.Select(difference => difference.Key).ToArray();
        Assert.Contains("filing-batches:" + Unit, found);
        Assert.Contains($"filings:{Unit}:Sent", found);
    }

    private static FilingReader Reader(HoursCity hours) => hours.City.Cell.Services.GetRequiredService<FilingReader>();

    private static IFilingGrain Filing(HoursCity hours, ServiceRecordId entry) => hours.City.Cell.Grains.GetGrain<IFilingGrain>($"{hours.City.Cell.CellId}/{entry}");

    private static async Task<IReadOnlyList<FiledEntry>> WaitingAsync(HoursCity hours) => await Reader(hours).Waiting(Unit).ToListAsync();
}
