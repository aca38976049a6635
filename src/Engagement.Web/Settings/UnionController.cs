using Engagement.Contracts;
using Engagement.WeChat;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Settings;

/// <summary>One account for the pages and the mini program; only where the city has one.</summary>
[Person]
public sealed class UnionController(Calls calls, UnionJoin union, IOptions<WeChatOptions> wechat) : PageController
{
    /// <summary>What it is about and how it ended. WeChat asks only people who pressed a button on a page with something on it.</summary>
    [HttpGet(UnionJoin.Way)]
    public async Task<IActionResult> Show(string? end)
    {
        if (!IsThere)
        {
            return Missing();
        }

        var profile = (await calls.Participant(Me, me => me.Self())).Profile;
        UnionEnd? ended = InputRules.IsName<UnionEnd>(end, out var known) ? known : null;
        // What an address says is a hint; whether it is done, the record says.
        return View("/Settings/Union.cshtml", new UnionPage(profile?.Joined == true, ended == UnionEnd.Joined ? null : ended));
    }

    /// <summary>Goes to WeChat, which asks the person. A link and no form: the content policy lets no form leave the site, and nothing changes before they agree.</summary>
    [HttpGet(UnionJoin.Way + "/ask")]
    public IActionResult Begin() => IsThere ? Redirect(union.Begin(HttpContext, Me)) : Missing();

    private bool IsThere => !string.IsNullOrEmpty(wechat.Value.MiniProgramAppId);
}
