using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Grains.Protection;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Notices;

public sealed partial class NoticeLedgerTests
{
    [RedisFact]
    public async Task Look_CompanyAnsweredALetterAtNoon_CourierHearsAfterTheRush()
    {
        await using var city = await StartAsync(riding: true);
        var an = await ReachableAsync(city, credits: 2);
        var act = await AcceptedAsync(city, an);
        city.Clock.UtcNow = ManualClock.Noon.AddDays(1); // what came before was told
        await city.SweepAsync();
        var letter = city.Cell.Grains.GetGrain<IProtectionLetterGrain>($"{city.Cell.CellId}/{act}");
        var told = Outbox(city).Sent.Count;
        Assert.Equal(Outcome.Done, (await letter.Answer(city.Cell.Command(), "co-sf", default, ProtectionRefusal.NotLate)).Outcome);
        Assert.Contains((await Inbox(city, an)).Notices, notice => notice.Kind == NoticeKind.DeedRefused && notice.Act == act);
        await city.SweepAsync();
        Assert.Equal(told, Outbox(city).Sent.Count);
        city.Clock.UtcNow = ManualClock.Noon.AddDays(1).AddMinutes(90);
        await city.SweepAsync();
        Assert.Equal(1, Outbox(city).Sent.Last().Counts[NoticeKind.DeedRefused]);
        Assert.Equal(Outcome.Done, (await letter.Answer(city.Cell.Command(), "co-sf", default, ProtectionRefusal.None)).Outcome);
        var thought = Assert.Single((await Inbox(city, an)).Notices, notice => notice.Kind is NoticeKind.DeedHonoured or NoticeKind.DeedRefused);
        Assert.Equal(NoticeKind.DeedHonoured, thought.Kind); // a refusal that became an honour is one line
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Look_RequestToCorrectTheRecordWasAnswered_ItsPersonHears()
    {
        await using var city = await StartAsync();
        var (an, boss) = (await ReachableAsync(city, credits: 2), await city.PersonAsync());
        var act = await AcceptedAsync(city, an);
        var record = city.Cell.Grains.GetGrain<ICivicRecordGrain>($"{city.Cell.CellId}/{an}");
        await record.Consent(city.Cell.Command(), true);
        Assert.Equal(Outcome.Done, (await record.Ask(city.Cell.Command(), new(act, RecordFault.Day, null))).Outcome);
        Assert.DoesNotContain((await Inbox(city, an)).Notices, notice => notice.Kind is NoticeKind.RecordCorrected or NoticeKind.RecordDeclined);
        Assert.Equal(Outcome.Done, (await record.Answer(city.Cell.Command(), boss, 1, true, "改好了")).Outcome);
        city.Clock.UtcNow = ManualClock.Noon.AddDays(1);
        await city.SweepAsync();
        Assert.Equal(1, Outbox(city).Sent.Last().Counts[NoticeKind.RecordCorrected]);
        await city.IsCleanAsync();
    }

    private static async Task<CivicActId> AcceptedAsync(City city, ParticipantId courier)
    {
        var act = (await city.Courier(courier).Log(city.Cell.Command(), new("help", new()))).Act;
        var by = await city.PersonAsync("co-city");
        Assert.Equal(Outcome.Done, (await city.Person(by).Appoint(city.Cell.Command(), by, new(Role.Reviewer), true, "test")).Outcome);
        var grain = city.Cell.Grains.GetGrain<ICivicActGrain>($"{city.Cell.CellId}/{act}");
        Assert.Equal(Outcome.Done, (await grain.Claim(by)).Outcome);
        Assert.Equal(Outcome.Done, (await grain.Decide(city.Cell.Command(), by, new(ActVerdict.Accept))).Outcome);
        await city.SweepAsync();
        return act;
    }
}
