using Engagement.Contracts;
using Engagement.Grains.Filings;
using Engagement.Grains.Hours;
using Engagement.Grains.Storage;
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
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Receipt.Done, await Batch(hours, "b1").Open(organiser, Unit, [new(line.Entry.Id, line.Net)]));
        }

        Assert.Empty(await WaitingAsync(hours));
        Assert.Equal(Receipt.Done, await Batch(hours, "b2").Open(organiser, Unit, [new(line.Entry.Id, line.Net)])); // it is out: nothing new to say
        Assert.Equal([("b2", 0L), ("b1", 1L)], (await Reader(hours).Batches(Unit, 9)).Select(batch => (batch.Batch, batch.Entries)).OrderByDescending(batch => batch.Batch));

        Assert.Equal("reason", (await Batch(hours, "b1").Answer(hours.City.Cell.Command(), organiser, [new(line.Entry.Id, false, "")])).Field);
        await AnsweredAsync(hours, "b1", organiser, new(line.Entry.Id, false, "姓名与证件号不符"));
        await AnsweredAsync(hours, "b1", organiser, new(line.Entry.Id, false, "姓名与证件号不符"));
        Assert.Equal("姓名与证件号不符", Assert.Single(await Reader(hours).At(Unit, FilingStage.Rejected, 10)).Filing.Reason);
        Assert.Single(await WaitingAsync(hours));
        Assert.Equal(Receipt.Done, await Batch(hours, "b3").Open(organiser, Unit, [new(line.Entry.Id, line.Net)]));
        Assert.Equal(1, (await Reader(hours).Batches(Unit, 9)).Sum(batch => batch.Entries)); // it is in one batch at a time
        await AnsweredAsync(hours, "b1", organiser, new(line.Entry.Id, false, "旧文件又来一次"));
        Assert.Equal(FilingStage.Sent, (await Reader(hours).Read(line.Entry.Id))!.Stage); // an old batch's answers are no news
        await AnsweredAsync(hours, "b3", organiser, new(line.Entry.Id, true, ""));
        Assert.Empty(await WaitingAsync(hours));

        await CertificateLedgerTests.OffsetAsync(hours, an, organiser, line.Entry.Id, -30);
        Assert.Equal(line.Net - 30, Assert.Single(await WaitingAsync(hours)).Net); // corrected: it goes out again
        Assert.Equal(Receipt.Done, await Batch(hours, "b4").Open(organiser, Unit, [new(line.Entry.Id, line.Net - 30)]));
        await AnsweredAsync(hours, "b3", organiser, new(line.Entry.Id, true, "")); // says nothing about the new minutes
        Assert.Equal(FilingStage.Sent, (await Reader(hours).Read(line.Entry.Id))!.Stage);
        await CertificateLedgerTests.OffsetAsync(hours, an, organiser, line.Entry.Id, 30 - line.Net);
        Assert.Equal(0, Assert.Single(await WaitingAsync(hours)).Net); // taken back, also there
        Assert.Equal(Receipt.Done, await Batch(hours, "b5").Open(organiser, Unit, [new(line.Entry.Id, 0)]));
        Assert.Empty(await WaitingAsync(hours));
        Assert.Equal((4, FilingStage.Sent, 0), ((await Reader(hours).Read(line.Entry.Id))!.Times, (await Reader(hours).Read(line.Entry.Id))!.Stage, (await Reader(hours).Read(line.Entry.Id))!.Minutes));
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Batch_OfStrangersEmptyOrTaken_IsRefused_AndARepetitionAddsNothing()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var (an, organiser) = (await CertificateLedgerTests.NamedAsync(hours), await hours.StaffAsync(Role.Organiser, Unit));
        var (foreign, reviewer) = (await hours.StaffAsync(Role.Organiser, "org-b"), await hours.StaffAsync(Role.HoursReviewer, ""));
        await CertificateLedgerTests.ServedAsync(hours, an, Unit, 80, 2);
        var first = Assert.Single(await WaitingAsync(hours));
        FilingLine[] lines = [new(first.Entry.Id, first.Net)];
        Assert.Equal(Outcome.Forbidden, (await Batch(hours, "b1").Open(foreign, Unit, lines)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await Batch(hours, "b1").Open(reviewer, Unit, lines)).Outcome);
        Assert.Equal("lines", (await Batch(hours, "b1").Open(organiser, Unit, [])).Field);
        Assert.Equal("lines", (await Batch(hours, "b1").Open(organiser, Unit, [new(first.Entry.Id, -1)])).Field);
        Assert.Equal(Outcome.NotFound, (await Batch(hours, "b1").Answer(hours.City.Cell.Command(), organiser, [new(first.Entry.Id, true, "")])).Outcome);
        Assert.Null(await Reader(hours).Read(first.Entry.Id));

        Assert.Equal(Receipt.Done, await Batch(hours, "b1").Open(organiser, Unit, lines));
        await CertificateLedgerTests.ServedAsync(hours, an, Unit, 50, 2);
        var second = Assert.Single(await WaitingAsync(hours));
        Assert.Equal(Receipt.Done, await Batch(hours, "b1").Open(organiser, Unit, [.. lines, new(second.Entry.Id, second.Net)]));
        Assert.Single(await WaitingAsync(hours)); // the file of b1 may be at the other system already
        Assert.Equal("batch", (await Batch(hours, "b1").Open(foreign, "org-b", lines)).Field);
        Assert.Equal(Outcome.Forbidden, (await Batch(hours, "b1").Answer(hours.City.Cell.Command(), foreign, [new(first.Entry.Id, true, "")])).Outcome);
        var command = hours.City.Cell.Command();
        Assert.Equal(Receipt.Done, await Batch(hours, "b1").Answer(command, organiser, [new(first.Entry.Id, true, ""), new(second.Entry.Id, true, "")]));
        Assert.Equal(Outcome.CommandReused, (await Batch(hours, "b1").Answer(command, organiser, [new(first.Entry.Id, false, "x")])).Outcome);
        Assert.Equal(FilingStage.Accepted, (await Reader(hours).Read(first.Entry.Id))!.Stage);
        Assert.Null(await Reader(hours).Read(second.Entry.Id)); // never in it
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Batch_CrashedBeforeItsLines_IsCarriedOutByTheAgenda()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var (an, organiser) = (await CertificateLedgerTests.NamedAsync(hours), await hours.StaffAsync(Role.Organiser, Unit));
        await CertificateLedgerTests.ServedAsync(hours, an, Unit, 50, 2);
        var line = Assert.Single(await WaitingAsync(hours));
        var storage = hours.City.Cell.Services.GetRequiredService<LedgerStorage>();
        IGrainState<FilingBatchState> record = new GrainState<FilingBatchState>(new());
        var grain = GrainId.Create("filingbatch", $"{hours.City.Cell.CellId}/b1");
        await storage.ReadStateAsync(FilingBatchState.Kind, grain, record);
        FilingBatchRules.Open(record.State!, "b1", organiser, Unit, [new(line.Entry.Id, line.Net)], new HourMoment(hours.City.Clock.UtcNow, hours.City.Clock.UtcNow, new()));
        await storage.WriteStateAsync(FilingBatchState.Kind, grain, record); // and there the silo died
        Assert.Single(await WaitingAsync(hours));
        await hours.City.IsCleanAsync();
        await CertificateLedgerTests.SweptAsync(hours);
        Assert.Empty(await WaitingAsync(hours));
        Assert.Equal(1, Assert.Single(await Reader(hours).Batches(Unit, 9)).Entries);
        await hours.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Recount_FalsifiedFiling_IsFound()
    {
        await using var hours = await HoursCity.StartAsync(stores);
        var (an, organiser) = (await CertificateLedgerTests.NamedAsync(hours), await hours.StaffAsync(Role.Organiser, Unit));
        await CertificateLedgerTests.ServedAsync(hours, an, Unit, 50, 2);
        var line = Assert.Single(await WaitingAsync(hours));
        await Batch(hours, "b1").Open(organiser, Unit, [new(line.Entry.Id, line.Net)]);
        await hours.City.Redis.SortedSetAddAsync(hours.City.Keys.Key("filing-batches:" + Unit), "b9", 1);
        await hours.City.Redis.KeyDeleteAsync(hours.City.Keys.Key($"filings:{Unit}:Sent"));
        var found = (await hours.City.RecountAsync()).Differences.Select(difference => difference.Key).ToArray();
        Assert.Contains("filing-batches:" + Unit, found);
        Assert.Contains($"filings:{Unit}:Sent", found);
    }

    private static FilingReader Reader(HoursCity hours) => hours.City.Cell.Services.GetRequiredService<FilingReader>();

    private static IFilingBatchGrain Batch(HoursCity hours, string id) => hours.City.Cell.Grains.GetGrain<IFilingBatchGrain>($"{hours.City.Cell.CellId}/{id}");

    private static async Task AnsweredAsync(HoursCity hours, string batch, ParticipantId by, FilingAnswer answer) =>
        Assert.Equal(Receipt.Done, await Batch(hours, batch).Answer(hours.City.Cell.Command(), by, [answer]));

    private static async Task<IReadOnlyList<FiledEntry>> WaitingAsync(HoursCity hours) => await Reader(hours).Waiting(Unit).ToListAsync();
}
