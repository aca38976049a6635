using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Notices;
using Engagement.Grains.Roses;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Notices;

/// <summary>Notices on a real ledger: inboxes from records, one message a turn, nothing twice; each closed by a recount.</summary>
[Collection(StoreTests.Name)]
public sealed partial class NoticeLedgerTests(StoreFixture stores)
{
    private static readonly DateTimeOffset Eleven = new(2026, 6, 1, 23, 0, 0, ShanghaiDay.Offset);

    [RedisFact]
    public async Task Digest_FortyRosesAtEleven_OneMessageAtEight()
    {
        await using var city = await StartAsync();
        var (an, others) = (await ReachableAsync(city, credits: 3), await PeopleAsync(city, 8));
        city.Clock.UtcNow = Eleven;
        foreach (var giver in others)
        {
            for (var i = 0; i < 5; i++)
            {
                Assert.Equal(Outcome.Done, (await city.SendAsync(giver, an)).Outcome); // forty people's roses, addressed to one
            }
        }

        await city.SweepAsync();
        Assert.Empty(Outbox(city).Sent);
        Assert.Equal(1, await Waiting(city, "notice:"));
        city.Clock.UtcNow = Eleven.AddHours(9).AddSeconds(-1);
        await city.SweepAsync();
        Assert.Empty(Outbox(city).Sent);

        city.Clock.UtcNow = Eleven.AddHours(9);
        await city.SweepAsync();
        await city.SweepAsync();
        var message = Assert.Single(Outbox(city).Sent);
        Assert.Equal(("o-an", 40), (message.OpenId, message.Counts[NoticeKind.Arrived]));
        Assert.Equal(2, (await Notices(city, an).Show()).Templates.Single().Credits);
        city.Clock.Advance(TimeSpan.FromHours(12));
        await city.SweepAsync();
        Assert.Single(Outbox(city).Sent);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Look_FirstOfATurn_IsAtOnceAndTheRestWaits()
    {
        await using var city = await StartAsync();
        var (an, bai) = (await ReachableAsync(city, credits: 5), await city.PersonAsync());
        await city.ClaimAsync(await city.SendAsync(an), bai);
        await city.SweepAsync();
        Assert.Equal(1, Assert.Single(Outbox(city).Sent).Counts[NoticeKind.Opened]);

        for (var i = 0; i < 3; i++)
        {
            city.Clock.Advance(TimeSpan.FromMinutes(10));
            await city.ClaimAsync(await city.SendAsync(an), bai);
            await city.SweepAsync();
        }

        Assert.Single(Outbox(city).Sent);
        city.Clock.UtcNow = new(2026, 6, 1, 20, 0, 0, ShanghaiDay.Offset);
        await city.SweepAsync();
        Assert.Equal(3, Outbox(city).Sent.Last().Counts[NoticeKind.Opened]);
        Assert.Equal(2, Outbox(city).Sent.Count);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Claim_GiverWhomNobodyCanTell_WritesNoEntry()
    {
        await using var city = await StartAsync();
        var (an, bai) = (await city.PersonAsync(), await city.PersonAsync());
        await city.ClaimAsync(await city.SendAsync(an), bai);
        Assert.Equal(0, await Waiting(city, "notice:"));
        Assert.Equal(NoticeKind.Opened, Assert.Single((await Inbox(city, an)).Notices).Kind); // the inbox tells all the same
    }

    [RedisFact]
    public async Task Look_NoCreditLeft_IsNotTriedAndGiftsStopWritingEntries()
    {
        await using var city = await StartAsync();
        var (an, bai) = (await ReachableAsync(city, credits: 1), await city.PersonAsync());
        await city.ClaimAsync(await city.SendAsync(an), bai);
        await city.SweepAsync();
        city.Clock.Advance(TimeSpan.FromHours(9));
        await city.ClaimAsync(await city.SendAsync(an), bai);
        await city.SweepAsync();
        Assert.Single(Outbox(city).Sent);
        Assert.Equal(0, await Waiting(city, "notice:"));
        Assert.Equal(2, (await Inbox(city, an)).Unread);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Look_RefusedByThePerson_EmptiesTheLedgerAndFailsNothing()
    {
        await using var city = await StartAsync();
        var (an, bai) = (await ReachableAsync(city, credits: 5), await city.PersonAsync());
        Outbox(city).Outcome = SendOutcome.Refused;
        await city.ClaimAsync(await city.SendAsync(an), bai);
        await city.SweepAsync();
        await city.SweepAsync();
        Assert.Single(Outbox(city).Sent);
        Assert.Empty((await Notices(city, an).Show()).Templates);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Look_OutcomeUnknown_IsNotRepeated()
    {
        await using var city = await StartAsync();
        var (an, bai) = (await ReachableAsync(city, credits: 5), await city.PersonAsync());
        Outbox(city).Outcome = SendOutcome.Unknown;
        await city.ClaimAsync(await city.SendAsync(an), bai);
        for (var i = 0; i < 6; i++)
        {
            await city.SweepAsync();
            city.Clock.Advance(TimeSpan.FromHours(4));
        }

        Assert.Single(Outbox(city).Sent);
        Assert.Equal(SendState.Unknown, Assert.Single((await Notices(city, an).Show()).Sent).State);
    }

    [RedisFact]
    public async Task Look_NotNow_GivesTheCreditBackAndTriesLater()
    {
        await using var city = await StartAsync();
        var (an, bai) = (await ReachableAsync(city, credits: 1), await city.PersonAsync());
        Outbox(city).Outcome = SendOutcome.NotNow;
        await city.ClaimAsync(await city.SendAsync(an), bai);
        await city.SweepAsync();
        await city.SweepAsync();
        Assert.Single(Outbox(city).Sent);
        Outbox(city).Outcome = SendOutcome.Taken;
        city.Clock.Advance(TimeSpan.FromMinutes(31));
        await city.SweepAsync();
        Assert.Equal(2, Outbox(city).Sent.Count);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Due_SameEntryFromALateSweeper_SendsOnce()
    {
        await using var city = await StartAsync();
        var (an, bai) = (await ReachableAsync(city, credits: 5), await city.PersonAsync());
        await city.ClaimAsync(await city.SendAsync(an), bai);
        var entry = (string)(await city.Redis.SortedSetRangeByRankAsync(city.Keys.Key("agenda"))).Single(entry => entry.StartsWith("notice:"))!;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Notices(city, an).Due(entry)));
        city.Clock.Advance(TimeSpan.FromHours(9));
        await city.ClaimAsync(await city.SendAsync(an), bai);
        await Notices(city, an).Due(entry); // there is something to tell again, but this entry was taken
        Assert.Single(Outbox(city).Sent);
        await city.SweepAsync();
        Assert.Equal(2, Outbox(city).Sent.Count);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Look_HintOfTheTurnWasLost_WaitsAllTheSame()
    {
        await using var city = await StartAsync();
        var (an, bai) = (await ReachableAsync(city, credits: 5), await city.PersonAsync());
        await city.ClaimAsync(await city.SendAsync(an), bai);
        await city.SweepAsync();
        city.Clock.Advance(TimeSpan.FromMinutes(5));
        await city.ClaimAsync(await city.SendAsync(an), bai);
        var now = city.Clock.UtcNow.ToUnixTimeMilliseconds();
        await city.Redis.SortedSetAddAsync(city.Keys.Key(RoseEffects.Agenda), $"notice:{an}:{now / 60_000}", now); // as a person without the hint writes it
        await city.SweepAsync();
        Assert.Single(Outbox(city).Sent);
        await city.IsCleanAsync();
        city.Clock.UtcNow = new(2026, 6, 1, 20, 0, 0, ShanghaiDay.Offset);
        await city.SweepAsync();
        await city.SweepAsync();
        Assert.Equal(2, Outbox(city).Sent.Count);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Budget_UsedUp_LeavesTheRestToTheInbox()
    {
        await using var city = await StartAsync(); // three messages a day
        var (people, bai) = (new List<ParticipantId>(), await city.PersonAsync());
        for (var i = 0; i < 6; i++)
        {
            people.Add(await ReachableAsync(city, credits: 2));
        }

        foreach (var person in people)
        {
            await city.ClaimAsync(await city.SendAsync(person), bai);
        }

        await city.SweepAsync();
        await city.SweepAsync();
        Assert.Equal(3, Outbox(city).Sent.Count);
        foreach (var person in people)
        {
            Assert.Equal(1, (await Inbox(city, person)).Unread);
        }

        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Choose_OffMutedOrRead_SendsNothing()
    {
        await using var city = await StartAsync();
        var bai = await city.PersonAsync();
        var (off, muted, reads) = (await ReachableAsync(city, 2), await ReachableAsync(city, 2), await ReachableAsync(city, 2));
        await city.Person(off).ChooseNotices(city.Cell.Command(), new(true, NoticeTopics.None, "en"));
        await city.Person(muted).ChooseNotices(city.Cell.Command(), new(false, NoticeTopics.Travels, "en"));
        foreach (var person in new[] { off, muted, reads })
        {
            await city.ClaimAsync(await city.SendAsync(person), bai);
        }

        await city.Person(reads).ReadNotices(city.Clock.UtcNow);
        await city.SweepAsync();
        Assert.Empty(Outbox(city).Sent);
        Assert.Equal("language", (await city.Person(off).ChooseNotices(city.Cell.Command(), new(false, NoticeTopics.None, "xx"))).Field);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task ReadNotices_AheadOrBack_NeverHidesWhatComes()
    {
        await using var city = await StartAsync();
        var (an, bai) = (await city.PersonAsync(), await city.PersonAsync());
        await city.ClaimAsync(await city.SendAsync(an), bai);
        await city.Person(an).ReadNotices(city.Clock.UtcNow.AddYears(50));
        Assert.Equal(0, (await Inbox(city, an)).Unread);
        city.Clock.Advance(TimeSpan.FromMinutes(1));
        await city.ClaimAsync(await city.SendAsync(an), bai);
        Assert.Equal(1, (await Inbox(city, an)).Unread);
        await city.Person(an).ReadNotices(DateTimeOffset.UnixEpoch);
        Assert.Equal(1, (await Inbox(city, an)).Unread);
    }

    [RedisFact]
    public async Task Inbox_ALifeOfRoses_TellsEachStep()
    {
        await using var city = await StartAsync();
        var (an, bai, chen) = (await city.PersonAsync(), await city.PersonAsync(), await city.PersonAsync());
        var rose = await city.ChainAsync(an, bai, chen);
        Assert.Equal(Outcome.Done, (await city.Rose(rose).Thank(rose, city.Cell.Command(), chen, "phrase")).Outcome);
        Assert.Equal([NoticeKind.PassedOn, NoticeKind.Opened], (await Inbox(city, an)).Notices.Select(notice => notice.Kind));
        Assert.Equal([NoticeKind.Thanked, NoticeKind.Opened], (await Inbox(city, bai)).Notices.Select(notice => notice.Kind).OrderByDescending(kind => kind));

        await city.OfferAsync(rose, chen);
        await city.SendAsync(an, to: chen);
        await city.SendAsync(an);
        Assert.Equal([NoticeKind.Arrived], (await Inbox(city, chen)).Notices.Select(notice => notice.Kind));
        city.Clock.Advance(TimeSpan.FromHours(25));
        await city.SweepAsync();
        await city.SweepAsync();
        Assert.Equal([NoticeKind.CameBack], (await Inbox(city, chen)).Notices.Select(notice => notice.Kind));
        Assert.Equal(2, (await Inbox(city, an)).Notices.Count(notice => notice.Kind == NoticeKind.CameBack));
        city.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Empty((await Inbox(city, an)).Notices);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Close_Account_EmptiesNoticesAndNothingComesBack()
    {
        await using var city = await StartAsync();
        var (an, bai) = (await ReachableAsync(city, credits: 5), await city.PersonAsync());
        var sent = await city.SendAsync(an);
        await city.Person(an).SeenInMiniProgram(new("m-an"));
        await city.Person(an).Close(city.Cell.Command());
        await city.IsCleanAsync();
        await city.ClaimAsync(sent, bai);
        await city.SweepAsync();
        await Notices(city, an).Answered(new("late", "o-an"), [new("once", true)]);
        var view = await Notices(city, an).Show();
        Assert.True(view is { Known: false, Templates: [], Sent: [] });
        Assert.Null(await city.Person(an).MiniProgram());
        Assert.Null(await city.Cell.Services.GetRequiredService<NoticeReader>().Read(an));
        Assert.Empty(Outbox(city).Sent);
        foreach (var record in new[] { $"notices:{an}", $"participant:{an}" })
        {
            Assert.DoesNotContain("o-an", System.Text.Encoding.Latin1.GetString((byte[])(await city.Redis.StringGetAsync(city.Keys.Key(record)))!), StringComparison.Ordinal);
        }

        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task MiniProgram_AcceptedThere_TakesTheCreditOnceAndSendsThere()
    {
        await using var city = await StartAsync();
        var (an, bai) = (await city.PersonAsync(), await city.PersonAsync());
        Assert.False(await Notices(city, an).AnsweredInMiniProgram("early", [new("mini", true)])); // nobody knows where to send it
        await city.Person(an).SeenInMiniProgram(new("m-an"));
        city.Clock.Advance(TimeSpan.FromHours(5)); // longer than a visit counts for checks
        Assert.True(await Notices(city, an).AnsweredInMiniProgram("1", [new("mini", true)]));
        Assert.True(await Notices(city, an).AnsweredInMiniProgram("1", [new("mini", true)]));
        Assert.Equal([new TemplateCredit("mini", 1)], (await Notices(city, an).Show()).Templates);
        await city.ClaimAsync(await city.SendAsync(an), bai);
        await city.SweepAsync();
        Assert.Equal(("m-an", "mini"), (Assert.Single(Outbox(city).Sent).OpenId, Outbox(city).Sent.Single().Template.Id));
        await city.IsCleanAsync();
        await city.Person(an).Close(city.Cell.Command());
        await city.SweepAsync();
        Assert.False(await Notices(city, an).AnsweredInMiniProgram("2", [new("mini", true)]));
        Assert.Empty((await Notices(city, an).Show()).Templates);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task MiniProgram_BothPossible_OneDigestIsOneMessage()
    {
        await using var city = await StartAsync();
        var (an, bai) = (await ReachableAsync(city, credits: 1), await city.PersonAsync());
        await city.Person(an).SeenInMiniProgram(new("m-an"));
        await Notices(city, an).AnsweredInMiniProgram("1", [new("mini", true)]);
        await city.ClaimAsync(await city.SendAsync(an), bai);
        await city.SweepAsync();
        city.Clock.Advance(TimeSpan.FromHours(9));
        await city.SweepAsync();
        Assert.Equal("o-an", Assert.Single(Outbox(city).Sent).OpenId);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Records_OpenIds_AreSealed()
    {
        await using var city = await StartAsync();
        var an = await ReachableAsync(city, credits: 1);
        await city.Person(an).SeenInMiniProgram(new("m-an"));
        Assert.Equal(new OpenId("m-an"), await city.Person(an).MiniProgram());
        foreach (var (record, openId) in new[] { ($"notices:{an}", "o-an"), ($"participant:{an}", "m-an") })
        {
            Assert.DoesNotContain(openId, System.Text.Encoding.Latin1.GetString((byte[])(await city.Redis.StringGetAsync(city.Keys.Key(record)))!), StringComparison.Ordinal);
        }

        city.Clock.Advance(TimeSpan.FromHours(2.1));
        Assert.Null(await city.Person(an).MiniProgram());
    }

    // Everybody here rides for a company; only two tests are about riding.
    private async Task<City> StartAsync(bool riding = false) => await City.StartAsync(await stores.ConnectionAsync(StoreKind.Redis), settings: new(
        riding ? [] : [new("Notices:RiderQuiet:0:From", "03:00"), new("Notices:RiderQuiet:0:Until", "03:01")])
    {
        ["Notices:Templates:0:Id"] = "once",
        ["Notices:Templates:0:Fields:thing1"] = "What",
        ["Notices:Templates:1:Id"] = "mini",
        ["Notices:Templates:1:Kind"] = "MiniProgram",
        ["Notices:Templates:1:Fields:thing1"] = "What",
        ["Notices:PerDay"] = "3",
    });

    private static async Task<ParticipantId[]> PeopleAsync(City city, int n)
    {
        var people = new ParticipantId[n];
        for (var i = 0; i < n; i++)
        {
            people[i] = await city.PersonAsync();
        }

        return people;
    }

    private static async Task<ParticipantId> ReachableAsync(City city, int credits)
    {
        var person = await city.PersonAsync();
        for (var i = 0; i < credits; i++)
        {
            await Notices(city, person).Answered(new($"push-{person}-{i}", "o-an"), [new("once", true)]);
        }

        return person;
    }

    private static INoticeGrain Notices(City city, ParticipantId person) => city.Cell.Grains.GetGrain<INoticeGrain>($"{city.Cell.CellId}/{person}");

    private static Outbox Outbox(City city) => city.Cell.Outbox;

    private static async Task<Inbox> Inbox(City city, ParticipantId person) => (await city.Cell.Services.GetRequiredService<NoticeReader>().Read(person))!;

    private static async Task<int> Waiting(City city, string kind) =>
        (await city.Redis.SortedSetRangeByRankAsync(city.Keys.Key(RoseEffects.Agenda))).Count(entry => entry.StartsWith(kind));
}
