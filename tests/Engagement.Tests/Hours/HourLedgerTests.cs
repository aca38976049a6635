using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Hours;

/// <summary>Hours on a real ledger: recorded once, held, corrected, found when damaged; each closed by a recount.</summary>
[Collection(StoreTests.Name)]
public sealed class HourLedgerTests(StoreFixture stores)
{
    [RedisFact]
    public async Task Hours_SameMessageManyTimesAtOnce_IsOneEntry()
    {
        await using var city = await HoursCity.StartAsync(stores);
        var an = await city.City.CitizenAsync();
        var activity = await city.SettledAsync(4, 2, an);
        await city.City.IsCleanAsync(); // a message on its way is explained
        var message = $"hours:{an}:{activity}:1";
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => city.Volunteer(an).Due(message)));
        await city.City.SweepAsync();
        await city.Volunteer(an).Due(message); // hours late
        var entry = Assert.Single(await city.EntriesAsync(an));
        Assert.Equal((1, 120, HourClass.Credit, ""), (entry.Number, entry.Minutes, entry.Class, entry.Previous)); // a second after the start is the same minute
        Assert.Equal(new HourTotals(120, Entries: 1), await city.Volunteer(an).Hours());
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Hours_TwoMessagesAndAMakeUpAtOnce_NoMinuteCountsTwice()
    {
        await using var city = await HoursCity.StartAsync(stores, silos: 2);
        var (an, one, two) = (await city.City.CitizenAsync(), await city.StaffAsync(Role.Organiser, HoursCity.Team), await city.StaffAsync(Role.Organiser, HoursCity.Team));
        var first = await city.SettledAsync(6, 3, an);
        var second = await city.SettledAsync(5, 3, an);
        var third = await city.SettledAsync(4, 3);
        await city.AgreedAsync(one, two, third, an);
        var messages = city.Agenda().Select(entry => (string)entry!).Where(entry => entry.StartsWith("hours:", StringComparison.Ordinal)).ToArray();
        Assert.Equal(3, messages.Length);
        await Task.WhenAll(messages.Concat(messages).Select(message => city.Volunteer(an).Due(message)));
        await city.City.SweepAsync();
        var entries = await city.EntriesAsync(an);
        Assert.Equal([1, 2, 3], entries.Select(entry => entry.Number));
        var spans = entries.SelectMany(entry => entry.Counted).OrderBy(span => span.From).ToArray();
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.To <= pair.Second.From));
        Assert.Contains(entries, entry => entry.Pending > 0);
        Assert.Equal(HourSums.Of(entries), (await city.RecordAsync(an)).Hours);
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Held_ReviewerDecides_OnceAndNeverTheOrganiser()
    {
        await using var city = await HoursCity.StartAsync(stores);
        var an = await city.City.CitizenAsync();
        var (organiser, reviewer, other) = (await city.StaffAsync(Role.Organiser, HoursCity.Team), await city.StaffAsync(Role.HoursReviewer, "440703"), await city.StaffAsync(Role.HoursReviewer, "440785"));
        await city.SettledAsync(6, 2, an);
        await city.City.SweepAsync();
        await city.SettledAsync(5, 2, an);
        await city.City.SweepAsync();
        var held = Assert.Single(await city.Hours.Held(["440703"]));
        Task<Receipt> Decide(ParticipantId by, bool counts) => city.Volunteer(an).DecideHeld(city.City.Cell.Command(), by, new(held.Id, counts, HourReason.BothServed));
        Assert.All(new[] { await Decide(organiser, true), await Decide(other, true), await Decide(an, true) }, receipt => Assert.Equal(Outcome.Forbidden, receipt.Outcome));
        var decided = await Task.WhenAll(Decide(reviewer, true), Decide(reviewer, false));
        Assert.Single(decided, receipt => receipt.Outcome == Outcome.Done);
        Assert.Single(decided, receipt => receipt.Outcome == Outcome.AlreadyDecided);
        Assert.Empty(await city.Hours.Held(["440703"]));
        Assert.Equal(0, (await city.RecordAsync(an)).Hours.Held);
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Offset_OfStrangersOrForOneself_IsForbidden_AndARetryAnswersTheSame()
    {
        await using var city = await HoursCity.StartAsync(stores);
        var organiser = await city.StaffAsync(Role.Organiser, HoursCity.Team);
        var (an, foreign) = (await city.City.CitizenAsync(), await city.StaffAsync(Role.Organiser, "other"));
        await city.SettledAsync(6, 2, an, organiser);
        await city.City.SweepAsync();
        var (entry, own) = ((await city.EntriesAsync(an))[0], (await city.EntriesAsync(organiser))[0]);
        var offset = new OffsetHours(entry.Id, -30, HourReason.WrongTimes);
        Assert.Equal(Outcome.Forbidden, (await city.Volunteer(an).Offset(city.City.Cell.Command(), foreign, offset)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await city.Volunteer(organiser).Offset(city.City.Cell.Command(), organiser, new(own.Id, -30, HourReason.WrongTimes))).Outcome);
        Assert.Equal(Outcome.NotFound, (await city.Volunteer(an).Offset(city.City.Cell.Command(), organiser, new(own.Id, -30, HourReason.WrongTimes))).Outcome);
        var command = city.City.Cell.Command();
        var receipts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => city.Volunteer(an).Offset(command, organiser, offset)));
        Assert.All(receipts, receipt => Assert.Equal(Outcome.Done, receipt.Outcome));
        Assert.Equal(Outcome.CommandReused, (await city.Volunteer(an).Offset(command, organiser, offset with { Minutes = -31 })).Outcome);
        Assert.Equal((2, entry.Minutes - 30), ((await city.EntriesAsync(an)).Length, (await city.RecordAsync(an)).Hours.Credit));
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task ConfirmedRows_AreImportedEntriesOnNoBoard_AndOfNoServiceNone()
    {
        await using var city = await HoursCity.StartAsync(stores);
        var an = await city.City.CitizenAsync();
        await city.ConfirmedRowAsync(an, "row-5", service: "rose");
        await city.ConfirmedRowAsync(an, "row-6", minutes: 481);
        await city.ConfirmedRowAsync(an, "row-7");
        await city.City.SweepAsync();
        Assert.Equal(new HourTotals(Imported: 120, Entries: 1), await city.Volunteer(an).Hours());
        Assert.Equal(new OrganisationHours(0, 0), await city.Hours.Of(HoursCity.Team));
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Hours_OfNoVolunteerService_AreNotRecorded()
    {
        await using var city = await HoursCity.StartAsync(stores);
        var an = await city.City.CitizenAsync();
        await city.ActivityAsync(4, 2, [an], activity => activity.Details = activity.Details with { ServiceClass = "own-job" });
        await city.ActivityAsync(9, 2, [an], activity => activity.Details = activity.Details with { ServiceClass = "unknown" });
        await city.City.SweepAsync();
        Assert.Empty(await city.EntriesAsync(an));
        Assert.DoesNotContain(city.Agenda(), entry => ((string)entry!).StartsWith("hours:", StringComparison.Ordinal));
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Nudge_OnceADay_UntilItIsSettled()
    {
        await using var city = await HoursCity.StartAsync(stores);
        var (an, bai) = (await city.City.CitizenAsync(), await city.City.CitizenAsync());
        var activity = await city.ActivityAsync(30, 2, [an], activity => (activity.Stage, activity.SettledAt) = (ActivityStage.Ended, 0));
        Assert.Equal(Outcome.NotFound, (await city.Volunteer(bai).Nudge(activity)).Outcome);
        Assert.Equal(Outcome.Done, (await city.Volunteer(an).Nudge(activity)).Outcome);
        Assert.Equal(Outcome.DailyLimit, (await city.Volunteer(an).Nudge(activity)).Outcome);
        city.City.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Outcome.Done, (await city.Volunteer(an).Nudge(activity)).Outcome);
        Assert.Equal(1, await city.Hours.Nudges(activity));
        await city.City.IsCleanAsync();
    }

    [RedisFact]
    public async Task Recount_DamagedTotalRecordAndChain_FindsEach()
    {
        await using var city = await HoursCity.StartAsync(stores);
        var (an, bai, chen) = (await city.City.CitizenAsync(), await city.City.CitizenAsync(), await city.City.CitizenAsync());
        await city.SettledAsync(9, 2, an, bai, chen);
        await city.City.SweepAsync();
        await city.SettledAsync(5, 2, an, bai, chen);
        await city.City.SweepAsync();
        await city.City.IsCleanAsync();
        var format = city.City.Cell.Services.GetRequiredService<RecordFormat>();
        async Task Rewrite(string kind, string id, Func<byte[], LedgerState> change)
        {
            var key = city.City.Keys.Record(kind, id);
            var bytes = (byte[])(await city.City.Redis.StringGetAsync(key))!;
            await city.City.Redis.StringSetAsync(key, format.Write(change(bytes), RecordFormat.ETag(bytes)));
        }

        await Rewrite(VolunteerState.Kind, an.ToString(), bytes =>
        {
            var state = format.Read<VolunteerState>(bytes);
            state.Hours = state.Hours with { Credit = state.Hours.Credit + 60 };
            return state;
        });
        var altered = (await city.EntriesAsync(bai))[0];
        await Rewrite(ServiceState.Kind, altered.Id.ToString(), _ => new ServiceState { Entry = altered with { Title = "别的" } });
        var removed = (await city.EntriesAsync(chen))[0];
        await city.City.Redis.KeyDeleteAsync(city.City.Keys.Record(ServiceState.Kind, removed.Id.ToString()));
        var found = (await city.City.RecountAsync()).Differences;
        Assert.Contains(found, difference => difference.Kind == "hours" && difference.Key == $"volunteer:{an}" && difference.Member == "totals");
        Assert.Contains(found, difference => difference.Kind == "hours" && difference.Key == $"service:{altered.Id}" && difference.Member == "hash");
        Assert.Contains(found, difference => difference.Kind == "hours" && difference.Key == $"volunteer:{chen}" && difference.Member == "entry 2");
        Assert.All(found.Where(difference => difference.Kind == "hours"), difference => Assert.Null(difference.Repair)); // nothing repairs what is primary
    }
}
