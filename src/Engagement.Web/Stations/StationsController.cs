using Engagement.Contracts;
using Engagement.Grains.Stations;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Stations;

/// <summary>Stations for everybody: where they are, the thanks that came to a crew, and a rose for it (RR-13). Reading needs no sign-in.</summary>
public sealed class StationsController(Calls calls, StationReader stations, StationBook book, StationPoster poster) : PageController
{
    private const int OnPage = 30, OnPoster = 10;

    /// <summary>All open stations.</summary>
    [HttpGet("/stations")]
    public async Task<IActionResult> Index() => View(await book.Open());

    /// <summary>One station.</summary>
    [HttpGet("/stations/{id}")]
    public async Task<IActionResult> Show(string id) =>
        StationId.TryParse(id, out var station) && await stations.Read(station) is { } state
            ? View((await book.Show(state, OnPage)) with { Keeps = !Me.IsNone && (await calls.Participant(Me, me => me.Self())).Profile?.May(Role.StationKeeper, id) == true })
            : Missing();

    /// <summary>The thanks as a sheet to print and hang up, for a crew without WeChat.</summary>
    [HttpGet("/stations/{id}/poster.pdf"), Unhurried]
    public async Task<IActionResult> Poster(string id)
    {
        if (!StationId.TryParse(id, out var station) || await stations.Read(station) is not { } state)
        {
            return Missing();
        }

        return await poster.Print(await book.Show(state, OnPoster)) is { } pdf ? File(pdf, "application/pdf", $"station-{id}.pdf") : Panel(Outcome.Busy);
    }

    /// <summary>Preset letters for the crew.</summary>
    [HttpGet("/stations/{id}/give"), Person]
    public async Task<IActionResult> Give(string id) => await Form(id, null) is { } page ? View(page) : Missing();

    /// <summary>One of today's roses goes to the crew.</summary>
    [HttpPost("/stations/{id}/give"), Person]
    public async Task<IActionResult> Give(string id, string? command, string? letter)
    {
        if (!StationId.TryParse(id, out var station))
        {
            return Missing();
        }

        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: $"/stations/{id}/give");
        }

        var receipt = letter?.Split(':') is [var reason, var preset]
            ? await calls.Participant(Me, me => me.GiveToStation(key, station, new(reason, preset, null)))
            : new(Outcome.Invalid);
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther($"/stations/{id}#thanks"),
            Outcome.Invalid when await Form(id, letter) is { } page => Correct("Give", page with { Faulty = true, Command = command! }, Outcome.Invalid),
            _ => Panel(receipt.Outcome),
        };
    }

    private async Task<StationGivePage?> Form(string id, string? letter) =>
        StationId.TryParse(id, out var station) && await stations.Read(station) is { Closed: false } state
            ? new(id, state.Place.Name, book.Presets(), (await calls.Participant(Me, me => me.Self())).Remaining, letter)
            : null;
}
