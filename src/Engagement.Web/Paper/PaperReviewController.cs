using Engagement.Contracts;
using Engagement.Grains.Paper;
using Engagement.Grains.Participants;
using Engagement.Web.Boards;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Paper;

/// <summary>Paper roses that wait for an operator: frozen because their code was copied, and scans that came too late.</summary>
public sealed class PaperReviewController(Calls calls, PaperQueues queues, PeopleReader people, Names districts) : ConsoleController(calls)
{
    private const string Way = "/console/paper/review";
    private const int Each = 30;

    /// <summary>Both queues, oldest first.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index()
    {
        var (frozen, late) = (await queues.Frozen(Each), await queues.Late(Each));
        var names = await people.NamesFor(late.SelectMany(rose => rose.Paper!.Late!).Select(scan => scan.By));
        return View("/Paper/Review.cshtml", new PaperReviewPage(
            [.. frozen.Select(rose => new FrozenRow(rose.Id.ToString(), rose.Paper!.Batch, rose.Paper.Serial + 1, rose.Hops, At(rose.Paper.FrozenAt), Travel(rose.Paper)))],
            [.. late.SelectMany(rose => rose.Paper!.Late!.Select(scan => new LateRow(rose.Id.ToString(), scan.By.ToString(), names.GetValueOrDefault(scan.By),
                rose.Paper.Batch, rose.Paper.Serial + 1, At(scan.DeviceAt), At(scan.At))))]));
    }

    /// <summary>Lets a frozen rose go on.</summary>
    [HttpPost(Way + "/release")]
    public async Task<IActionResult> Release(string? command, string? id, string? reason) =>
        Reads(command, out var key) && RoseId.TryParse(id, out var rose) && InputRules.IsReason(reason)
            ? Decided(await Calls.Rose(rose, grain => grain.Release(rose, key, Me, reason!)), Way)
            : Panel(Outcome.Invalid, way: Way);

    /// <summary>Believes a late scan, or does not.</summary>
    [HttpPost(Way + "/late")]
    public async Task<IActionResult> Late(string? command, string? id, string? scanner, string? verdict) =>
        Reads(command, out var key) && RoseId.TryParse(id, out var rose) && ParticipantId.TryParse(scanner, out var who) && verdict is "accept" or "refuse"
            ? Decided(await Calls.Rose(rose, grain => grain.JudgeLate(rose, key, Me, who, verdict == "accept")), Way)
            : Panel(Outcome.Invalid, way: Way);

    private FrozenTravel? Travel(PaperOrigin paper) => paper is { Place: { } from, Sighted: { } to }
        ? new(districts.District(from) ?? from, districts.District(to) ?? to, At(paper.PlaceAt))
        : null;

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
