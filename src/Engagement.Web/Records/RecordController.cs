using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Records;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Engagement.Web.Roses;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Records;

/// <summary>A person's own civic-behaviour record: their consent, their hand on every entry, whom they show it to (RB-08, CA-13).</summary>
[Person, Route(Way)]
public sealed class RecordController(Calls calls, RecordReader records, RecordBook book, PeopleReader people, CellKeys keys, Links links, Grains.Campaigns.ICampaignClock clock) : PageController
{
    private const string Way = "/courier/record";
    private const string MainView = "/Records/Index.cshtml";

    /// <summary>Hours for which a link may last.</summary>
    public static readonly int[] Hours = [1, 24, 168];

    /// <summary>The record, hidden entries too.</summary>
    [HttpGet]
    public async Task<IActionResult> Index() => View(MainView, await Page());

    /// <summary>The record on paper.</summary>
    [HttpGet("print")]
    public async Task<IActionResult> Print()
    {
        var record = await records.Read(Me);
        return record.ConsentAt == 0 ? SeeOther(Way) : View("/Records/Sheet.cshtml", new SheetPage(await people.NameFor(Me), book.Lines(await records.Shown(record)), clock.UtcNow, null));
    }

    /// <summary>An open link as a code to scan.</summary>
    [HttpGet("shares/{number:int}")]
    public async Task<IActionResult> Share(int number) =>
        (await records.Read(Me)).Shares?.Find(share => share.Number == number) is { } found && found.Until > clock.UtcNow.ToUnixTimeMilliseconds()
            ? View("/Records/Share.cshtml", new SharePage(found.Number, $"{links.Address}/record/{OpaqueId.Format(found.Id)}?k={keys.LinkSecret(found.Id, found.Number)}",
                DateTimeOffset.FromUnixTimeMilliseconds(found.Until)))
            : Missing();

    /// <summary>Agrees, or takes it back.</summary>
    [HttpPost("consent")]
    public Task<IActionResult> Consent(string? command, bool agree) => Run(command, key => calls.Record(Me, record => record.Consent(key, agree)));

    /// <summary>Hides an own act, or shows it again.</summary>
    [HttpPost("{act}/hide")]
    public Task<IActionResult> Hide(string act, string? command, bool hidden) => OfAct(act, command, (key, id) => calls.Act(id, grain => grain.Hide(key, Me, hidden)));

    /// <summary>Takes an own act out for good.</summary>
    [HttpPost("{act}/remove")]
    public Task<IActionResult> Remove(string act, string? command, bool sure) => sure
        ? OfAct(act, command, (key, id) => calls.Record(Me, record => record.Remove(key, id)))
        : Task.FromResult<IActionResult>(SeeOther(Way));

    /// <summary>Asks for a correction.</summary>
    [HttpPost("{act}/corrections")]
    public Task<IActionResult> Ask(string act, string? command, string? fault, string? note) => InputRules.IsName<RecordFault>(fault, out var what)
        ? OfAct(act, command, (key, id) => calls.Record(Me, record => record.Ask(key, new(id, what, note))))
        : Task.FromResult<IActionResult>(Panel(Outcome.Invalid, way: Way));

    /// <summary>Makes a link for a while.</summary>
    [HttpPost("shares")]
    public async Task<IActionResult> MakeShare(string? command, int hours)
    {
        if (!Reads(command, out var key) || !Hours.Contains(hours))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var shared = await calls.Record(Me, record => record.Share(key, hours));
        return shared.Outcome == Outcome.Done && (await records.Read(Me)).Shares?.Find(share => share.Id == shared.Share) is { } made
            ? SeeOther($"{Way}/shares/{made.Number}")
            : Correct(MainView, await Page(shared.Outcome), shared.Outcome);
    }

    /// <summary>Ends a link before its time.</summary>
    [HttpPost("shares/{number:int}/end")]
    public Task<IActionResult> EndShare(int number, string? command) => Run(command, key => calls.Record(Me, record => record.EndShare(key, number)));

    private Task<IActionResult> OfAct(string act, string? command, Func<CommandId, CivicActId, Task<Receipt>> run) =>
        CivicActId.TryParse(act, out var id) ? Run(command, key => run(key, id)) : Task.FromResult<IActionResult>(Missing());

    private async Task<IActionResult> Run(string? command, Func<CommandId, Task<Receipt>> run)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var receipt = await run(key);
        return receipt.Outcome switch
        {
            Outcome.Done => SeeOther(Way),
            Outcome.AllowanceUsed or Outcome.DailyLimit or Outcome.Invalid => Correct(MainView, await Page(receipt.Outcome), receipt.Outcome),
            _ => Panel(receipt.Outcome, way: Way),
        };
    }

    private async Task<RecordPage> Page(Outcome fault = Outcome.Done)
    {
        var record = await records.Read(Me);
        var open = (record.Shares ?? []).Where(share => share.Until > clock.UtcNow.ToUnixTimeMilliseconds());
        return new(record.ConsentAt > 0, book.Lines(await records.Own(record)), [.. open], record.Requests ?? [], fault);
    }
}
