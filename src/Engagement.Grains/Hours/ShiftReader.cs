using Engagement.Contracts;
using Engagement.Grains.Activities;

namespace Engagement.Grains.Hours;

/// <summary>Plain reads of activities, as far as hours need them.</summary>
public sealed class ShiftReader(ActivityReader activities)
{
    private const int Looked = 60;

    /// <summary>A shift of an activity that took place or takes place; null for drafts, cancelled ones and unknown numbers.</summary>
    public async Task<ServedShift?> Read(ActivityId activity, int shift) => await activities.Read(activity) is { } found ? Of(found, shift) : null;

    /// <summary>Its first shift, for what is about the activity as a whole.</summary>
    public async Task<ServedShift?> Read(ActivityId activity) => await activities.Read(activity) is { Shifts: [var first, ..] } found ? Of(found, first.Number) : null;

    /// <summary>Activities to which this person came, that are over and not settled; the one that ended first comes first.</summary>
    public async Task<IReadOnlyList<ActivityState>> Unsettled(ParticipantId person) =>
        [.. (await activities.SignedUp(person, Looked)).Where(signUp => signUp.Activity.Stage == ActivityStage.Ended && signUp.SignUp.In > 0)
            .Select(signUp => signUp.Activity).DistinctBy(activity => activity.Id).OrderBy(activity => activity.End)];

    /// <summary>Activities that this person signed up for and that are over, the latest first.</summary>
    public async Task<IReadOnlyList<ActivityState>> Over(ParticipantId person) =>
        [.. (await activities.SignedUp(person, Looked)).Select(signUp => signUp.Activity).DistinctBy(activity => activity.Id)
            .Where(activity => activity.Stage is ActivityStage.Ended or ActivityStage.Settled).OrderByDescending(activity => activity.End)];

    /// <summary>An organisation's activities that are over, those that wait for a settlement first.</summary>
    public async Task<IReadOnlyList<ActivityState>> Over(string organisation) =>
        [.. (await activities.Of(organisation, 0, Looked)).Where(activity => activity.Stage is ActivityStage.Ended or ActivityStage.Settled)
            .OrderBy(activity => activity.Stage).ThenBy(activity => activity.Stage == ActivityStage.Ended ? activity.End : -activity.End)];

    /// <summary>Whether this person checked in at any of its shifts.</summary>
    public static bool Came(ActivityState activity, ParticipantId person) => activity.SignUps.Any(entry => entry.Key.Person == person && entry.Value.In > 0);

    private static ServedShift? Of(ActivityState activity, int shift) =>
        activity.Stage is ActivityStage.Published or ActivityStage.Running or ActivityStage.Ended or ActivityStage.Settled && activity.Shift(shift) is { } found
            ? new(activity.Id, found.Number, activity.Organisation, activity.Details.Title, activity.Details.ServiceClass, activity.Details.District, found.Start, found.LastMoment)
            : null;
}
