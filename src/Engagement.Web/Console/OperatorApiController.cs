using System.Buffers.Text;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.Web.Companies;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Console;

/// <summary>What operators do; every act is on the audit log.</summary>
[Route("/api/v1/operator"), SignedIn, EnableRateLimiting(RateLimits.Commands)]
public sealed class OperatorApiController(Calls calls, CompanyDesk companies, CellKeys keys) : ApiController
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

    /// <summary>Makes a key for a company's own system; its secret is in this answer and in no other.</summary>
    [HttpPost("companies/{company}/keys")]
    public async Task<IActionResult> Key(string company, KeyRequest request)
    {
        if (await NotOperator() is { } forbidden)
        {
            return forbidden;
        }

        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        if (companies.Find(company) is null)
        {
            return Refuse(Outcome.NotFound);
        }

        var issued = InputRules.IsReason(request.Note) ? await calls.Company(company, grain => grain.IssueKey(command, Me, request.Note!)) : new(Outcome.Invalid);
        return issued.Key is { } key ? Ok(new KeyAnswer(key, Base64Url.EncodeToString(keys.CompanySecret(key))))
            : Refuse(issued.Outcome, "note", "must have 1 to 200 characters, and at most five keys are in use");
    }

    private async Task<IActionResult?> NotOperator() =>
        (await calls.Participant(Me, me => me.Self())).Profile?.Operator == true ? null : Refuse(Outcome.Forbidden);

    /// <summary>A key for a company's system.</summary>
    public sealed record KeyRequest(string? CommandId, string? Note);

    /// <summary>The key, and its secret in base64url.</summary>
    public sealed record KeyAnswer(string Key, string Secret);

    /// <summary>A grant of roses for bouquets.</summary>
    public sealed record BudgetRequest(string? CommandId, string? ParticipantId, int Roses, string? Reason);
}
