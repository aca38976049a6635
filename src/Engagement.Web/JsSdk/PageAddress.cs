using Engagement.Web.Roses;
using Engagement.Web.Shared;
using Microsoft.Extensions.Options;

namespace Engagement.Web.JsSdk;

/// <summary>Which addresses are pages of this site: only these are signed for the JS-SDK, and only these are opened after a scan.</summary>
public sealed class PageAddress(IHttpContextAccessor http, Links links, IOptions<SiteOptions> site)
{
    /// <summary>Longest address, in characters: WeChat's own links stay below it.</summary>
    public const int Longest = 2_048;

    /// <summary>What is wrong with an address; null when it is one of ours.</summary>
    /// <param name="text">As it came: WeChat compares what is signed with what its browser shows, character by character.</param>
    /// <param name="own">The address without its fragment, otherwise unchanged.</param>
    /// <param name="path">What follows the host.</param>
    public string? Refusal(string? text, out string own, out string path)
    {
        own = (text ?? "").Split('#', 2)[0];
        path = "";
        if (own.Length == 0)
        {
            return "is required";
        }

        if (own.Length > Longest)
        {
            return "is longer than 2048 characters";
        }

        if (own.AsSpan().IndexOfAnyExceptInRange('\x21', '\x7e') >= 0 || own.Contains('\\'))
        {
            return "is not an address as a browser writes it";
        }

        foreach (var address in Own())
        {
            if (own.StartsWith(address, StringComparison.Ordinal) && (own.Length == address.Length || own[address.Length] is '/' or '?'))
            {
                path = own[address.Length..];
                return null;
            }
        }

        return "is not an address of this site";
    }

    // A Host header proves nothing: without a configured address only this machine's own counts.
    private IEnumerable<string> Own()
    {
        if (links.IsConfigured || http.HttpContext is { } context && IsLoopback(context.Request.Host.Host))
        {
            yield return links.Address;
        }

        foreach (var other in site.Value.OtherAddresses)
        {
            yield return other;
        }
    }

    private static bool IsLoopback(string host) => host == "localhost" || System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var ip) && System.Net.IPAddress.IsLoopback(ip);
}
