using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Records;
using Engagement.Web.Home;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Console;

/// <summary>Requests to correct civic-behaviour records: looked into, then answered. The act itself is corrected where acts are reviewed.</summary>
[Route(Way)]
public sealed class RecordsController(Calls calls, RecordReader records, PersonLabels labels, SeededCatalogue catalogue, Wording wording) : ConsoleController(calls)
{
    private const string Way = "/console/records";
    private const int Shown = 50;

    /// <summary>The queue, oldest first.</summary>
    [HttpGet]
    public async Task<IActionResult> Index() => View("/Console/Records.cshtml", await Page());

    /// <summary>Answers one.</summary>
    [HttpPost("{person}/{number:int}")]
    public async Task<IActionResult> Answer(string person, int number, string? command, string? verdict, string? reason)
    {
        if (!ParticipantId.TryParse(person, out var whose))
        {
            return Missing();
        }

        if (!Reads(command, out var key) || verdict is not ("corrected" or "declined"))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var receipt = await Calls.Record(whose, record => record.Answer(key, Me, number, verdict == "corrected", reason ?? ""));
        return receipt.Outcome == Outcome.Invalid ? Correct("/Console/Records.cshtml", await Page(fault: true), Outcome.Invalid) : Decided(receipt, Way);
    }

    private async Task<RecordsPage> Page(bool fault = false)
    {
        var waiting = await records.Waiting(Shown);
        var name = await labels.For(waiting.Select(item => item.Person));
        return new([.. waiting.Select(item => new RecordsRow(item, name(item.Person),
            catalogue.Reference.Act(item.Act?.What) is { } kind ? wording.Of(kind.Title) : item.Act?.What ?? "–"))], fault);
    }
}
