using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Couriers;

/// <summary>The signed-in person as courier (CA-01).</summary>
[Route("/api/v1/me/courier"), SignedIn, EnableRateLimiting(RateLimits.Commands)]
public sealed class CourierApiController(Calls calls, CellKeys keys) : ApiController
{
    /// <summary>How it stands.</summary>
    [HttpGet]
    public async Task<IActionResult> Show()
    {
        var self = await calls.Courier(Me, me => me.Self());
        return Ok(new CourierAnswer(self.Active, self.Company, self.Active ? self.Since : null, self.ShowCompany, self.Leaving, self.Leaving is null ? null : self.LeavingUntil));
    }

    /// <summary>Confirms one's place on a company's roster.</summary>
    [HttpPost]
    public async Task<IActionResult> Enrol(EnrolRequest request) =>
        !Reads(request.CommandId, out var command, out var refusal) ? refusal
        : PhoneNumber.Normalise(request.Phone) is not { } number ? Refuse(Outcome.Invalid, "phone", "must be a mobile number of mainland China")
        : request.Code is not { Length: > 0 and <= 32 } code ? Refuse(Outcome.Invalid, "code", "is required")
        : Answer(await calls.Courier(Me, me => me.Enrol(command, new(keys.Phone(number), code, request.ShowCompany))));

    /// <summary>Rides without a company.</summary>
    [HttpPost("pool")]
    public async Task<IActionResult> Pool(CommandRequest request) =>
        !Reads(request.CommandId, out var command, out var refusal) ? refusal : Answer(await calls.Courier(Me, me => me.EnterPool(command)));

    /// <summary>Leaves the company, or with <c>stay: false</c> stops being a courier.</summary>
    [HttpPost("leave")]
    public async Task<IActionResult> Leave(LeaveRequest request) =>
        !Reads(request.CommandId, out var command, out var refusal) ? refusal : Answer(await calls.Courier(Me, me => me.Leave(command, request.Stay)));

    /// <summary>Consents to others seeing the company, or no longer.</summary>
    [HttpPost("company-shown")]
    public async Task<IActionResult> ShowCompany(ShowRequest request) =>
        !Reads(request.CommandId, out var command, out var refusal) ? refusal : Answer(await calls.Courier(Me, me => me.ShowCompany(command, request.Show)));

    /// <summary>As courier; without a company in the pool of city riders.</summary>
    public sealed record CourierAnswer(bool Active, string? Company, DateTimeOffset? Since, bool CompanyShown, string? Leaving, DateTimeOffset? LeavingUntil);

    /// <summary>A place on a roster.</summary>
    public sealed record EnrolRequest(string? CommandId, string? Phone, string? Code, bool ShowCompany);

    /// <summary>A command without further content.</summary>
    public sealed record CommandRequest(string? CommandId);

    /// <summary>Leaving; <c>stay</c> goes on without a company.</summary>
    public sealed record LeaveRequest(string? CommandId, bool Stay);

    /// <summary>The consent.</summary>
    public sealed record ShowRequest(string? CommandId, bool Show);
}
