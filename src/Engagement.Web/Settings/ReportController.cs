using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Settings;

/// <summary>Takes a report of a letter that I received.</summary>
[Person]
public sealed class ReportController(Calls calls, RoseReader roses, HopFinder hops) : PageController
{
    /// <summary>Characters of a note.</summary>
    public const int NoteLength = 100;

    /// <summary>What a report can say in one word.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["rude", "advert", "private", "fraud", "other"];

    /// <summary>Puts the rose into the moderators' queue.</summary>
    [HttpPost("/r/{id}/report")]
    public async Task<IActionResult> Report(string id, string? command, string? reason, string? note)
    {
        if (!RoseId.TryParse(id, out var rose) || await roses.Read(rose) is not { } read || await hops.TakenBy(read, Me) is null)
        {
            return Missing();
        }

        var more = note?.Trim() ?? "";
        if (!Reads(command, out var key) || reason is null || !Reasons.Contains(reason) || more.Length > NoteLength || more.Length > 0 && !InputRules.IsReason(more))
        {
            return Panel(Outcome.Invalid, way: "/r/" + id);
        }

        var receipt = await calls.Rose(rose, grain => grain.Report(rose, key, Me, more.Length == 0 ? reason : $"{reason}: {more}"));
        return receipt.Outcome == Outcome.Done ? Panel(StateKind.Reported) : Panel(receipt.Outcome);
    }
}
