namespace Engagement.Web.Photos;

/// <summary>Photos that wait for a person.</summary>
/// <param name="Photos">Names, oldest first.</param>
/// <param name="Total">All that wait.</param>
/// <param name="Skip">How many come before.</param>
public sealed record PhotoQueuePage(IReadOnlyList<string> Photos, long Total, int Skip)
{
    /// <summary>On one page.</summary>
    public const int Each = 12;
}
