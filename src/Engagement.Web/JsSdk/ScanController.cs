using Engagement.Contracts;
using Engagement.Web.Problems;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.JsSdk;

/// <summary>Opens a link that was scanned or pasted, if it is one of ours. Without the JS-SDK the page says how to scan, and takes a link.</summary>
public sealed class ScanController(PageAddress pages) : PageController
{
    /// <summary>How to scan; with a code, the way to where it leads.</summary>
    /// <param name="code">What WeChat's scanner read.</param>
    [HttpGet("/scan")]
    public IActionResult Show(string? code) => string.IsNullOrWhiteSpace(code) ? View("/JsSdk/Scan.cshtml", new ScanPage()) : Follow(code);

    /// <summary>Opens a pasted link.</summary>
    [HttpPost("/scan")]
    public IActionResult Paste(string? code) => Follow(code);

    private IActionResult Follow(string? code) => pages.Refusal(code?.Trim(), out _, out var path) is null
        ? SeeOther(Local(path.StartsWith('/') ? path : "/" + path))
        : Correct("/JsSdk/Scan.cshtml", new ScanPage(Foreign: true), Outcome.Invalid);
}
