using Engagement.Contracts;
using Engagement.Grains.Activities;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Activities;

public sealed partial class ActivitiesConsoleController
{
    /// <summary>Hands it in.</summary>
    [HttpPost(Way + "/{id}/submit")]
    public Task<IActionResult> Submit(string id, string? command) => Act(id, command, async (grain, key) =>
    {
        var receipt = await grain.Submit(key, Me);
        return new(receipt.Outcome, receipt.Fields?.FirstOrDefault());
    });

    /// <summary>Publishes it, or sends it back.</summary>
    [HttpPost(Way + "/{id}/decide")]
    public Task<IActionResult> Decide(string id, string? command, bool publish, string? reason) => Act(id, command, (grain, key) => grain.Decide(key, Me, publish, reason?.Trim()));

    /// <summary>It does not take place.</summary>
    [HttpPost(Way + "/{id}/cancel")]
    public Task<IActionResult> Cancel(string id, string? command, string? reason) => Act(id, command, (grain, key) => grain.Cancel(key, Me, reason?.Trim()));

    /// <summary>Names the insurance: everybody with a place is on its list.</summary>
    [HttpPost(Way + "/{id}/insure")]
    public Task<IActionResult> Insure(string id, string? command, string? policy) => Act(id, command, (grain, key) => grain.Insure(key, Me, policy?.Trim() ?? ""));

    /// <summary>A shift takes longer.</summary>
    [HttpPost(Way + "/{id}/shifts/{shift:int}/extend")]
    public Task<IActionResult> Extend(string id, int shift, string? command, int? minutes) => Act(id, command, (grain, key) => grain.Extend(key, Me, shift, minutes ?? -1));

    /// <summary>Confirms somebody, or takes their place back.</summary>
    [HttpPost(Way + "/{id}/shifts/{shift:int}/admit")]
    public Task<IActionResult> Admit(string id, int shift, string? command, string? person, bool admit) =>
        ParticipantId.TryParse(person, out var who) ? Act(id, command, (grain, _) => grain.Admit(Me, who, shift, admit)) : Task.FromResult<IActionResult>(Missing());

    /// <summary>Notes who did not come.</summary>
    [HttpPost(Way + "/{id}/shifts/{shift:int}/absent")]
    public Task<IActionResult> Absent(string id, int shift, string? command, string? person) =>
        ParticipantId.TryParse(person, out var who) ? Act(id, command, (grain, _) => grain.MarkAbsent(Me, who, shift)) : Task.FromResult<IActionResult>(Missing());

    private async Task<IActionResult> Act(string id, string? command, Func<IActivityGrain, CommandId, Task<Receipt>> act)
    {
        if (await Found(id) is not { } activity || !Reads(command, out var key))
        {
            return Missing();
        }

        var receipt = await Calls.Activity(activity.Id, grain => act(grain, key));
        return receipt.Outcome == Outcome.Invalid && await Found(id) is { } again
            ? Correct(Desk, await Page(again) with { Fault = "Activities.Fault." + receipt.Field }, Outcome.Invalid)
            : Decided(receipt, $"{Way}/{id}");
    }
}
