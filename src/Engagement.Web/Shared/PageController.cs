using Engagement.Contracts;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Shared;

/// <summary>Base of controllers that show pages: every outcome has a kind panel, every form its own command.</summary>
[PageFaults, EnableRateLimiting(RateLimits.Commands), ApiExplorerSettings(IgnoreApi = true)]
public abstract class PageController : Controller
{
    /// <summary>The signed-in person; default for a guest.</summary>
    protected ParticipantId Me => User.ParticipantId();

    /// <summary>The panel of an outcome, with its status.</summary>
    protected ViewResult Panel(Outcome outcome, string? name = null, string? way = null, string? rose = null) =>
        Panel(Enum.Parse<StateKind>(outcome.ToString()), OutcomeProblem.Status(outcome), name, way, rose);

    /// <summary>A panel that is no refusal.</summary>
    protected ViewResult Panel(StateKind kind, int status = StatusCodes.Status200OK, string? name = null, string? way = null, string? rose = null)
    {
        Response.StatusCode = status;
        return View("/Shared/State.cshtml", new StatePage(kind, name, way, status is 429 or 503 ? 5 : null, Rose: rose));
    }

    /// <summary>The form again, with what was filled in, and the status of why it was not taken.</summary>
    protected ViewResult Correct(string view, object model, Outcome outcome)
    {
        Response.StatusCode = OutcomeProblem.Status(outcome);
        return View(view, model);
    }

    /// <summary>Unknown, malformed, foreign or with a wrong secret: one page for all four.</summary>
    protected ViewResult Missing() => Panel(Outcome.NotFound);

    /// <summary>Reads the form's command; false when somebody tampered with it.</summary>
    protected static bool Reads(string? text, out CommandId command) => CommandId.TryParse(text, out command);

    /// <summary>A path of this site to go back to; the first page for anything else, however it is written.</summary>
    protected string Local(string? returnUrl)
    {
        if (!Url.IsLocalUrl(returnUrl) || !returnUrl!.StartsWith('/') || !Uri.TryCreate(new Uri("http://site"), returnUrl, out var uri) || uri.Host != "site")
        {
            return "/";
        }

        // "/%5Cother.example" or "/%2Fother.example": harmless to a browser, but not to whatever decodes it once more on the way.
        var read = Uri.UnescapeDataString(uri.AbsolutePath);
        return read.AsSpan(1).IndexOfAny('\\', '\r', '\n') >= 0 || read.StartsWith("//", StringComparison.Ordinal)
            ? "/"
            : uri.PathAndQuery + uri.Fragment; // escaped: a header carries ASCII only
    }

    /// <summary>After a form always 303: a reload repeats nothing.</summary>
    protected RedirectResult SeeOther(string path)
    {
        return new SeeOtherResult(path);
    }

    private sealed class SeeOtherResult(string path) : RedirectResult(path)
    {
        public override Task ExecuteResultAsync(ActionContext context)
        {
            context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.HttpContext.Response.Headers.Location = Url;
            return Task.CompletedTask;
        }
    }
}
