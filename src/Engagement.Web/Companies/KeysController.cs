using System.Buffers.Text;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Companies;

/// <summary>Keys with which a company's own systems sign (IN-02).</summary>
public sealed class KeysController(Calls calls, CompanyDesk desk, CellKeys keys) : CompanyController(calls, desk)
{
    private const string Sheet = "/Companies/Keys.cshtml";

    /// <summary>The keys.</summary>
    [HttpGet(Home + "/{company}/keys")]
    public async Task<IActionResult> Show() => View(Sheet, await Page());

    /// <summary>Makes one. Its secret is on this answer and on no other page.</summary>
    [HttpPost(Home + "/{company}/keys")]
    public async Task<IActionResult> Issue(string? command, string? note)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: Way + "/keys");
        }

        var why = note?.Trim() ?? "";
        var issued = InputRules.IsReason(why) ? await Calls.Company(Mine.Id, company => company.IssueKey(key, Me, why)) : new(Outcome.Invalid);
        return issued is { Outcome: Outcome.Done, Key: { } id }
            ? View(Sheet, await Page() with { Fresh = id, Secret = Base64Url.EncodeToString(keys.CompanySecret(id)) })
            : issued.Outcome == Outcome.SwitchedOff ? Panel(issued.Outcome, way: Way + "/keys")
            : Correct(Sheet, await Page() with { Fault = true }, issued.Outcome);
    }

    /// <summary>Ends one, at once.</summary>
    [HttpPost(Home + "/{company}/keys/end")]
    public async Task<IActionResult> End(string? command, string? key) => Reads(command, out _) && key is { Length: > 0 and <= 80 }
        ? Decided(await Calls.Company(Mine.Id, company => company.RevokeKey(Me, key)), Way + "/keys")
        : Panel(Outcome.Invalid, way: Way + "/keys");

    private async Task<KeysPage> Page() => new(await Desk.Row(Mine), await Calls.Company(Mine.Id, company => company.Keys()));
}
