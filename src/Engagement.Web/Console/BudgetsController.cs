using Engagement.Contracts;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Console;

/// <summary>Grants people roses for bouquets, on the record.</summary>
public sealed class BudgetsController(Calls calls, AuditReader audit, PersonReader persons, PersonLabels labels) : ConsoleController(calls)
{
    private const string Way = "/console/budgets";
    private const int Shown = 50;

    /// <summary>The form and the latest grants.</summary>
    [HttpGet(Way)]
    public async Task<IActionResult> Index() => View("/Console/Budgets.cshtml", new BudgetsPage(await Rows(), new()));

    /// <summary>Grants.</summary>
    [HttpPost(Way)]
    public async Task<IActionResult> Grant(string? command, BudgetForm form)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way);
        }

        var reason = form.Reason?.Trim() ?? "";
        var fault = !ParticipantId.TryParse(form.Owner?.Trim(), out var owner) ? "owner"
            : form.Roses is not (>= 1 and <= 1_000_000) ? "roses"
            : !InputRules.IsReason(reason) ? "reason"
            : null;
        if (fault is null)
        {
            var receipt = await Calls.Participant(owner, person => person.Grant(key, Me, form.Roses!.Value, reason));
            if (receipt.Outcome is not (Outcome.NotFound or Outcome.SignInRequired))
            {
                return Decided(receipt, Way);
            }

            fault = "owner"; // nobody, or an account that was closed
        }

        return Correct("/Console/Budgets.cshtml", new BudgetsPage(await Rows(), form, fault), Outcome.Invalid);
    }

    private async Task<BudgetRow[]> Rows()
    {
        var grants = (await audit.Latest("budget.grant")).Take(Shown).Select(entry => (Entry: entry, Grant: Read(entry.Target))).ToArray();
        var owners = grants.Select(grant => grant.Grant.Owner).Distinct().ToArray();
        var left = owners.Zip(await Task.WhenAll(owners.Select(persons.Read))).ToDictionary(pair => pair.First, pair => pair.Second?.Purse.Budget ?? 0);
        var name = await labels.For(owners.Concat(grants.Select(grant => grant.Entry.By)));
        return [.. grants.Select(grant => new BudgetRow(name(grant.Grant.Owner), grant.Grant.Roses, left[grant.Grant.Owner], grant.Entry.Reason,
            name(grant.Entry.By), DateTimeOffset.FromUnixTimeMilliseconds(grant.Entry.At)))];
    }

    private static (ParticipantId Owner, long Roses) Read(string target) =>
        target.Split(':') is [var id, var roses] && ParticipantId.TryParse(id, out var owner) && long.TryParse(roses, out var n) ? (owner, n) : default;
}
