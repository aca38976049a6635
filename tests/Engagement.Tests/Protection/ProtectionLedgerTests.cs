using Engagement.Contracts;
using Engagement.Grains.Protection;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Protection;

/// <summary>Good-deed letters on a real ledger: issued once by the agenda, answered once, gone with the act or the account.</summary>
[Collection(StoreTests.Name)]
public sealed class ProtectionLedgerTests(StoreFixture stores)
{
    [RedisFact]
    public async Task Accept_ActAtE2_IssuesOneLetterThatVerifies()
    {
        await using var city = await StartAsync();
        var an = await city.PersonAsync();
        var act = await LogAsync(city, an);
        await city.SweepAsync();
        Assert.Null(await Letters(city).Read(act)); // the courier's own word is no letter
        await AcceptAsync(city, act);
        await city.IsCleanAsync(); // the message on its way is known
        await city.SweepAsync();
        await city.SweepAsync();
        var letter = Assert.Single(await Letters(city).Of(an, 0, 10));
        Assert.Equal((ProtectionStatus.Issued, "co-sf", an), (letter.Status, letter.Company, letter.Courier));
        var claims = await Letters(city).Claims(letter);
        Assert.Equal((act.ToString(), "help", "E2", "co-sf"), (claims!.Number, claims.Act, claims.Level, claims.Company));
        Assert.Equal(act, Assert.Single(await Letters(city).For("co-sf", open: true, 0, 10)).Act);
        Assert.Equal(new ProtectionTally(1, 0, 0), await Letters(city).Tally("co-sf"));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Due_SameMessageByManySweepers_IssuesOnce()
    {
        await using var city = await StartAsync();
        var act = await LogAsync(city, await city.PersonAsync());
        await AcceptAsync(city, act);
        var message = (await city.Redis.SortedSetRangeByRankAsync(city.Keys.Key("agenda"))).Select(entry => entry.ToString()).Single(entry => entry.StartsWith("protect:", StringComparison.Ordinal));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Letter(city, act).Due(message)));
        Assert.Equal(1, (await Letters(city).Tally("co-sf")).Issued);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Answer_TwoStewardsAtOnce_OneDecides()
    {
        await using var city = await StartAsync();
        var act = await IssuedAsync(city, await city.PersonAsync());
        var answers = await Task.WhenAll(Answer(city, act, ProtectionRefusal.None), Answer(city, act, ProtectionRefusal.NotLate));
        Assert.Contains(Outcome.Done, answers.Select(receipt => receipt.Outcome));
        var letter = (await Letters(city).Read(act))!;
        // The second sees an honour, which is final, or a refusal, which an honour overrules.
        Assert.Equal(ProtectionStatus.Honoured, letter.Status);
        Assert.Equal(Outcome.AlreadyDecided, (await Answer(city, act, ProtectionRefusal.NoOrder)).Outcome);
        Assert.Equal(new ProtectionTally(1, 1, 0), await Letters(city).Tally("co-sf"));
        Assert.Empty(await Letters(city).For("co-sf", open: true, 0, 10));
        Assert.Single(await Letters(city).For("co-sf", open: false, 0, 10));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Answer_SameCommandTwice_CountsOnce_OtherCompanyFindsNothing()
    {
        await using var city = await StartAsync();
        var act = await IssuedAsync(city, await city.PersonAsync());
        var command = city.Cell.Command();
        Assert.Equal(Outcome.NotFound, (await Letter(city, act).Answer(city.Cell.Command(), "co-other", default, ProtectionRefusal.None)).Outcome);
        Assert.Equal(Outcome.Done, (await Letter(city, act).Answer(command, "co-sf", default, ProtectionRefusal.OtherCause)).Outcome);
        Assert.Equal(Outcome.Done, (await Letter(city, act).Answer(command, "co-sf", default, ProtectionRefusal.OtherCause)).Outcome);
        Assert.Equal(Outcome.CommandReused, (await Letter(city, act).Answer(command, "co-sf", default, ProtectionRefusal.None)).Outcome);
        Assert.Equal(new ProtectionTally(1, 0, 1), await Letters(city).Tally("co-sf"));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Lower_ActBelowE2_RevokesTheLetter_AcceptIssuesItAgain()
    {
        await using var city = await StartAsync();
        var act = await LogAsync(city, await city.PersonAsync());
        var by = await AcceptAsync(city, act);
        await city.SweepAsync();
        Assert.Equal(Outcome.Done, (await Answer(city, act, ProtectionRefusal.None)).Outcome);
        Assert.Equal(Outcome.Done, (await Act(city, act).Undo(city.Cell.Command(), by)).Outcome);
        await city.SweepAsync();
        Assert.Equal(ProtectionStatus.Revoked, (await Letters(city).Read(act))!.Status);
        Assert.Equal(Outcome.Voided, (await Answer(city, act, ProtectionRefusal.None)).Outcome);
        await city.IsCleanAsync();
        Assert.Equal(Outcome.Done, (await Act(city, act).Decide(city.Cell.Command(), by, new(ActVerdict.Accept))).Outcome);
        await city.SweepAsync();
        Assert.Equal(ProtectionStatus.Issued, (await Letters(city).Read(act))!.Status);
        Assert.Equal(new ProtectionTally(1, 0, 0), await Letters(city).Tally("co-sf"));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Withdraw_ByItsCourierBeforeTheAnswer_HidesItFromTheCompany()
    {
        await using var city = await StartAsync();
        var an = await city.PersonAsync();
        var act = await IssuedAsync(city, an);
        Assert.Equal(Outcome.NotFound, (await Letter(city, act).Withdraw(city.Cell.Command(), await city.PersonAsync())).Outcome);
        Assert.Equal(Outcome.Done, (await Letter(city, act).Withdraw(city.Cell.Command(), an)).Outcome);
        Assert.Empty(await Letters(city).For("co-sf", open: true, 0, 10));
        Assert.Empty(await Letters(city).For("co-sf", open: false, 0, 10));
        Assert.Equal(Outcome.Withdrawn, (await Answer(city, act, ProtectionRefusal.None)).Outcome);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Close_Account_ForgetsWhatTheLetterSays()
    {
        await using var city = await StartAsync();
        var an = await city.PersonAsync();
        var act = await IssuedAsync(city, an);
        await Answer(city, act, ProtectionRefusal.None);
        await city.Person(an).Close(city.Cell.Command());
        await city.SweepAsync();
        var letter = (await Letters(city).Read(act))!;
        Assert.Equal((true, null, null), (letter.Forgotten, letter.Signed, await Letters(city).Open(letter)));
        Assert.Empty(await Letters(city).Of(an, 0, 10));
        Assert.Empty(await Letters(city).For("co-sf", open: false, 0, 10));
        Assert.Equal(new ProtectionTally(1, 1, 0), await Letters(city).Tally("co-sf"));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Recount_FalsifiedHonour_IsFound()
    {
        await using var city = await StartAsync();
        await IssuedAsync(city, await city.PersonAsync());
        await city.Redis.HashIncrementAsync(city.Keys.Key("protections"), "honoured:co-sf");
        Assert.Contains((await city.RecountAsync()).Differences, difference => difference.Key == "protections" && difference.Member == "honoured:co-sf");
    }

    private async Task<City> StartAsync() => await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis));

    private static async Task<CivicActId> LogAsync(City city, ParticipantId courier)
    {
        var receipt = await city.Courier(courier).Log(city.Cell.Command(), new("help", new()));
        Assert.Equal(Outcome.Done, receipt.Outcome);
        return receipt.Act;
    }

    private static async Task<CivicActId> IssuedAsync(City city, ParticipantId courier)
    {
        var act = await LogAsync(city, courier);
        await AcceptAsync(city, act);
        await city.SweepAsync();
        return act;
    }

    private static async Task<ParticipantId> AcceptAsync(City city, CivicActId act)
    {
        var by = await city.PersonAsync("co-city");
        Assert.Equal(Outcome.Done, (await city.Person(by).Appoint(city.Cell.Command(), by, new(Role.Reviewer), true, "test")).Outcome);
        Assert.Equal(Outcome.Done, (await Act(city, act).Claim(by)).Outcome);
        Assert.Equal(Outcome.Done, (await Act(city, act).Decide(city.Cell.Command(), by, new(ActVerdict.Accept))).Outcome);
        return by;
    }

    private static Task<Receipt> Answer(City city, CivicActId act, ProtectionRefusal refusal) => Letter(city, act).Answer(city.Cell.Command(), "co-sf", default, refusal);

    private static ICivicActGrain Act(City city, CivicActId act) => city.Cell.Grains.GetGrain<ICivicActGrain>($"{city.Cell.CellId}/{act}");

    private static IProtectionLetterGrain Letter(City city, CivicActId act) => city.Cell.Grains.GetGrain<IProtectionLetterGrain>($"{city.Cell.CellId}/{act}");

    private static ProtectionReader Letters(City city) => city.Cell.Services.GetRequiredService<ProtectionReader>();
}
