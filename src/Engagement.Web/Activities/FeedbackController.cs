using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Activities;

/// <summary>After a shift: a word about it, a reason for not having come, and who was missed (VH-19). Nobody else ever reads who did not come.</summary>
[Person]
public sealed class FeedbackController(Calls calls, ActivityReader activities, ActivitySettings settings, PeopleReader people, CellKeys keys) : PageController
{
    private const string Way = "/activities/{id}/shifts/{shift:int}";

    /// <summary>The form.</summary>
    [HttpGet(Way + "/feedback")]
    public async Task<IActionResult> Show(string id, int shift) => await Mine(id, shift) is { } mine ? View("/Activities/Feedback.cshtml", await Page(mine)) : Missing();

    /// <summary>Says something, or doesn't want to be asked.</summary>
    [HttpPost(Way + "/feedback")]
    public async Task<IActionResult> Say(string id, int shift, string? command, ActivityFeedback[]? said)
    {
        var feedback = (said ?? []).Aggregate(ActivityFeedback.None, (all, one) => all | one);
        return await Act(id, shift, (grain, key) => grain.Feedback(key, Me, shift, feedback), command);
    }

    /// <summary>Life happens.</summary>
    [HttpPost(Way + "/excuse")]
    public Task<IActionResult> Excuse(string id, int shift, string? command, string? reason) =>
        Act(id, shift, (grain, key) => grain.Excuse(key, Me, shift, InputRules.IsName<ExcuseReason>(reason, out var why) ? why : ExcuseReason.None), command);

    /// <summary>Notes who did not come.</summary>
    [HttpPost(Way + "/absent")]
    public async Task<IActionResult> Absent(string id, int shift, string? command, string? who)
    {
        var person = await Mine(id, shift) is { } mine ? Others(mine).FirstOrDefault(other => keys.Handle(Me.Value, other.Value) == who) : default;
        return person.IsNone ? Missing() : await Act(id, shift, (grain, _) => grain.MarkAbsent(Me, person, shift), command);
    }

    private async Task<IActionResult> Act(string id, int shift, Func<IActivityGrain, CommandId, Task<Receipt>> act, string? command)
    {
        if (!ActivityId.TryParse(id, out var activity) || !Reads(command, out var key))
        {
            return Missing();
        }

        var receipt = await calls.Activity(activity, grain => act(grain, key));
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther("/me/schedule"),
            Outcome.Invalid when await Mine(id, shift) is { } mine => Correct("/Activities/Feedback.cshtml", await Page(mine), Outcome.Invalid),
            _ => Panel(receipt.Outcome, way: "/me/schedule"),
        };
    }

    private async Task<FeedbackPage> Page(PersonSignUp mine)
    {
        var (activity, shift, signUp) = mine;
        var options = settings.Options;
        var now = settings.Clock.UtcNow.ToUnixTimeMilliseconds();
        var open = now >= shift.LastMoment && now <= shift.LastMoment + options.MarkDays * 86_400_000L && activity.Stage != ActivityStage.Cancelled;
        var shown = open ? await people.Read(Others(mine)) : new Dictionary<ParticipantId, PublicPerson>();
        return new(new(activity.Id.ToString(), shift.Number, activity.Details.Title, activity.Details.Place, At(shift.Start), At(shift.End), signUp.State, activity.Stage == ActivityStage.Cancelled, false),
            signUp.Feedback, signUp.MarkedAt == 0 ? null : await people.NameFor(signUp.MarkedBy) ?? "", signUp.Reason,
            [.. shown.Where(person => person.Value.Name is not null).Select(person => new Choice(keys.Handle(Me.Value, person.Key.Value), person.Value.Name!))])
        {
            CanExcuse = signUp is { MayCome: true, In: 0 } && now >= shift.Start,
        };
    }

    // Who has a place in the same shift, has not checked in and was not noted yet.
    private static IEnumerable<ParticipantId> Others(PersonSignUp mine) => mine.Activity.SignUps
        .Where(entry => entry.Key.Shift == mine.Shift.Number && entry.Value != mine.SignUp && entry.Value is { MayCome: true, In: 0, MarkedAt: 0, Reason: ExcuseReason.None })
        .Select(entry => entry.Key.Person);

    // To who has no place in the shift there is no such page.
    private async Task<PersonSignUp?> Mine(string id, int number) => ActivityId.TryParse(id, out var activity) && await activities.Read(activity) is { } found
        && found.Shift(number) is { } shift && found.SignUpOf(Me, number) is { MayCome: true } signUp && shift.Start <= settings.Clock.UtcNow.ToUnixTimeMilliseconds()
        ? new(found, shift, signUp) : null;

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
