using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Activities;

/// <summary>Finding an activity, and coming to it in two taps: the activity, then the shift (VH-04).</summary>
public sealed class ActivitiesController(Calls calls, ActivityReader activities, ActivityBook book) : PageController
{
    private const string Way = "/activities";

    /// <summary>What one can come to.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index(string? district, string? day, string? service, bool free = false) => View("/Activities/Index.cshtml", await book.Find(new(
        string.IsNullOrEmpty(district) ? null : district, int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var on) ? on : null,
        string.IsNullOrEmpty(service) ? null : service, free)));

    /// <summary>One of them.</summary>
    [HttpGet(Way + "/{id}")]
    public async Task<IActionResult> Show(string id) => await Found(id) is { } activity ? View("/Activities/Show.cshtml", book.Page(activity, Me)) : Missing();

    /// <summary>Signs up, takes what the waitlist offers, or says yes to a change.</summary>
    [HttpPost(Way + "/{id}/shifts/{shift:int}/signup"), Person]
    public async Task<IActionResult> SignUp(string id, int shift, string? command)
    {
        if (!ActivityId.TryParse(id, out var activity) || !Reads(command, out var key))
        {
            return Missing();
        }

        var receipt = await calls.Activity(activity, grain => grain.SignUp(key, Me, shift));
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther($"{Way}/{id}#shift-{shift}"),
            Outcome.Forbidden => await Again(activity, Outcome.Forbidden, "Activities.Gate" + receipt.Field),
            Outcome.Overlaps or Outcome.Full or Outcome.Expired or Outcome.DailyLimit => await Again(activity, receipt.Outcome, "Activities.No" + receipt.Outcome),
            _ => Panel(receipt.Outcome, way: Way),
        };
    }

    /// <summary>Takes a sign-up back.</summary>
    [HttpPost(Way + "/{id}/shifts/{shift:int}/leave"), Person]
    public async Task<IActionResult> Leave(string id, int shift, string? command, string? reason)
    {
        if (!ActivityId.TryParse(id, out var activity) || !Reads(command, out var key))
        {
            return Missing();
        }

        var why = InputRules.IsName<ExcuseReason>(reason, out var given) ? given : ExcuseReason.None;
        var receipt = await calls.Activity(activity, grain => grain.Leave(key, Me, shift, why));
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther($"{Way}/{id}#shift-{shift}"),
            Outcome.Invalid => await Again(activity, Outcome.Invalid, "Activities.NeedReason"),
            Outcome.Expired => await Again(activity, Outcome.Expired, "Activities.NoExpired"),
            _ => Panel(receipt.Outcome, way: Way),
        };
    }

    private async Task<IActionResult> Again(ActivityId id, Outcome outcome, string fault) =>
        await Found(id.ToString()) is { } activity ? Correct("/Activities/Show.cshtml", book.Page(activity, Me) with { Fault = fault }, outcome) : Missing();

    // Drafts are their organisers' own, in the console.
    private async Task<ActivityState?> Found(string id) =>
        ActivityId.TryParse(id, out var activity) && await activities.Read(activity) is { PublishedAt: > 0 } found ? found : null;
}
