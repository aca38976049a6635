using Engagement.Contracts;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Problems;

/// <summary>Base of API controllers.</summary>
[ApiController, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class ApiController : ControllerBase
{
    /// <summary>The signed-in person; default for none.</summary>
    protected ParticipantId Me => User.ParticipantId();

    /// <summary>A refusal as a problem.</summary>
    protected static ObjectResult Refuse(Outcome outcome, string? field = null, string? reason = null) => OutcomeProblem.Result(outcome, field, reason);

    /// <summary>The refusal of a reason that operators could not read.</summary>
    protected static ObjectResult NoReason() => Refuse(Outcome.Invalid, "reason", "must have 1 to 200 characters, none of them hidden");

    /// <summary>A command without further answer.</summary>
    protected IActionResult Answer(Receipt receipt) =>
        receipt.Outcome == Outcome.Done ? Ok(new { outcome = receipt.Outcome.ToString() }) : Refuse(receipt.Outcome, receipt.Field);

    /// <summary>Reads a command id; otherwise the refusal that names it.</summary>
    protected static bool Reads(string? text, out CommandId command, out ObjectResult refusal)
    {
        var read = CommandId.TryParse(text, out command);
        refusal = read ? null! : Refuse(Outcome.Invalid, "commandId", "must be a UUID of version 7");
        return read;
    }
}
