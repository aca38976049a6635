using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Web.JsSdk;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Prompts;

/// <summary>Decides whether a page asks for notices: in WeChat, after something good happened, and only until the person has answered once.</summary>
public sealed class Prompt(Calls calls, IHttpContextAccessor http, IOptions<JsSdkOptions> js, IOptions<NoticeOptions> notices)
{
    /// <summary>The prompt for a page that just gave the person something; null to ask nothing.</summary>
    public async Task<PromptBox?> For(ParticipantId me)
    {
        var context = http.HttpContext!;
        if (me.IsNone || Template is not { } template || js.Value.Script.Length == 0 || !context.Request.IsWeChat()
            || (await calls.Participant(me, person => person.Self())).Profile is not { Asked: false })
        {
            return null;
        }

        context.AllowOpenTag();
        return new(template, context.Request.Path + context.Request.QueryString);
    }

    // One at a time: the first that a person can allow.
    private string? Template => notices.Value.Templates.Find(template => template.Kind != TemplateKind.Follower)?.Id;
}
