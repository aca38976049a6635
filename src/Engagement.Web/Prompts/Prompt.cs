using Engagement.Contracts;
using Engagement.Grains.Notices;
using Engagement.Web.JsSdk;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Prompts;

/// <summary>
/// Decides whether a page asks for notices: in WeChat, after something good happened, on one page only, and until the person has answered.
/// Answers are kept with the person; where it was shown, with their phone, so that whoever takes no notice is left in peace too.
/// </summary>
public sealed class Prompt(Calls calls, IHttpContextAccessor http, IOptions<JsSdkOptions> js, IOptions<NoticeOptions> notices)
{
    private const string Shown = "prompt";

    /// <summary>The prompt for a page that just gave the person something; null to ask nothing.</summary>
    public async Task<PromptBox?> For(ParticipantId me)
    {
        var context = http.HttpContext!;
        var here = context.Request.Path.Value!;
        if (me.IsNone || Template is not { } template || js.Value.Script.Length == 0 || !context.Request.IsWeChat()
            || context.Request.Cookies[Shown] is { } before && before != here
            || (await calls.Participant(me, person => person.Self())).Profile is not { Asked: false })
        {
            return null;
        }

        context.AllowOpenTag();
        context.Response.Cookies.Append(Shown, here, new()
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365),
        });
        return new(template, here + context.Request.QueryString);
    }

    // One at a time: the first that a person can allow.
    private string? Template => notices.Value.Templates.Find(template => template.Kind is TemplateKind.OneTime or TemplateKind.LongTerm)?.Id;
}
