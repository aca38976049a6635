using Engagement.Contracts;
using Engagement.Grains.Needs;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Needs;

/// <summary>Asking for help: what a citizen ordered, and how it was (VH-16). To anybody else there is no such order.</summary>
[Person]
public sealed class NeedsController(Calls calls, NeedReader needs, NeedBook book, CellKeys keys) : PageController
{
    private const string Way = "/needs";

    /// <summary>One's own orders and the form.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index() => View("/Needs/Index.cshtml", await book.Mine(Me, new()));

    /// <summary>Orders.</summary>
    [HttpPost(Way)]
    public async Task<IActionResult> Order(string? command, NeedForm form)
    {
        if (!Reads(command, out var key))
        {
            return Missing();
        }

        var id = new NeedId(keys.Born(Me.Value, key.Value, 0));
        var order = new OrderNeed(form.Title?.Trim() ?? "", form.District ?? "", form.Text?.Replace("\r\n", "\n", StringComparison.Ordinal).Trim() ?? "", form.Contact?.Trim() ?? "");
        var receipt = await calls.Need(id, grain => grain.Order(key, Me, order));
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther($"{Way}/{id}"),
            Outcome.Invalid or Outcome.TextRefused => Correct("/Needs/Index.cshtml", await book.Mine(Me, form, receipt), receipt.Outcome),
            _ => Panel(receipt.Outcome, way: Way),
        };
    }

    /// <summary>One of them.</summary>
    [HttpGet(Way + "/{id}")]
    public async Task<IActionResult> Show(string id) => await Mine(id) is { } need ? View("/Needs/Show.cshtml", await book.Page(need, own: true, contact: true)) : Missing();

    /// <summary>Takes it back.</summary>
    [HttpPost(Way + "/{id}/cancel")]
    public Task<IActionResult> Cancel(string id, string? command) => Act(id, command, (grain, key) => grain.Cancel(key, Me));

    /// <summary>Says how it was.</summary>
    [HttpPost(Way + "/{id}/rate")]
    public Task<IActionResult> Rate(string id, string? command, int? stars) => Act(id, command, (grain, key) => grain.Rate(key, Me, stars ?? 0));

    private async Task<IActionResult> Act(string id, string? command, Func<INeedGrain, CommandId, Task<Receipt>> act)
    {
        if (await Mine(id) is not { } need || !Reads(command, out var key))
        {
            return Missing();
        }

        var receipt = await calls.Need(need.Id, grain => act(grain, key));
        return receipt.Outcome == Outcome.Done ? SeeOther($"{Way}/{id}") : Panel(receipt.Outcome, way: $"{Way}/{id}");
    }

    private async Task<NeedState?> Mine(string id) => NeedId.TryParse(id, out var need) && await needs.Read(need) is { } found && found.Requester == Me ? found : null;
}
