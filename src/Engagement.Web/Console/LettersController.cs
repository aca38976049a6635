using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Engagement.Web.Home;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Console;

/// <summary>Held words, held names and reports: read, then decided.</summary>
public sealed class LettersController(Calls calls, QueueReader queues, AuditReader audit, SeededCatalogue catalogue, Wording texts) : ConsoleController(calls)
{
    private const string Way = "/console/letters";

    /// <summary>The queues, oldest first.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index(int skip = 0)
    {
        const int each = LettersPage.Each;
        skip = Math.Clamp(skip, 0, 1_000_000);
        var (letters, names, reports) = (queues.Letters(skip, each), queues.Names(skip, each), queues.Reports(skip, each));
        var (held, called, reported) = (await letters, await names, await reports);
        var said = reported.Items.Count == 0 ? null : (await audit.Latest("rose.report")).ToLookup(entry => entry.Target, entry => entry.Reason);
        return View("/Console/Letters.cshtml", new LettersPage(
            [.. held.Items.Select(item => new HeldLetter($"{item.Rose}:{item.Offer}", Text(item.Letter), Title(item.Letter.Reason), item.At,
                item.Letter.Label, item.Letter.Checking))],
            [.. called.Items.Select(item => new HeldLetter(item.Person.ToString(), item.Name, null, item.At))],
            [.. reported.Items.Select(item => new ReportedLetter(item.Rose.ToString(), Text(item.Letter), item.Reporters,
                [.. said?[item.Rose.ToString()].Take(item.Reporters) ?? []], item.At))],
            held.Total + called.Total + reported.Total, skip, Math.Max(held.Total, Math.Max(called.Total, reported.Total)) > skip + each));
    }

    /// <summary>Passes or refuses an own text.</summary>
    [HttpPost(Way)]
    public async Task<IActionResult> Review(string? command, string? id, string? verdict)
    {
        var parts = id?.Split(':') ?? [];
        return Reads(command, out var key) && parts.Length == 2 && RoseId.TryParse(parts[0], out var rose) && int.TryParse(parts[1], out var offer) && Verdict(verdict) is { } pass
            ? Decided(await Calls.Rose(rose, grain => grain.Review(rose, key, Me, offer, pass)), Way)
            : Panel(Outcome.Invalid, way: Way);
    }

    /// <summary>Passes or refuses a name.</summary>
    [HttpPost("/console/names")]
    public async Task<IActionResult> Name(string? command, string? id, string? verdict) =>
        Reads(command, out var key) && ParticipantId.TryParse(id, out var person) && Verdict(verdict) is { } pass
            ? Decided(await Calls.Participant(person, grain => grain.ReviewName(key, Me, pass)), Way)
            : Panel(Outcome.Invalid, way: Way);

    /// <summary>Answers reports: voids the rose, which needs a reason, or leaves it as it is.</summary>
    [HttpPost("/console/reports")]
    public async Task<IActionResult> Report(string? command, string? id, string? verdict, string? reason)
    {
        var why = reason?.Trim() ?? "";
        if (!Reads(command, out var key) || !RoseId.TryParse(id, out var rose) || Verdict(verdict) is not { } pass || !InputRules.IsReason(why) && !(pass && why.Length == 0))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        return Decided(await Calls.Rose(rose, grain => pass ? grain.ClearReports(rose, key, Me, why) : grain.Void(rose, key, Me, why)), Way);
    }

    private static bool? Verdict(string? verdict) => verdict switch { "pass" => true, "refuse" => false, _ => null };

    private string Title(string reason) => catalogue.Reference.Reasons.FirstOrDefault(known => known.Id == reason) is { } found ? texts.Of(found.Title) : reason;

    private string Text(LetterText letter) => letter.Addressee is { } to ? $"{to}：{Said(letter)}" : Said(letter);

    private string Said(LetterText letter) => letter.Own ?? (catalogue.Preset(letter.Preset) is { } preset ? texts.Of(preset) : letter.Preset);
}
