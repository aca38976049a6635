using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Storage;
using StackExchange.Redis;

namespace Engagement.Grains.Hours;

/// <summary>Plain reads of activities, as far as hours need them.</summary>
public sealed class ShiftReader(StoreConnection store, RecordFormat format, Cell cell)
{
    private const int Looked = 60;

    /// <summary>The activity's record; null when there is none.</summary>
    public async Task<ActivityState?> Activity(ActivityId activity)
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(ActivityState.Kind, activity.ToString()));
        return record is null ? null : format.Read<ActivityState>(record);
    }

    /// <summary>A shift of an activity that took place or takes place; null for drafts, cancelled ones and unknown numbers.</summary>
    public async Task<ServedShift?> Read(ActivityId activity, int shift) => await Activity(activity) is { } found ? Of(found, shift) : null;

    /// <summary>Its first shift, for what is about the activity as a whole.</summary>
    public async Task<ServedShift?> Read(ActivityId activity) => await Activity(activity) is { Shifts: [var first, ..] } found ? Of(found, first.Number) : null;

    /// <summary>Activities to which this person came, that are over and not settled; the one that ended first comes first.</summary>
    public async Task<IReadOnlyList<ActivityState>> Unsettled(ParticipantId person)
    {
        var members = await store.Database.SortedSetRangeByRankAsync(cell.Key(ActivityEffects.SignUps(person)), 0, Looked - 1, Order.Descending);
        var activities = await Load(members.Select(member => ActivityEffects.Read(member).Activity).Distinct());
        return [.. activities.Where(activity => activity.Stage == ActivityStage.Ended && Came(activity, person)).OrderBy(activity => activity.End)];
    }

    /// <summary>An organisation's activities that are over, those that wait for a settlement first.</summary>
    public async Task<IReadOnlyList<ActivityState>> Over(string organisation)
    {
        var members = await store.Database.SortedSetRangeByRankAsync(cell.Key(ActivityEffects.Of(organisation)), 0, Looked - 1, Order.Descending);
        var activities = await Load(members.Select(member => new ActivityId(OpaqueId.FromBytes((byte[])member!))));
        return [.. activities.Where(activity => activity.Stage is ActivityStage.Ended or ActivityStage.Settled)
            .OrderBy(activity => activity.Stage).ThenBy(activity => activity.Stage == ActivityStage.Ended ? activity.End : -activity.End)];
    }

    private async Task<IEnumerable<ActivityState>> Load(IEnumerable<ActivityId> ids) => (await Task.WhenAll(ids.Select(Activity))).OfType<ActivityState>();

    /// <summary>Whether this person checked in at any of its shifts.</summary>
    public static bool Came(ActivityState activity, ParticipantId person) => activity.SignUps.Any(entry => entry.Key.Person == person && entry.Value.In > 0);

    private static ServedShift? Of(ActivityState activity, int shift) =>
        activity.Stage is ActivityStage.Published or ActivityStage.Running or ActivityStage.Ended or ActivityStage.Settled && activity.Shift(shift) is { } found
            ? new(activity.Id, found.Number, activity.Organisation, activity.Details.Title, activity.Details.ServiceClass, activity.Details.District, found.Start, found.LastMoment)
            : null;
}
