using Engagement.Contracts;
using Engagement.Grains.Needs;
using Engagement.Tests.Activities;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Needs;

/// <summary>Orders of the needs market on a real store, each test closed by a recount (VH-16).</summary>
[Collection(StoreTests.Name)]
public sealed class NeedLedgerTests(StoreFixture stores)
{
    private static readonly OrderNeed Order = new("陪外婆去医院", "440703", "周三上午，从东湖社区到区医院", "电话 13800000000");

    [RedisFact]
    public async Task Need_FromOrderToRating_KeepsItsHistoryAcrossTwoOrganisations()
    {
        await using var city = await ActivityLedgerTests.Started(stores);
        var (citizen, centre) = (await city.CitizenAsync(), await city.StaffAsync(Role.HoursReviewer, "440703"));
        var (first, second) = (await city.StaffAsync(Role.Organiser, "org-a"), await city.StaffAsync(Role.Organiser, "org-b"));
        var (id, need) = await OrderedAsync(city, citizen);
        Assert.Equal(Outcome.AlreadyDecided, (await need.Dispatch(city.Cell.Command(), centre, "org-a")).Outcome);
        Assert.Equal(Receipt.Done, await need.Decide(city.Cell.Command(), centre, true, null));
        Assert.Equal(Receipt.Done, await need.Dispatch(city.Cell.Command(), centre, "org-a"));
        Assert.Equal(Outcome.Forbidden, (await need.Answer(city.Cell.Command(), second, true)).Outcome);
        Assert.Equal(Receipt.Done, await need.Answer(city.Cell.Command(), first, false));
        Assert.Equal(Receipt.Done, await need.Dispatch(city.Cell.Command(), centre, "org-b"));
        var command = city.Cell.Command();
        Assert.Equal(Receipt.Done, await need.Answer(command, second, true));
        Assert.Equal(Receipt.Done, await need.Answer(command, second, true));
        Assert.Equal(Outcome.AlreadyDecided, (await need.Rate(city.Cell.Command(), citizen, 5)).Outcome);
        Assert.Equal(Receipt.Done, await need.Serve(city.Cell.Command(), second));
        Assert.Equal(new Receipt(Outcome.Invalid, "stars"), await need.Rate(city.Cell.Command(), citizen, 6));
        Assert.Equal(Outcome.NotFound, (await need.Rate(city.Cell.Command(), centre, 5)).Outcome);
        Assert.Equal(Receipt.Done, await need.Rate(city.Cell.Command(), citizen, 5));
        Assert.Equal(Outcome.AlreadyDecided, (await need.Cancel(city.Cell.Command(), citizen)).Outcome);
        var state = await StateAsync(city, id);
        Assert.Equal([NeedStage.Ordered, NeedStage.Open, NeedStage.Dispatched, NeedStage.Open, NeedStage.Dispatched, NeedStage.Accepted, NeedStage.Served, NeedStage.Rated],
            state.Steps.Select(step => step.Stage));
        Assert.Equal(["", "", "org-a", "org-a", "org-b", "org-b", "org-b", "org-b"], state.Steps.Select(step => step.Organisation));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Dispatch_ToATeam_IsAnsweredByItsOrganiser_AndToNobodyIsRefused()
    {
        await using var city = await ActivityLedgerTests.Started(stores);
        var (centre, team) = (await city.StaffAsync(Role.HoursReviewer, "440703"), OpaqueId.Format(Guid.NewGuid()));
        Assert.Equal(Receipt.Done, await city.Cell.Grains.GetGrain<ITeamGrain>($"{city.Cell.CellId}/{team}").Found(city.Cell.Command(), default, new("护河一队", null, TeamLevel.Street, "org-a")));
        var leader = await city.StaffAsync(Role.Organiser, team);
        var (id, need) = await OrderedAsync(city, await city.CitizenAsync());
        Assert.Equal(Receipt.Done, await need.Decide(city.Cell.Command(), centre, true, null));
        Assert.Equal(new Receipt(Outcome.Invalid, "organisation"), await need.Dispatch(city.Cell.Command(), centre, OpaqueId.Format(Guid.NewGuid())));
        Assert.Equal(Receipt.Done, await need.Dispatch(city.Cell.Command(), centre, team));
        Assert.Equal(Receipt.Done, await need.Answer(city.Cell.Command(), leader, true));
        Assert.Equal((NeedStage.Accepted, team), ((await StateAsync(city, id)).Stage, (await StateAsync(city, id)).Organisation));
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Order_BadFields_AreNamedAndWriteNothing()
    {
        await using var city = await ActivityLedgerTests.Started(stores);
        var citizen = await city.CitizenAsync();
        var id = new NeedId(Guid.NewGuid());
        foreach (var (field, bad) in new[] { ("title", Order with { Title = new string('长', 31) }), ("text", Order with { Text = " " }), ("contact", Order with { Contact = "" }), ("district", Order with { District = "unknown" }) })
        {
            Assert.Equal(new Receipt(Outcome.Invalid, field), await Need(city, id).Order(city.Cell.Command(), citizen, bad));
        }

        Assert.Equal(new Receipt(Outcome.TextRefused, "text"), await Need(city, id).Order(city.Cell.Command(), citizen, Order with { Text = "refuse" }));
        Assert.Equal(Outcome.SignInRequired, (await Need(city, id).Order(city.Cell.Command(), new(Guid.NewGuid()), Order)).Outcome);
        Assert.Null(await city.Cell.Services.GetRequiredService<NeedReader>().Read(id));
    }

    [RedisFact]
    public async Task Decide_OwnOrderOrWithoutReason_IsRefused()
    {
        await using var city = await ActivityLedgerTests.Started(stores);
        var centre = await city.StaffAsync(Role.HoursReviewer);
        var (_, own) = await OrderedAsync(city, centre);
        Assert.Equal(Outcome.Forbidden, (await own.Decide(city.Cell.Command(), centre, true, null)).Outcome);
        var (id, need) = await OrderedAsync(city, await city.CitizenAsync());
        Assert.Equal(Outcome.Forbidden, (await need.Decide(city.Cell.Command(), await city.StaffAsync(Role.HoursReviewer, "440704"), true, null)).Outcome);
        Assert.Equal(new Receipt(Outcome.Invalid, "reason"), await need.Decide(city.Cell.Command(), centre, false, null));
        Assert.Equal(Receipt.Done, await need.Decide(city.Cell.Command(), centre, false, "这类请打120"));
        Assert.Equal("这类请打120", (await StateAsync(city, id)).Reason);
        await city.IsCleanAsync();
    }

    [RedisFact]
    public async Task Close_Account_WordsGoAndWhatIsNotServedIsTakenBack()
    {
        await using var city = await ActivityLedgerTests.Started(stores);
        var citizen = await city.CitizenAsync();
        var (id, _) = await OrderedAsync(city, citizen);
        Assert.Equal(Outcome.Done, (await city.Person(citizen).Close(city.Cell.Command())).Outcome);
        await city.SweepAsync();
        var state = await StateAsync(city, id);
        Assert.Equal(NeedStage.Cancelled, state.Stage);
        Assert.Null(state.Title);
        Assert.Null(state.Text);
        Assert.Null(state.Contact);
        await city.IsCleanAsync();
    }

    private static INeedGrain Need(City city, NeedId id) => city.Cell.Grains.GetGrain<INeedGrain>($"{city.Cell.CellId}/{id}");

    private static async Task<NeedState> StateAsync(City city, NeedId id) => (await city.Cell.Services.GetRequiredService<NeedReader>().Read(id))!;

    private static async Task<(NeedId Id, INeedGrain Grain)> OrderedAsync(City city, ParticipantId by)
    {
        var id = new NeedId(Guid.NewGuid());
        Assert.Equal(Receipt.Done, await Need(city, id).Order(city.Cell.Command(), by, Order));
        return (id, Need(city, id));
    }
}
