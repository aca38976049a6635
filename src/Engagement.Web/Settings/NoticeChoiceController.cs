using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Settings;

/// <summary>Which notices also come as WeChat messages, or none. The inbox shows all of them in any case.</summary>
[Person]
public sealed class NoticeChoiceController(Calls calls, IOptions<NoticeOptions> options) : PageController
{
    private const string Way = "/settings/notices";

    /// <summary>The form.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Show()
    {
        var card = await calls.Participant(Me, me => me.Notices());
        return card.Open
            ? View("/Settings/Notices.cshtml", new NoticeChoicePage(card.Choice, (await calls.Notices(Me, notices => notices.Show())).Known,
                options.Value.QuietFrom, options.Value.QuietUntil))
            : Panel(Outcome.SignInRequired);
    }

    /// <summary>Takes all of it; an unticked topic is a no.</summary>
    [HttpPost(Way)]
    public async Task<IActionResult> Choose(string? command, bool messages, string[]? topics, string? language)
    {
        if (!Reads(command, out var key) || !Wanted(topics ?? [], out var wanted) || language is null)
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var receipt = await calls.Participant(Me, me => me.ChooseNotices(key, new(!messages, NoticeTopics.All & ~wanted, language)));
        return receipt.Outcome == Outcome.Done ? SeeOther("/settings") : Panel(receipt.Outcome, way: Way);
    }

    private static bool Wanted(string[] names, out NoticeTopics wanted)
    {
        wanted = NoticeTopics.None;
        foreach (var name in names)
        {
            if (NoticeChoicePage.Topics.FirstOrDefault(topic => topic.ToString() == name) is var topic and not NoticeTopics.None)
            {
                wanted |= topic;
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
