using Engagement.Contracts;
using Engagement.Grains.Stars;
using Engagement.Grains.Volunteers;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Stars;

/// <summary>The public notice of stars (公示), and objections to it. Minors are never in it, and no name that its owner did not agree to.</summary>
public sealed class StarNoticeController(Calls calls, StarReader stars, VolunteerReader volunteers, StarSettings settings) : PageController
{
    private const string Way = "/stars/notice", Form = "/Stars/Notice.cshtml";

    /// <summary>Notices that run. Read by everybody; kept by no search engine.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index(string? done)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        return View(Form, await Page() with { Taken = done == "1" });
    }

    /// <summary>The form of an objection, by the volunteer number in the notice.</summary>
    [HttpGet(Way + "/{number}"), Person]
    public async Task<IActionResult> Ask(string number) => await Find(number) is { } notice ? View(Form, await Page() with { Objecting = notice }) : Missing();

    /// <summary>Takes it.</summary>
    [HttpPost(Way + "/{number}"), Person]
    public async Task<IActionResult> Object(string number, string? command, string? reason, string? note)
    {
        if (!Reads(command, out var key) || await Find(number) is not { } notice)
        {
            return Missing();
        }

        InputRules.IsName<StarObjectionReason>(reason, out var why);
        var receipt = await calls.Stars(notice.Volunteer, grain => grain.Object(key, Me, new(why, string.IsNullOrWhiteSpace(note) ? null : note.Trim())));
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther(Way + "?done=1"),
            Outcome.Invalid => Correct(Form, await Page() with { Objecting = notice, Fault = Outcome.Invalid }, receipt.Outcome),
            _ => Panel(receipt.Outcome, way: Way),
        };
    }

    private async Task<StarNoticesPage> Page() => new(await stars.Notices(0, StarNoticesPage.Each), settings.Options.NoticeDays);

    private async Task<StarNotice?> Find(string number) => await volunteers.ByNumber(number) is { IsNone: false } volunteer ? await stars.Notice(volunteer) : null;
}
