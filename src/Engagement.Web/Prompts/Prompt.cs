using Engagement.Contracts;
using Engagement.Web.JsSdk;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Prompts;

/// <summary>Decides whether a page asks for notices: in WeChat, after something good happened, and only until the person has answered once.</summary>
public sealed class Prompt(Calls calls, IHttpContextAccessor http, IOptions<JsSdkOptions> options)
{
    /// <summary>The prompt for a page that just gave the person something; null to ask nothing.</summary>
    public async Task<PromptBox?> For(ParticipantId me)
    {
        var (context, templates) = (http.HttpContext!, options.Value.PromptTemplates);
        if (me.IsNone || templates.Count == 0 || options.Value.Script.Length == 0 || !context.Request.IsWeChat()
            || (await calls.Participant(me, person => person.Self())).Profile is not { Asked: false })
        {
            return null;
        }

        context.AllowOpenTag();
        return new(string.Join(',', templates), context.Request.Path + context.Request.QueryString);
    }
}
