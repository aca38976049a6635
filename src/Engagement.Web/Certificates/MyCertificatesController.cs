using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Certificates;
using Engagement.Grains.Hours;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Certificates;

/// <summary>A volunteer's own certificates: chosen, looked at before they are issued, kept as a picture, shown in part. To anybody else there are none.</summary>
[Person, Route(Way)]
public sealed class MyCertificatesController(
    Calls calls, CertificateReader certificates, CertificateDrafter drafter, CertificateShelf shelf, CertificatePrinter printer, HourReader hours, VolunteerReader volunteers, CellKeys keys,
    ICampaignClock clock)
    : PageController
{
    private const string Way = "/me/certificates";

    /// <summary>Days for which a link may work.</summary>
    public static readonly int[] ShareDays = [7, 30, 90];

    private int Today => ShanghaiDay.Of(clock.UtcNow);

    /// <summary>All of them, and the choice of a new one.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(string? from, string? to, int skip = 0) => View("/Certificates/Mine.cshtml", await List(from, to, skip));

    /// <summary>What it would state. Nothing is kept yet.</summary>
    [HttpGet("preview")]
    public async Task<IActionResult> Preview(CertificateForm form)
    {
        var draft = await drafter.Draft(Me, form.Choice);
        return draft.Snapshot is { } snapshot && draft.Person is { Real: { } real } person
            ? View("/Certificates/Preview.cshtml", new CertificatePreviewPage(form, snapshot, draft.Waiting,
                form.Choice.Shows.HasFlag(CertificateShows.Name) && CertificatePrinter.Lacks(keys.Open(real.Name, person.Salt))))
            : await Refused(draft.Receipt, form);
    }

    /// <summary>Has it issued.</summary>
    [HttpPost]
    public async Task<IActionResult> Issue(CertificateForm form, string? command)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var number = keys.CertificateNumber(Me, key);
        var receipt = await calls.Certificate(number, grain => grain.Issue(key, Me, form.Choice));
        return receipt.Outcome == Outcome.Done ? SeeOther($"{Way}/{number}") : await Refused(receipt, form);
    }

    /// <summary>One of them.</summary>
    [HttpGet("{number}")]
    public async Task<IActionResult> Show(string number) => await Page(number) is { } page ? View("/Certificates/Show.cshtml", page) : Missing();

    /// <summary>The picture, for a long press.</summary>
    [HttpGet("{number}/certificate.jpg")]
    public Task<IActionResult> Picture(string number) => File(number, printer.Picture, "image/jpeg", null);

    /// <summary>The sheets, for desktops.</summary>
    [HttpGet("{number}/certificate.pdf")]
    public Task<IActionResult> Pdf(string number) => File(number, printer.Pdf, "application/pdf", $"volunteer-record-{number}.pdf");

    /// <summary>The holder's own code: whoever is told it sees the name, for a quarter of an hour.</summary>
    [HttpGet("{number}/code")]
    public async Task<IActionResult> Code(string number)
    {
        Response.Headers.CacheControl = "no-store";
        return await Mine(number) is { Name: not null } mine ? View("/Certificates/Code.cshtml", new HolderCodePage(mine.Number, keys.HolderCode(mine.Number, clock.UtcNow))) : Missing();
    }

    /// <summary>Makes a link to a part.</summary>
    [HttpPost("{number}/shares")]
    public async Task<IActionResult> Share(string number, string? command, string? part, bool name, int days)
    {
        if (!Reads(command, out var key) || await Mine(number) is not { } mine)
        {
            return Missing();
        }

        var (scope, about) = part?.Split(':', 2) switch
        {
            ["field", var field] => (ShareScope.Field, field),
            ["unit", var unit] => (ShareScope.Unit, unit),
            ["full"] => (ShareScope.Full, null),
            ["total"] => (ShareScope.Total, null),
            _ => (ShareScope.None, (string?)null),
        };
        var receipt = await calls.Certificate(mine.Number, grain => grain.Share(key, Me, new(scope, about, name, days)));
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther($"{Way}/{mine.Number}#shares"),
            Outcome.Invalid or Outcome.TooMany => Correct("/Certificates/Show.cshtml", (await Page(number))! with { Fault = receipt.Outcome }, receipt.Outcome),
            _ => Panel(receipt.Outcome, way: $"{Way}/{mine.Number}"),
        };
    }

    /// <summary>A link as a code to scan.</summary>
    [HttpGet("{number}/shares/{share:int}")]
    public async Task<IActionResult> ShowShare(string number, int share) =>
        await Mine(number) is { } mine && mine.Shares.Find(one => one.Number == share) is { } found && found.Until > clock.UtcNow.ToUnixTimeMilliseconds()
            ? View("/Certificates/Share.cshtml", new CertificateSharePage(mine.Number, found, mine.Snapshot!, shelf.Link(mine.Number, share)))
            : Missing();

    /// <summary>Ends a link.</summary>
    [HttpPost("{number}/shares/{share:int}/end")]
    public async Task<IActionResult> EndShare(string number, int share, string? command)
    {
        if (!Reads(command, out var key) || await Mine(number) is not { } mine)
        {
            return Missing();
        }

        var receipt = await calls.Certificate(mine.Number, grain => grain.EndShare(key, Me, share));
        return receipt.Outcome == Outcome.Done ? SeeOther($"{Way}/{mine.Number}#shares") : Panel(receipt.Outcome, way: $"{Way}/{mine.Number}");
    }

    private async Task<MyCertificatesPage> List(string? from, string? to, int skip, Receipt? refusal = null)
    {
        skip = Math.Clamp(skip, 0, 10_000);
        var (first, last) = (CertificateWords.Read(from), CertificateWords.Read(to));
        last = last == 0 ? Today : last;
        first = first == 0 ? (last / 10_000 * 10_000) + 101 : first;
        var page = await certificates.Of(await volunteers.AccountsOf(Me), skip, MyCertificatesPage.Each + 1);
        var level = (await hours.Volunteer(Me))?.Level ?? IdentityLevel.WeChat;
        return new(await shelf.Views([.. page.Take(MyCertificatesPage.Each)]), skip, page.Count > MyCertificatesPage.Each, level == IdentityLevel.RealName, first, last,
            level == IdentityLevel.RealName ? await drafter.Units(Me, first, last) : [], refusal);
    }

    private async Task<IActionResult> Refused(Receipt receipt, CertificateForm form) =>
        receipt.Outcome is Outcome.Invalid or Outcome.Frozen or Outcome.DailyLimit or Outcome.LevelNeeded
            ? Correct("/Certificates/Mine.cshtml", await List(form.From, form.To, 0, receipt), receipt.Outcome)
            : Panel(receipt.Outcome, way: Way);

    private async Task<IActionResult> File(string number, Func<CertificateView, Task<byte[]?>> draw, string type, string? name)
    {
        if (await Mine(number) is not { } mine || await shelf.View(mine) is not { } view)
        {
            return Missing();
        }

        Response.Headers.CacheControl = "no-store";
        return await draw(view) is { } file ? File(file, type, name) : Panel(Outcome.Busy);
    }

    private async Task<CertificatePage?> Page(string number) => await Mine(number) is { } mine && await shelf.View(mine) is { } view
        ? new(view, [.. mine.Shares.Where(share => share.Until > clock.UtcNow.ToUnixTimeMilliseconds())], CertificatePrinter.Lacks(view.Name), shelf.Way(mine.Number))
        : null;

    private async Task<CertificateState?> Mine(string number) =>
        CertificateNumber.TryParse(number, out var known) && await certificates.Read(known) is { } certificate
            && (certificate.Volunteer == Me || (await volunteers.AccountsOf(Me)).Contains(certificate.Volunteer)) ? certificate : null;
}
