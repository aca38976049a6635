namespace Engagement.Web.Console;

/// <summary>What waits for a person to read it, oldest first.</summary>
/// <param name="Letters">Own texts of letters.</param>
/// <param name="Names">Own display names.</param>
/// <param name="Reports">Reported roses.</param>
/// <param name="Total">All that wait.</param>
/// <param name="Skip">How many of each queue come before this page.</param>
/// <param name="More">Some queue goes on after this page.</param>
public sealed record LettersPage(
    IReadOnlyList<HeldLetter> Letters, IReadOnlyList<HeldLetter> Names, IReadOnlyList<ReportedLetter> Reports, long Total, int Skip = 0, bool More = false)
{
    /// <summary>Of each queue on one page.</summary>
    public const int Each = 20;
}
