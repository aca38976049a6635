using Engagement.Grains.Archive;
using Engagement.Grains.Storage;
using Engagement.Web.Roses;
using Engagement.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.Archive;

/// <summary>The public archive: anyone reads it, takes it home and adds it up (AN-05). It names nobody.</summary>
public sealed class OpenController(ArchiveShelf shelf, CellSigner signer, Links links) : PageController
{
    /// <summary>Days shown on the page; the list has all.</summary>
    public const int Shown = 60;

    /// <summary>The page.</summary>
    [HttpGet("/open")]
    public IActionResult Index() => View("/Archive/Index.cshtml", new OpenPage(shelf.Index() ?? new(ArchiveIndex.Current, "", []), signer.KeyId, links.Address));

    /// <summary>One of its files.</summary>
    [HttpGet("/open/{**name}")]
    public IActionResult Download(string name)
    {
        if (shelf.Find(name) is not { } path)
        {
            return Missing();
        }

        Response.Headers.CacheControl = name.StartsWith(ArchiveIndex.DaysName, StringComparison.Ordinal) ? "public, max-age=86400" : "public, max-age=300"; // a day never changes
        return PhysicalFile(path, Path.GetExtension(name) switch
        {
            ".json" => "application/json",
            ".jsonl" => "application/x-ndjson",
            ".pem" => "application/x-pem-file",
            ".sig" => "application/octet-stream",
            _ => "text/plain; charset=utf-8",
        }, Path.GetFileName(name), enableRangeProcessing: true);
    }
}

/// <summary>The public archive.</summary>
/// <param name="Archive">Its days.</param>
/// <param name="KeyId">Digest of the key that signs it.</param>
/// <param name="Address">This site's.</param>
public sealed record OpenPage(ArchiveIndex Archive, string KeyId, string Address);
