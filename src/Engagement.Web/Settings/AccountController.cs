using System.Text.Encodings.Web;
using System.Text.Json;
using Engagement.Contracts;
using Engagement.Grains.Roses;
using Engagement.Web.Problems;
using Engagement.Web.Sessions;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Settings;

/// <summary>What the product holds about me: to take along, and to close.</summary>
public sealed class AccountController(Calls calls, BoxReader boxes, RoseStages stages, Exporter exporter) : PageController
{
    private const int Looked = 100; // more than anybody can have on the way at once

    // For people to read: Chinese stays Chinese, and it is a file, never a part of a page.
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Everything about me as a file.</summary>
    [HttpGet("/settings/export"), Person]
    public async Task<IActionResult> Export()
    {
        if (await exporter.Of(Me) is not { } export)
        {
            return Panel(Outcome.SignInRequired);
        }

        Response.Headers.CacheControl = "no-store";
        return File(JsonSerializer.SerializeToUtf8Bytes(export, Readable), "application/json; charset=utf-8", $"roses-{export.At:yyyyMMdd}.json");
    }

    /// <summary>What goes and what stays.</summary>
    [HttpGet("/settings/delete"), Person]
    public async Task<IActionResult> Ask() => View("/Settings/Delete.cshtml", await Page());

    /// <summary>Closes the account and signs out on this phone; other phones meet a closed account.</summary>
    [HttpPost("/settings/delete"), Person]
    public async Task<IActionResult> Close(string? command, bool sure)
    {
        if (!Reads(command, out var key))
        {
            return Panel(Outcome.Invalid, way: "/settings/delete");
        }

        if (!sure)
        {
            return Correct("/Settings/Delete.cshtml", await Page() with { Unsure = true }, Outcome.Invalid);
        }

        var receipt = await calls.Participant(Me, me => me.Close(key));
        if (receipt.Outcome != Outcome.Done)
        {
            return Panel(receipt.Outcome, way: "/settings/delete");
        }

        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return SeeOther("/settings/closed");
    }

    /// <summary>Goodbye.</summary>
    [HttpGet("/settings/closed")]
    public IActionResult Closed() => Panel(StateKind.AccountClosed);

    private async Task<DeletePage> Page()
    {
        var held = boxes.Count(Me, Box.Held);
        var sent = (await boxes.Read(Me, Box.Sent, null, Looked))!.Roses;
        var mine = (await boxes.Read(Me, Box.Held, null, Looked))!.Roses;
        var offered = sent.Count(entry => entry.Rose.Holder == Me && stages.Of(entry.Rose) == RoseStage.Offered)
            + mine.Count(entry => stages.Of(entry.Rose) == RoseStage.OfferedOn);
        return new((int)await held, offered);
    }
}
