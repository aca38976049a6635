using Engagement.Web.Shared;

namespace Engagement.Web.JsSdk;

/// <summary>How to scan, and a field for a link.</summary>
/// <param name="Foreign">What was scanned or pasted leads elsewhere.</param>
public sealed record ScanPage(bool Foreign = false)
{
    public string Command { get; init; } = CommandKey.New();
}
