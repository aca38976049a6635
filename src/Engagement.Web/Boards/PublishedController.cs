using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Publications;
using Engagement.Grains.Rankings;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Boards;

/// <summary>Boards of periods that are over: frozen, published, corrected. Anyone may read and check them, without a session.</summary>
public sealed class PublishedController(
    PublicationReader publications, Names names, Calls calls, CellSigner signer, CampaignSettings settings, Links links) : PageController
{
    private const int Shown = 60;

    /// <summary>All periods that are over, newest first.</summary>
    [HttpGet("/boards/published")]
    public async Task<IActionResult> Index() => View("/Boards/Published.cshtml", new PublishedPage(
        [.. (await publications.Over(Shown)).Select(state => PublishedRow.Of(state, settings.Campaign))], signer.KeyId));

    /// <summary>A period: its lines, its hash and signature, its errata, and while it is frozen the way to object.</summary>
    [HttpGet("/boards/published/{period}")]
    public async Task<IActionResult> Show(string period, int? edition = null)
    {
        if (await Find(period) is not { } state || state.Editions.ElementAtOrDefault(edition ?? state.Editions.Count - 1) is not { } shown)
        {
            return Missing();
        }

        return View("/Boards/Period.cshtml", await Page(state, shown));
    }

    /// <summary>The key that this site signs with now. Each edition keeps its own beside it.</summary>
    [HttpGet("/boards/published/key.pem")]
    public IActionResult Key() => File(Encoding.ASCII.GetBytes(signer.PublicKey), "application/x-pem-file", "key.pem");

    /// <summary>The files of an edition: the document as it was hashed, its signature, its key.</summary>
    [HttpGet("/boards/published/{period}/{edition:int}.{kind}")]
    public async Task<IActionResult> Download(string period, int edition, string kind)
    {
        if (await Find(period) is not { } state || state.Editions.ElementAtOrDefault(edition) is not { } found)
        {
            return Missing();
        }

        Response.Headers.CacheControl = "public, max-age=3600"; // an edition never changes
        return kind switch
        {
            "json" => File(await publications.Body(state.Period, found), "application/json", $"{state.Period}.{edition}.json"),
            "sig" when found.Signature is { } signature => File(signature, "application/octet-stream", $"{state.Period}.{edition}.sig"),
            "pem" when found.PublicKey is { } key => File(Encoding.ASCII.GetBytes(key), "application/x-pem-file", $"{state.Period}.{edition}.pem"),
            _ => Missing(),
        };
    }

    /// <summary>Objects to the line of one's own unit.</summary>
    [HttpPost("/boards/published/{period}/objections"), Person]
    public async Task<IActionResult> Object(string period, string? command, ObjectionForm form)
    {
        var way = "/boards/published/" + period;
        if (await Find(period) is not { } state || !PublicationPeriod.TryParse(period, out var which))
        {
            return Missing();
        }

        if (!Reads(command, out var key) || !InputRules.IsName<ObjectionGround>(form.Ground, out var ground))
        {
            return Panel(Outcome.Invalid, way: way);
        }

        var receipt = await calls.Publication(which, publication => publication.Object(key, Me, new(form.Board ?? "", ground, form.Note)));
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther(way + "#objections"),
            Outcome.Invalid => Correct("/Boards/Period.cshtml", await Page(state, state.Latest!, form, receipt.Field), Outcome.Invalid),
            _ => Panel(receipt.Outcome, way: way),
        };
    }

    private async Task<PublicationState?> Find(string period) =>
        PublicationPeriod.TryParse(period, out var which) && await publications.Read(which) is { Editions.Count: > 0 } state ? state : null;

    private async Task<PeriodPage> Page(PublicationState state, Edition edition, ObjectionForm? form = null, string? fault = null)
    {
        var snapshot = SnapshotFormat.Read(await publications.Body(state.Period, edition));
        var open = state.Stage == PublicationStage.Closed && settings.Clock.UtcNow.ToUnixTimeMilliseconds() < state.FrozenUntil;
        var profile = Me.IsNone ? null : (await calls.Participant(Me, me => me.Self())).Profile;
        var mine = (state.Objections ?? []).Where(objection => objection.By == Me && !Me.IsNone).ToArray();
        var boards = open && profile is not null ? Grains.Rankings.Boards.Published.Where(board => BoardUnits.Of(board, profile) is not null && mine.All(made => made.Board != board)) : [];
        return new(PublishedRow.Of(state, settings.Campaign), edition, snapshot, [.. state.Editions.Skip(2)], links.Address)
        {
            Lines = [.. snapshot.Boards.Select(board => new PeriodBoard(board, [.. board.Lines.Select(line => (line, Name(board.Board, line)))]))],
            Open = open, Objectable = [.. boards], Mine = mine, Form = form ?? new(), Fault = fault, IsGuest = Me.IsNone,
        };
    }

    // In the reader's language where the catalogue still knows the unit, else as it was published.
    private string Name(string board, SnapshotLine line) => line.Id is Standings.Pool or Standings.Small || names.Unit(board, line.Id) == line.Id ? line.Name : names.Unit(board, line.Id);
}
