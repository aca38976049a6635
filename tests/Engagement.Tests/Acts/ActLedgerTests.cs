using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Rankings;
using Engagement.Grains.Storage;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Acts;

/// <summary>Acts on a real ledger: logged once, attested once, decided once, each closed by a recount.</summary>
[Collection(StoreTests.Name)]
public sealed class ActLedgerTests(StoreFixture stores)
{
    [Theory, OnRedis, OnGarnet]
    public async Task Log_SameDraftManyTimesAtOnce_IsOneAct(StoreKind store)
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(store));
        var an = await city.PersonAsync();
        var command = city.Cell.Command();
        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => city.Courier(an).Log(command, Deed())));
        Assert.All(receipts, receipt => Assert.Equal((Outcome.Done, receipts[0].Act, 9), (receipt.Outcome, receipt.Act, receipt.Left)));
        city.Clock.Advance(TimeSpan.FromHours(47));
        Assert.Equal(receipts[0].Act, (await city.Courier(an).Log(command, Deed())).Act); // a draft that lay on the phone over two nights
        Assert.Equal(Outcome.CommandReused, (await city.Courier(an).Log(command, Deed("rescue"))).Outcome);
        Assert.Equal(1, await Acts(city).Count(an));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Log_ManyAtOnce_StopsAtTenADayAndThreeOfAKind()
    {
        await using var city = await StartAsync();
        var an = await city.PersonAsync();
        var receipts = await Task.WhenAll(Enumerable.Range(0, 25).Select(i => city.Courier(an).Log(city.Cell.Command(), Deed("kind-" + i % 5))));
        Assert.Equal(10, receipts.Count(receipt => receipt.Outcome == Outcome.Done));
        Assert.All(receipts.Where(receipt => receipt.Outcome != Outcome.Done), receipt => Assert.Equal(Outcome.DailyLimit, receipt.Outcome));
        Assert.Equal((10, 0), ((await city.Courier(an).Today()).Logged, (await city.Courier(an).Today()).Left));
        Assert.All((await Acts(city).Of(an, 0, 50)).CountBy(act => act.What), kind => Assert.InRange(kind.Value, 1, 3));
        city.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(9, (await city.Courier(an).Log(city.Cell.Command(), Deed())).Left);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Log_UnknownKindOrNoCourier_ChangesNothing()
    {
        await using var city = await StartAsync();
        var an = await city.PersonAsync();
        Assert.Equal(new(Outcome.Invalid, Field: "kind"), await city.Courier(an).Log(city.Cell.Command(), Deed("unknown")));
        Assert.Equal(new(Outcome.Invalid, Field: "place"), await city.Courier(an).Log(city.Cell.Command(), new("help", new(Place: "unknown"))));
        Assert.Equal(new(Outcome.Invalid, Field: "note"), await city.Courier(an).Log(city.Cell.Command(), new("help", new(Note: new string('字', 61)))));
        await city.Courier(an).Leave(city.Cell.Command(), stay: false);
        Assert.Equal(Outcome.NotEnrolled, (await city.Courier(an).Log(city.Cell.Command(), Deed())).Outcome);
        Assert.Equal(0, await Acts(city).Count(an));
    }

    [RedisFact]
    public async Task Confirm_ByCode_ScoresForTheCompany_OncePerPersonAndDay()
    {
        await using var city = await StartAsync();
        var (an, bai, mate) = (await city.PersonAsync(), await city.PersonAsync("co-other"), await city.PersonAsync());
        var (one, two) = (await LogAsync(city, an), await LogAsync(city, an));
        Assert.Equal(Outcome.NotFound, (await Act(city, one).Confirm(city.Cell.Command(), bai, "AAAAAAAAAAAAAAAAAAAAAA")).Outcome);
        Assert.Equal(Outcome.Forbidden, (await ConfirmAsync(city, one, an)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await ConfirmAsync(city, one, mate)).Outcome);
        Assert.Null(await ScoreAsync(city));
        var confirmed = await Task.WhenAll(ConfirmAsync(city, one, bai), ConfirmAsync(city, two, bai));
        Assert.Equal([Outcome.Done, Outcome.DailyLimit], confirmed.Select(receipt => receipt.Outcome).Order());
        Assert.Equal(1, await ScoreAsync(city));
        city.Clock.Advance(TimeSpan.FromDays(1));
        var late = (await Acts(city).Read(one))!.Confirmed ? two : one;
        Assert.Equal(Outcome.Done, (await ConfirmAsync(city, late, bai)).Outcome);
        Assert.Equal(2, await ScoreAsync(city));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task ConfirmByRose_TheSamePassingForTwoActsAtOnce_AttestsOne()
    {
        await using var city = await StartAsync();
        var (an, bai) = (await city.PersonAsync(), await city.PersonAsync("co-other"));
        var (one, two) = (await LogAsync(city, an), await LogAsync(city, an));
        var rose = await city.ChainAsync(bai, an);
        var receipts = await Task.WhenAll(Act(city, one).ConfirmByRose(city.Cell.Command(), an, rose), Act(city, two).ConfirmByRose(city.Cell.Command(), an, rose));
        Assert.Single(receipts, receipt => receipt.Outcome == Outcome.Done);
        Assert.Contains(receipts, receipt => receipt.Outcome is Outcome.AlreadyClaimed or Outcome.DailyLimit);
        Assert.Equal(Outcome.NotFound, (await Act(city, two).ConfirmByRose(city.Cell.Command(), bai, rose)).Outcome); // only the courier may
        Assert.Equal(1, await ScoreAsync(city));
        await city.IsCleanAsync();
    }

    [Theory, OnRedis, OnGarnet]
    public async Task Decide_ManyReviewersAtOnce_OneDecides(StoreKind store)
    {
        await using var city = await City.StartAsync(await stores.ConnectionAsync(store));
        var an = await city.PersonAsync();
        var reviewers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ReviewerAsync(city)));
        var act = await LogAsync(city, an);
        var claims = await Task.WhenAll(reviewers.Select(async by => (await Act(city, act).Claim(by)).Outcome));
        Assert.Single(claims, Outcome.Done);
        Assert.All(claims.Where(claim => claim != Outcome.Done), claim => Assert.Equal(Outcome.AlreadyClaimed, claim));
        var decisions = await Task.WhenAll(reviewers.Select(async by => (await Act(city, act).Decide(city.Cell.Command(), by, new(ActVerdict.Accept))).Outcome));
        Assert.Single(decisions, Outcome.Done);
        Assert.Equal(claims.Index().Single(claim => claim.Item == Outcome.Done).Index, decisions.Index().Single(decision => decision.Item == Outcome.Done).Index);
        Assert.Equal(1, await ScoreAsync(city));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Decide_Colleague_IsForbiddenAtTheGrain()
    {
        await using var city = await StartAsync();
        var act = await LogAsync(city, await city.PersonAsync());
        var (mate, nobody) = (await ReviewerAsync(city, "co-sf"), await city.PersonAsync("co-other"));
        Assert.Equal(Outcome.Forbidden, (await Act(city, act).Claim(mate)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await Act(city, act).Claim(nobody)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await Act(city, act).Decide(city.Cell.Command(), mate, new(ActVerdict.Accept))).Outcome);
    }

    [RedisFact]
    public async Task Due_NobodyDecidedInThreeWorkingDays_IsEscalatedOnce()
    {
        await using var city = await StartAsync();
        var by = await ReviewerAsync(city);
        var act = await LogAsync(city, await city.PersonAsync());
        await city.IsCleanAsync();
        city.Clock.Advance(TimeSpan.FromDays(6));
        await city.SweepAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Act(city, act).Due(ActEffects.Entry(act))));
        Assert.True((await Acts(city).Read(act))!.Overdue);
        Assert.Equal(1, await city.Redis.SortedSetLengthAsync(city.Keys.Key(ActEffects.Overdue)));
        await city.IsCleanAsync();
        await Act(city, act).Claim(by);
        await Act(city, act).Decide(city.Cell.Command(), by, new(ActVerdict.Reject, Reason: ActReason.NotSeen));
        Assert.Equal(0, await city.Redis.SortedSetLengthAsync(city.Keys.Key(ActEffects.Overdue)));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Reject_AfterConfirmation_TakesBackWhatItScored_AlsoWeeksLater()
    {
        await using var city = await StartAsync();
        var (an, bai, by) = (await city.PersonAsync(), await city.PersonAsync("co-other"), await ReviewerAsync(city));
        var act = await LogAsync(city, an);
        await ConfirmAsync(city, act, bai);
        await Act(city, act).Claim(by);
        await Act(city, act).Decide(city.Cell.Command(), by, new(ActVerdict.Accept));
        city.Clock.Advance(TimeSpan.FromDays(20));
        await city.EnrolAsync(an, "co-yto");
        Assert.Equal(1, await ScoreAsync(city));
        Assert.Equal(Outcome.Done, (await Act(city, act).Decide(city.Cell.Command(), by, new(ActVerdict.Lower, EvidenceLevel.E0, ActReason.Refuted))).Outcome);
        Assert.Equal(0, await ScoreAsync(city));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Close_Account_ForgetsWordsAndKeepsCounts()
    {
        await using var city = await StartAsync();
        var (an, bai) = (await city.PersonAsync(), await city.PersonAsync("co-other"));
        var told = (await city.Courier(an).Log(city.Cell.Command(), new("help", new("440703", Note: "在东华一路")))).Act;
        await ConfirmAsync(city, told, bai);
        var open = await LogAsync(city, an);
        await city.Person(an).Close(city.Cell.Command());
        await city.SweepAsync();
        city.Clock.Advance(TimeSpan.FromDays(2));
        await city.SweepAsync();
        var (first, second) = ((await Acts(city).Read(told))!, (await Acts(city).Read(open))!);
        Assert.Equal((null, null, ActReview.Accepted, EvidenceLevel.E1), (first.Note, first.Community, first.Review, first.Level));
        Assert.Equal(ActReview.Withdrawn, second.Review);
        Assert.Equal(1, await ScoreAsync(city));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Recount_FalsifiedScoreAndQueue_FindsBoth()
    {
        await using var city = await StartAsync();
        var act = await LogAsync(city, await city.PersonAsync());
        await city.IsCleanAsync();
        await city.Redis.HashIncrementAsync(city.Keys.Key(ActEffects.Totals), "scored");
        await city.Redis.SortedSetRemoveAsync(city.Keys.Key(ActEffects.Queue(null)), ActEffects.Member(act));
        var found = (await city.RecountAsync()).Differences;
        Assert.Contains(found, difference => difference.Key == ActEffects.Totals && difference.Member == "scored");
        Assert.Contains(found, difference => difference.Key == ActEffects.Queue(null));
    }

    private async Task<City> StartAsync() => await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));

    private static LogAct Deed(string kind = "help") => new(kind, new());

    private static async Task<CivicActId> LogAsync(City city, ParticipantId courier)
    {
        var receipt = await city.Courier(courier).Log(city.Cell.Command(), Deed());
        Assert.Equal(Outcome.Done, receipt.Outcome);
        return receipt.Act;
    }

    private static async Task<ParticipantId> ReviewerAsync(City city, string company = "co-city")
    {
        var person = await city.PersonAsync(company);
        Assert.Equal(Outcome.Done, (await city.Person(person).Appoint(city.Cell.Command(), person, new(Role.Reviewer), true, "test")).Outcome);
        return person;
    }

    private static Task<Receipt> ConfirmAsync(City city, CivicActId act, ParticipantId by) =>
        Act(city, act).Confirm(city.Cell.Command(), by, city.Cell.Services.GetRequiredService<CellKeys>().LinkSecret(act.Value, 1));

    private static Task<long?> ScoreAsync(City city) => city.CountAsync(Boards.Whole(Boards.Acts), "co-sf");

    private static ICivicActGrain Act(City city, CivicActId act) => city.Cell.Grains.GetGrain<ICivicActGrain>($"{city.Cell.CellId}/{act}");

    private static ActReader Acts(City city) => city.Cell.Services.GetRequiredService<ActReader>();
}
