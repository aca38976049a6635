using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Activities;

/// <summary>Plain reads of activities, for pages and inboxes.</summary>
public sealed class ActivityReader(StoreConnection store, RecordFormat format, Cell cell, SeededCatalogue catalogue, ICampaignClock clock)
{
    /// <summary>Activities that a page looks through.</summary>
    public const int MostOpen = 500;

    /// <summary>The activity's record; null when there is none.</summary>
    public async Task<ActivityState?> Read(ActivityId activity)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(ActivityState.Kind, activity.ToString()));
        return record is null ? null : format.Read<ActivityState>(record);
    }

    /// <summary>What people can come to, by the start of the first shift.</summary>
    public async Task<IReadOnlyList<ActivityState>> Open()
    {
        var now = clock.UtcNow.ToUnixTimeMilliseconds();
        var open = await Load(store.Database.SortedSetRangeByRankAsync(cell.Key(ActivityEffects.Open), 0, MostOpen - 1));
        return [.. open.Where(activity => activity.IsOpen && activity.Shifts.Exists(shift => shift.Start > now))];
    }

    /// <summary>An organisation's activities, newest first.</summary>
    public Task<IReadOnlyList<ActivityState>> Of(string organisation, int skip, int take) =>
        Load(store.Database.SortedSetRangeByRankAsync(cell.Key(ActivityEffects.Of(organisation)), skip, skip + take - 1, Order.Descending));

    /// <summary>What waits for a reviewer of these districts, longest waiting first; null for all districts.</summary>
    public async Task<IReadOnlyList<ActivityState>> Queue(IReadOnlyList<string>? districts)
    {
        var queues = (districts ?? catalogue.Reference.Districts.Select(district => district.Code))
            .Select(district => store.Database.SortedSetRangeByRankAsync(cell.Key(ActivityEffects.Queue(district)), 0, MostOpen - 1));
        var members = (await Task.WhenAll(queues)).SelectMany(queue => queue).ToArray();
        return [.. (await Load(Task.FromResult(members))).Where(activity => activity.Stage == ActivityStage.Review).OrderBy(activity => activity.SubmittedAt)];
    }

    /// <summary>A person's sign-ups, newest first: the activity and the shift.</summary>
    public async Task<IReadOnlyList<(ActivityId Activity, int Shift)>> SignUps(ParticipantId person, int take) =>
        [.. (await store.Database.SortedSetRangeByRankAsync(cell.Key(ActivityEffects.SignUps(person)), 0, take - 1, Order.Descending)).Select(ActivityEffects.Read)];

    /// <summary>A person's latest sign-ups with their activities.</summary>
    public async Task<IReadOnlyList<PersonSignUp>> SignedUp(ParticipantId person, int take)
    {
        var entries = await SignUps(person, take);
        var read = (await Task.WhenAll(entries.Select(entry => entry.Activity).Distinct().Select(Read))).OfType<ActivityState>().ToDictionary(activity => activity.Id);
        return [.. entries.Select(entry => read.GetValueOrDefault(entry.Activity) is { } activity && activity.Shift(entry.Shift) is { } shift
            && activity.SignUpOf(person, entry.Shift) is { } signUp ? new PersonSignUp(activity, shift, signUp) : null).OfType<PersonSignUp>()];
    }

    /// <summary>Unsettled activities that somebody was reminded of, the latest first.</summary>
    public Task<IReadOnlyList<ActivityState>> Duties(ParticipantId person, int take) =>
        Load(store.Database.SortedSetRangeByRankAsync(cell.Key(AttendanceEffects.DutiesOf(person)), 0, take - 1, Order.Descending));

    private async Task<IReadOnlyList<ActivityState>> Load(Task<RedisValue[]> members) =>
        [.. (await Task.WhenAll((await members).Select(member => Read(new ActivityId(OpaqueId.FromBytes((byte[])member!)))))).OfType<ActivityState>()];
}

/// <summary>A person's sign-up, for their own pages.</summary>
/// <param name="Activity">Of which activity.</param>
/// <param name="Shift">For which shift.</param>
/// <param name="SignUp">Where they stand.</param>
public sealed record PersonSignUp(ActivityState Activity, ShiftState Shift, SignUp SignUp);
