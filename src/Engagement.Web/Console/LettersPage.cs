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
    /// <summary>The text that says what WeChat's category means; null for one that is not known here.</summary>
    public static string? Label(int label) => label switch
    {
        100 => "Notices.LabelNormal",
        10001 => "Notices.LabelAdvert",
        20001 => "Notices.LabelPolitics",
        20002 => "Notices.LabelPorn",
        20003 => "Notices.LabelAbuse",
        20006 => "Notices.LabelCrime",
        20008 => "Notices.LabelFraud",
        20012 => "Notices.LabelVulgar",
        20013 => "Notices.LabelCopyright",
        _ => null,
    };

    /// <summary>Of each queue on one page.</summary>
    public const int Each = 20;
}
