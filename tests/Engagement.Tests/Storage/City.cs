using Engagement.Contracts;
using Engagement.Grains.Recounting;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Engagement.Tests.Storage;

/// <summary>A small city on a <see cref="TestCell"/>: people, roses, sweeps, a recount.</summary>
internal sealed class City(TestCell cell) : IAsyncDisposable
{
    public static readonly LetterWords Words = new("helped", "thanks", null);

    private int _people;

    public TestCell Cell => cell;

    public ManualClock Clock => cell.Clock;

    public IDatabase Redis => cell.Services.GetRequiredService<StoreConnection>().Database;

    public Cell Keys => cell.Services.GetRequiredService<Cell>();

    public static async Task<City> StartAsync(string connection, short silos = 1, Dictionary<string, string?>? settings = null, string? before = null) =>
        new(await TestCell.StartAsync(connection, silos, settings, before));

    /// <summary>A person with an account, in a company.</summary>
    public async Task<ParticipantId> PersonAsync(string company = "co-sf")
    {
        var person = await CitizenAsync();
        await EnrolAsync(person, company);
        return person;
    }

    /// <summary>A person with an account, in no company.</summary>
    public Task<ParticipantId> CitizenAsync() => Entered(cell.Grains.GetGrain<IIdentityGrain>($"{cell.CellId}/id{++_people}"));

    /// <summary>The company lists the person's number, they confirm it, and their own record follows; what they rode for before is left.</summary>
    public async Task EnrolAsync(ParticipantId person, string company)
    {
        var phone = new PhoneKey(person.Value);
        await Courier(person).Leave(cell.Command(), stay: true);
        await SettleAsync(person);
        await Roster(phone).List(new(company, phone, null, [], "", "", false, cell.Command()));
        Assert.Equal(Outcome.Done, (await Courier(person).Enrol(cell.Command(), new(phone, company, false))).Outcome);
        await SettleAsync(person);
    }

    /// <summary>Carries out the messages between a courier's records and nothing else.</summary>
    public async Task SettleAsync(ParticipantId person)
    {
        var waiting = (await Redis.SortedSetRangeByRankAsync(Keys.Key("agenda"))).Select(entry => (string)entry!)
            .Where(entry => entry.Contains(person.ToString(), StringComparison.Ordinal)).ToArray();
        foreach (var entry in waiting)
        {
            await (entry.Split(':')[0] switch
            {
                "affiliate" => Person(person).Due(entry),
                "free" => Roster(new(person.Value)).Due(entry),
                "enrol" or "dismiss" or "depart" => Courier(person).Due(entry),
                _ => Task.CompletedTask,
            });
        }
    }

    // The first call of a cold cluster on a loaded machine may take longer than its time limit; entering is safe to repeat.
    private static async Task<ParticipantId> Entered(IIdentityGrain identity)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await identity.Enter(1, null, false);
            }
            catch (TimeoutException) when (attempt < 5)
            {
            }
        }
    }

    public IParticipantGrain Person(ParticipantId id) => cell.Grains.GetGrain<IParticipantGrain>($"{cell.CellId}/{id}");

    public ICourierGrain Courier(ParticipantId id) => cell.Grains.GetGrain<ICourierGrain>($"{cell.CellId}/{id}");

    public IRosterGrain Roster(PhoneKey phone) => cell.Grains.GetGrain<IRosterGrain>($"{cell.CellId}/{phone}");

    public IRoseGrain Rose(RoseId id) => cell.Grains.GetGrain<IRoseGrain>($"{cell.CellId}/bed{id.Value.GetHashCode() & 7}");

    public Task<SendReceipt> SendAsync(ParticipantId from, ParticipantId to = default) =>
        Person(from).Send(cell.Command(), new(Words, to, false));

    public async Task<ClaimReceipt> ClaimAsync(SendReceipt sent, ParticipantId by)
    {
        var receipt = await Rose(sent.Rose).Claim(sent.Rose, cell.Command(), new(by, sent.Secret));
        Assert.Equal(Outcome.Done, receipt.Outcome);
        return receipt;
    }

    public async Task<SendReceipt> OfferAsync(RoseId rose, ParticipantId by)
    {
        var receipt = await Rose(rose).Offer(rose, cell.Command(), by, Words, default);
        Assert.Equal(Outcome.Done, receipt.Outcome);
        return receipt;
    }

    /// <summary>A rose that passed through all these hands.</summary>
    public async Task<RoseId> ChainAsync(params ParticipantId[] people)
    {
        var offer = await SendAsync(people[0]);
        Assert.Equal(Outcome.Done, offer.Outcome);
        for (var i = 1; i < people.Length; i++)
        {
            await ClaimAsync(offer, people[i]);
            Clock.Advance(TimeSpan.FromSeconds(7));
            offer = i < people.Length - 1 ? await OfferAsync(offer.Rose, people[i]) : offer;
        }

        return offer.Rose;
    }

    public async Task VoidAsync(RoseId rose) =>
        Assert.Equal(Outcome.Done, (await Rose(rose).Void(rose, cell.Command(), default, "test")).Outcome);

    public Task<int> SweepAsync() => cell.Grains.GetGrain<ISweeperGrain>(cell.CellId).Sweep();

    public Task<RecountReport> RecountAsync() => Recount.RunAsync(cell.Services);

    /// <summary>Asserts that every stored number is what the records say.</summary>
    public async Task IsCleanAsync()
    {
        var report = await RecountAsync();
        Assert.True(report.ExitCode == 0, string.Join('\n', report.Differences.Take(20)) + (report.Quiet ? "" : "not quiet"));
        Assert.Empty(cell.Watch.Caught);
    }

    /// <summary>Score of a member on a board.</summary>
    public async Task<long?> CountAsync(string board, RedisValue member) =>
        await Redis.SortedSetScoreAsync(Keys.Key(board), member) is { } score ? Score.Unpack(score).Count : null;

    public async Task<RoseState> StateAsync(RoseId rose) => (await cell.Services.GetRequiredService<RoseReader>().Read(rose))!;

    public ValueTask DisposeAsync() => cell.DisposeAsync();
}
