using Engagement.Contracts;
using Engagement.Grains.Couriers;
using Engagement.Grains.Rankings;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Book = Engagement.Grains.Rankings.Boards;

namespace Engagement.Web.Companies;

/// <summary>
/// What a company's own system sends and asks (IN-02). It learns which of its people are enrolled, never as whom, and what all of
/// them did together; nobody's own acts, roses or name.
/// </summary>
[Route("/api/v1/company"), CompanySigned, IgnoreAntiforgeryToken, EnableRateLimiting(RateLimits.Companies)] // no cookie opens it
public sealed class CompanyApiController(Calls calls, CompanyDesk desk, RosterUpload upload, RosterReader rosters, BoardReader boards, IOptions<CourierOptions> options) : ApiController
{
    private const int Most = 500;

    /// <summary>Adds, changes and takes off rows; 202 with the upload to ask after. The same command with the same rows is the same upload.</summary>
    [HttpPost("roster")]
    public async Task<IActionResult> Upload(UploadRequest request)
    {
        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        if (request.Rows is not { Count: > 0 } rows || rows.Count > options.Value.RowsPerImport || rows.Contains(null!))
        {
            return Refuse(Outcome.Invalid, "rows", $"must be 1 to {options.Value.RowsPerImport} rows");
        }

        var (company, key) = CompanySignedAttribute.Signer(HttpContext);
        var start = upload.Of(command, company, default, key, request.AllOrNothing,
            [.. rows.Select((row, i) => new RosterCells(i + 1, row.Phone, row.Name, row.Station, row.Number, Status: row.Left ? "left" : null))]);
        var receipt = await calls.Import(start.Id, import => import.Start(start));
        return receipt.Outcome == Outcome.Done ? Accepted($"/api/v1/company/imports/{start.Id}", new ImportStarted(start.Id)) : Refuse(receipt.Outcome, receipt.Field);
    }

    /// <summary>How far an upload is, and every faulty row.</summary>
    [HttpGet("imports/{importId}")]
    public async Task<IActionResult> Import(string importId) =>
        OpaqueId.TryParse(importId, out _) && await calls.Import(importId, import => import.Show(CompanySignedAttribute.Signer(HttpContext).Company.Id)) is { } view
            ? Ok(new ImportAnswer(view.Id, view.Phase.ToString(), view.Total, view.Looked, view.Added, view.Updated, view.Unchanged, view.Removed,
                [.. view.Faults.Select(fault => new FaultAnswer(fault.Line, fault.Field, fault.Problem.ToString()))]))
            : Refuse(Outcome.NotFound);

    /// <summary>The roster as it stands, by the instant of listing.</summary>
    [HttpGet("roster")]
    public async Task<IActionResult> Roster(int skip = 0, int take = Most)
    {
        if (skip is < 0 or > 1_000_000 || take is < 1 or > Most)
        {
            return Refuse(Outcome.Invalid, skip is < 0 or > 1_000_000 ? "skip" : "take", $"skip from 0, take from 1 to {Most}");
        }

        var company = CompanySignedAttribute.Signer(HttpContext).Company.Id;
        var rows = await rosters.Page(company, skip, take);
        return Ok(new RosterAnswer(await rosters.Listed(company), [.. rows.Select(line => new RosterRow(line.Row.Number, line.Row.Name, line.Row.Station, line.Row.Since, line.Row.ConfirmedAt))]));
    }

    /// <summary>What the company's couriers did together.</summary>
    [HttpGet("results")]
    public async Task<IActionResult> Results()
    {
        var (company, _) = CompanySignedAttribute.Signer(HttpContext);
        var row = await desk.Row(company);
        async Task<ResultAnswer[]> On(string board) => await Task.WhenAll(Enum.GetValues<Period>().Select(async period =>
        {
            var line = (await boards.Around(board, period, company.Id, 0)).FirstOrDefault();
            return new ResultAnswer(period.ToString().ToLowerInvariant(), line.Count, line.Count == 0 ? null : line.Rank);
        }));
        var (roses, acts) = (On(Book.Company), On(Book.Acts));
        return Ok(new ResultsAnswer(company.Id, row.Listed, row.Enrolled, await roses, [.. (await acts).Select(act => new CountAnswer(act.Period, act.Count))]));
    }

    /// <summary>Rows to be carried out.</summary>
    /// <param name="CommandId">UUIDv7, made once and sent again with every retry.</param>
    /// <param name="AllOrNothing">One faulty row refuses all.</param>
    /// <param name="Rows">At most Couriers:RowsPerImport.</param>
    public sealed record UploadRequest(string? CommandId, bool AllOrNothing, IReadOnlyList<UploadRow>? Rows);

    /// <summary>A row; <c>left</c> takes the number off.</summary>
    public sealed record UploadRow(string? Phone, string? Name, string? Station, string? Number, bool Left);

    /// <summary>An upload was taken over.</summary>
    public sealed record ImportStarted(string ImportId);

    /// <summary>An upload.</summary>
    public sealed record ImportAnswer(string ImportId, string Phase, int Total, int Looked, int Added, int Updated, int Unchanged, int Removed, IReadOnlyList<FaultAnswer> Faults);

    /// <summary>A faulty row, by its place in the request, from 1.</summary>
    public sealed record FaultAnswer(int Row, string Field, string Problem);

    /// <summary>A page of the roster.</summary>
    public sealed record RosterAnswer(long Total, IReadOnlyList<RosterRow> Rows);

    /// <summary>A row of the roster; numbers of phones are kept nowhere, so none comes back.</summary>
    public sealed record RosterRow(string Number, string? Name, string Station, DateTimeOffset Since, DateTimeOffset? ConfirmedAt);

    /// <summary>What the couriers did together.</summary>
    /// <param name="Company">Company id.</param>
    /// <param name="Listed">Numbers on the roster.</param>
    /// <param name="Enrolled">Couriers who confirmed.</param>
    /// <param name="Roses">Counted roses that they gave.</param>
    /// <param name="Acts">Civic acts that somebody attested; without a place, for small companies have none (LB-08).</param>
    public sealed record ResultsAnswer(string Company, long Listed, long Enrolled, IReadOnlyList<ResultAnswer> Roses, IReadOnlyList<CountAnswer> Acts);

    /// <summary>A count.</summary>
    public sealed record CountAnswer(string Period, long Count);

    /// <summary>A count and the company's place on the board; no place at zero.</summary>
    public sealed record ResultAnswer(string Period, long Count, long? Rank);
}
