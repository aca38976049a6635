using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Hours;
using Engagement.Grains.Stars;
using Engagement.Grains.Volunteers;
using Engagement.Web.Console;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Stars;

/// <summary>Reviewing stars: applications, objections, bars after false hours and appeals against them. Names are not needed for it, so none is shown.</summary>
public sealed class StarReviewController(
    Calls calls, StarReader stars, StarBook book, StarSettings settings, VolunteerReader volunteers, HourReader hours, SeededCatalogue catalogue)
    : ConsoleController(calls, Role.HoursReviewer)
{
    private const string Way = "/console/stars";

    /// <summary>What waits in one's districts.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index() => View("/Stars/Queue.cshtml", await Queue());

    /// <summary>A volunteer by their number.</summary>
    [HttpPost(Way + "/find")]
    public async Task<IActionResult> Find(string? number) =>
        await volunteers.ByNumber(number) is { IsNone: false } volunteer ? SeeOther($"{Way}/{volunteer}") : Correct("/Stars/Queue.cshtml", await Queue() with { Fault = true }, Outcome.NotFound);

    /// <summary>One volunteer's stars.</summary>
    [HttpGet(Way + "/{id}")]
    public async Task<IActionResult> Show(string id)
    {
        if (!ParticipantId.TryParse(id, out var volunteer) || await hours.Volunteer(volunteer) is not { Locked: 0, Number: { } number })
        {
            return Missing();
        }

        var (star, facts) = (await stars.Read(volunteer), await book.Facts(volunteer, look: true));
        if (Scopes(Role.HoursReviewer)?.Contains(star?.District ?? facts.District ?? "") == false)
        {
            return Panel(Outcome.Forbidden, way: Way);
        }

        var words = await Task.WhenAll((star?.Objections ?? []).Select(async objection => (objection.Number, Words: await stars.Words(objection))));
        return View("/Stars/Review.cshtml", new StarReviewPage(volunteer, VolunteerNumber.Show(number), star, facts, settings.NoticeEnds(settings.Clock.UtcNow),
            words.Where(pair => pair.Words is not null).ToDictionary(pair => pair.Number, pair => pair.Words!)));
    }

    /// <summary>Lets it be shown, or declines.</summary>
    [HttpPost(Way + "/{id}/review")]
    public Task<IActionResult> Review(string id, string? command, string? verdict) => InputRules.IsName<StarRefusal>(verdict, out var reason)
        ? Run(id, command, (grain, key) => grain.Review(key, Me, reason == StarRefusal.None, reason))
        : Task.FromResult<IActionResult>(Panel(Outcome.Invalid, way: Way));

    /// <summary>Answers an objection.</summary>
    [HttpPost(Way + "/{id}/answer")]
    public Task<IActionResult> Answer(string id, string? command, int objection, bool right) => Run(id, command, (grain, key) => grain.Answer(key, Me, objection, right));

    /// <summary>Bars after false hours.</summary>
    [HttpPost(Way + "/{id}/bar")]
    public Task<IActionResult> Bar(string id, string? command, int years, string? reason)
    {
        InputRules.IsName<StarBarReason>(reason, out var why);
        return Run(id, command, (grain, key) => grain.Bar(key, Me, years, why));
    }

    /// <summary>Decides an appeal.</summary>
    [HttpPost(Way + "/{id}/appeal")]
    public Task<IActionResult> Appeal(string id, string? command, bool lift) => Run(id, command, (grain, key) => grain.DecideAppeal(key, Me, lift));

    private async Task<IActionResult> Run(string id, string? command, Func<IStarGrain, CommandId, Task<Receipt>> run) =>
        !ParticipantId.TryParse(id, out var volunteer) ? Missing()
        : !Reads(command, out var key) ? Panel(Outcome.Invalid, way: Way)
        : Decided(await Calls.Stars(volunteer, grain => run(grain, key)), $"{Way}/{id}");

    private async Task<StarQueuePage> Queue()
    {
        var districts = (IEnumerable<string?>?)Scopes(Role.HoursReviewer) ?? [.. catalogue.Reference.Districts.Select(district => district.Code), null];
        return new(await stars.Waiting(districts, StarQueuePage.Each));
    }
}
