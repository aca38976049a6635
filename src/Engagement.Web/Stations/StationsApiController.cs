using Engagement.Contracts;
using Engagement.Grains.Stations;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Engagement.Web.Stations;

/// <summary>Stations for the mini-program.</summary>
[Route("/api/v1/stations"), EnableRateLimiting(RateLimits.Commands)]
public sealed class StationsApiController(Calls calls, StationReader stations, StationBook book) : ApiController
{
    private const int Thanks = 30, Laid = 10;

    /// <summary>Open stations.</summary>
    [HttpGet]
    public async Task<IActionResult> All() => Ok(await book.Open());

    /// <summary>A station and the latest thanks to its crew.</summary>
    [HttpGet("{stationId}")]
    public async Task<IActionResult> Show(string stationId) => StationId.TryParse(stationId, out var id) && await stations.Read(id) is { } station
        ? Ok(Answer(await book.Show(station, Thanks), await book.Lying(id, Laid)))
        : Refuse(Outcome.NotFound);

    /// <summary>Takes a rose of the stock, or with <c>roseId</c> one that lies there, with the code that stands on the screen now.</summary>
    [HttpPost("{stationId}/take"), SignedIn]
    public async Task<IActionResult> Take(string stationId, TakeRequest request)
    {
        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        RoseId left = default;
        if (!StationId.TryParse(stationId, out var id) || request.RoseId is { } lying && !RoseId.TryParse(lying, out left))
        {
            return Refuse(Outcome.NotFound);
        }

        var check = await calls.Station(id, station => station.Check(request.Code ?? ""));
        if (check.Pass is not { } pass)
        {
            return Refuse(check.Outcome);
        }

        var receipt = await calls.Station(id, station => left.IsNone ? station.HandOut(command, Me, pass) : station.TakeLeft(command, Me, left, pass));
        return receipt.Outcome == Outcome.Done ? Created($"/api/v1/roses/{receipt.Rose}", new RoseAnswer(receipt.Rose.ToString())) : Refuse(receipt.Outcome);
    }

    /// <summary>Leaves a rose in hand there, for the next visitor.</summary>
    [HttpPost("{stationId}/left"), SignedIn]
    public async Task<IActionResult> Leave(string stationId, LeaveRequest request) =>
        !Reads(request.CommandId, out var command, out var refusal) ? refusal
        : !StationId.TryParse(stationId, out var id) || !RoseId.TryParse(request.RoseId, out var rose) ? Refuse(Outcome.NotFound)
        : Answer(await calls.Rose(rose, grain => grain.Leave(rose, command, Me, id)));

    /// <summary>Gives one of the day's roses to the crew; a preset only.</summary>
    [HttpPost("{stationId}/roses"), SignedIn]
    public async Task<IActionResult> Give(string stationId, GiveRequest request)
    {
        if (!Reads(request.CommandId, out var command, out var refusal))
        {
            return refusal;
        }

        if (!StationId.TryParse(stationId, out var id))
        {
            return Refuse(Outcome.NotFound);
        }

        var receipt = await calls.Participant(Me, me => me.GiveToStation(command, id, new(request.Reason ?? "", request.Preset ?? "", null)));
        return receipt.Outcome == Outcome.Done
            ? Created($"/api/v1/roses/{receipt.Rose}", new GivenAnswer(receipt.Rose.ToString(), receipt.Remaining))
            : Refuse(receipt.Outcome, receipt.Field);
    }

    private static StationAnswer Answer(StationPage page, IReadOnlyList<LyingRose> lying) => new(page.Id, page.Name, page.Kind.ToString(), page.District, page.Open, page.Manned, page.Received, page.Thanks, lying);

    /// <summary>A rose to be taken.</summary>
    public sealed record TakeRequest(string? CommandId, string? Code, string? RoseId = null);

    /// <summary>A rose to be left.</summary>
    public sealed record LeaveRequest(string? CommandId, string? RoseId);

    /// <summary>A rose to be given.</summary>
    public sealed record GiveRequest(string? CommandId, string? Reason, string? Preset);

    /// <summary>A rose that was taken.</summary>
    public sealed record RoseAnswer(string RoseId);

    /// <summary>A rose that was given, and how many are left of the day.</summary>
    public sealed record GivenAnswer(string RoseId, int Remaining);

    /// <summary>A station.</summary>
    public sealed record StationAnswer(
        string Id, string Name, string Kind, string? District, bool Open, bool Manned, long Received, IReadOnlyList<StationThanks> Thanks,
        IReadOnlyList<LyingRose> Lying);
}
