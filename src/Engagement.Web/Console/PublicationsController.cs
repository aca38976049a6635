using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Publications;
using Engagement.Grains.Storage;
using Engagement.Web.Boards;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Console;

/// <summary>Publishes the boards of a period that is over, decides about objections, and corrects what was published (LB-09).</summary>
[Route("/console/boards")]
public sealed class PublicationsController(
    Calls calls, PublicationReader publications, SnapshotTaker taker, PersonLabels labels, PersonReader persons, CellKeys keys, StaffReader staff, Names names,
    CampaignSettings settings) : ConsoleController(calls)
{
    private const int Shown = 60;

    /// <summary>Periods that are over, newest first.</summary>
    [HttpGet]
    public async Task<IActionResult> Index() => View("/Console/Publications.cshtml", new PublicationsPage(
        [.. (await publications.Over(Shown)).Select(state => new PublicationRow(PublishedRow.Of(state, settings.Campaign),
            state.Objections?.Count(objection => objection.State == ObjectionState.Open) ?? 0, state.Proposed is not null, IsFrozen(state)))]));

    /// <summary>One period: what changed since the edition that holds, objections, and what can be done.</summary>
    [HttpGet("{period}")]
    public async Task<IActionResult> Show(string period) => await Find(period) is { } found ? View("/Console/Publication.cshtml", await Page(found.State, found.Period)) : Missing();

    /// <summary>Lays the boards down to be published, or as an erratum.</summary>
    [HttpPost("{period}/propose")]
    public Task<IActionResult> Propose(string period, string? command, string? reason) =>
        Run(period, command, (grain, key) => grain.Propose(key, Me, reason ?? ""));

    /// <summary>Takes back what was laid down.</summary>
    [HttpPost("{period}/withdraw")]
    public Task<IActionResult> Withdraw(string period, string? command, string? hash) => Run(period, command, (grain, key) => grain.Withdraw(key, Me, hash ?? ""));

    /// <summary>Signs and publishes what was laid down.</summary>
    [HttpPost("{period}/confirm")]
    public Task<IActionResult> Confirm(string period, string? command, string? hash) => Run(period, command, (grain, key) => grain.Confirm(key, Me, hash ?? ""));

    /// <summary>Decides about an objection.</summary>
    [HttpPost("{period}/objections")]
    public Task<IActionResult> Decide(string period, string? command, int number, string? verdict, string? reason) => verdict is "uphold" or "dismiss"
        ? Run(period, command, (grain, key) => grain.Decide(key, Me, number, verdict == "uphold", reason ?? ""))
        : Task.FromResult<IActionResult>(Panel(Outcome.Invalid, way: "/console/boards/" + period));

    private async Task<IActionResult> Run(string period, string? command, Func<IPublicationGrain, CommandId, Task<Receipt>> act)
    {
        if (await Find(period) is not { } found)
        {
            return Missing();
        }

        var way = $"/console/boards/{found.Period}";
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: way);
        }

        var receipt = await Calls.Publication(found.Period, grain => act(grain, key));
        return receipt.Outcome == Outcome.Invalid
            ? Correct("/Console/Publication.cshtml", await Page(found.State, found.Period, receipt.Field), Outcome.Invalid)
            : Decided(receipt, way);
    }

    private async Task<(PublicationState State, PublicationPeriod Period)?> Find(string text) =>
        PublicationPeriod.TryParse(text, out var period) && await publications.Read(period) is { Editions.Count: > 0 } state ? (state, period) : null;

    private bool IsFrozen(PublicationState state) => settings.Clock.UtcNow.ToUnixTimeMilliseconds() < state.FrozenUntil;

    private async Task<PublicationPage> Page(PublicationState state, PublicationPeriod period, string? fault = null)
    {
        var latest = SnapshotFormat.Read(await publications.Body(state.Period, state.Latest!));
        var now = state.Proposed is { } proposed ? SnapshotFormat.Read(await publications.Body(state.Period, proposed)) : await taker.Take(period, state.Couriers ?? [], state.Latest, null);
        var name = await labels.For(state.Editions.SelectMany(edition => new[] { edition.By, edition.ConfirmedBy })
            .Concat((state.Objections ?? []).Select(objection => objection.By)).Append(state.Proposed?.By ?? default));
        return new(PublishedRow.Of(state, settings.Campaign), state, SnapshotChange.Between(latest, now), IsFrozen(state))
        {
            Name = name, MayConfirm = state.Proposed?.By != Me || (await staff.Operators()).All(other => other == Me), Fault = fault,
            Objections = [.. await Task.WhenAll((state.Objections ?? []).Select(async (objection, i) => new ObjectionRow(
                i + 1, objection, names.Unit(objection.Board is Grains.Rankings.Boards.Acts or Grains.Rankings.Boards.ActRate ? Grains.Rankings.Boards.Company : objection.Board, objection.Member),
                await Note(objection))))],
        };
    }

    private async Task<string?> Note(Objection objection) =>
        objection.Note is { } note && await persons.Read(objection.By) is { IsOpen: true } person ? keys.Open(note, person.Salt) : null;
}
