using Engagement.Contracts;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Console;

/// <summary>What operators do; every act is on the audit log.</summary>
[Route("/api/v1/operator"), SignedIn, EnableRateLimiting(RateLimits.Commands)]
public sealed class OperatorApiController(Calls calls) : ApiController
{
    /// <summary>Voids a rose: every hop's counts are negated as they were attributed.</summary>
    [HttpPost("roses/{roseId}/void")]
    public async Task<IActionResult> Void(string roseId, ReportRequest request)
    {
        if (await NotOperator() is { } forbidden)
        {
            return forbidden;
        }

        return !Reads(request.CommandId, out var command, out var refusal) ? refusal
            : !InputRules.IsReason(request.Reason) ? NoReason()
            : !RoseId.TryParse(roseId, out var rose) ? Refuse(Outcome.NotFound)
            : Answer(await calls.Rose(rose, grain => grain.Void(rose, command, Me, request.Reason!)));
    }

    /// <summary>Grants a person roses for bouquets; without a person, to the operator.</summary>
    [HttpPost("budgets")]
    public async Task<IActionResult> Grant(BudgetRequest request)
    {
        if (await NotOperator() is { } forbidden)
        {
            return forbidden;
        }

        var to = Me;
        return !Reads(request.CommandId, out var command, out var refusal) ? refusal
            : request.ParticipantId is not null && !ParticipantId.TryParse(request.ParticipantId, out to) ? Refuse(Outcome.Invalid, "participantId", "is no participant id")
            : request.Roses is < 1 or > 1_000_000 ? Refuse(Outcome.Invalid, "roses", "must be from 1 to 1,000,000")
            : !InputRules.IsReason(request.Reason) ? NoReason()
            : Answer(await calls.Participant(to, person => person.Grant(command, Me, request.Roses, request.Reason!)));
    }

    private async Task<IActionResult?> NotOperator() =>
        (await calls.Participant(Me, me => me.Self())).Profile?.Operator == true ? null : Refuse(Outcome.Forbidden);

    /// <summary>A grant of roses for bouquets.</summary>
    public sealed record BudgetRequest(string? CommandId, string? ParticipantId, int Roses, string? Reason);
}
