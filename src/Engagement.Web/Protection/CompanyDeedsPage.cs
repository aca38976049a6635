using Engagement.Contracts;
using Engagement.Grains.Protection;

namespace Engagement.Web.Protection;

/// <summary>A company's letters.</summary>
/// <param name="Company">Company id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tally">How it answered so far.</param>
/// <param name="Open">Letters that wait, oldest first.</param>
/// <param name="Done">The others, newest first.</param>
/// <param name="Skip">How many of each come before.</param>
public sealed record CompanyDeedsPage(string Company, string Name, ProtectionTally Tally, IReadOnlyList<DeedView> Open, IReadOnlyList<DeedView> Done, int Skip)
{
    /// <summary>Of each on one page.</summary>
    public const int Each = 20;

    /// <summary>What a company may say.</summary>
    public static readonly IReadOnlyList<ProtectionRefusal> Reasons = [.. Enum.GetValues<ProtectionRefusal>().Where(reason => reason != ProtectionRefusal.None)];
}

/// <summary>A company in the list.</summary>
/// <param name="Id">Company id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Waiting">Letters that wait.</param>
/// <param name="Tally">How it answered so far.</param>
public sealed record DeedCompanyRow(string Id, string Name, long Waiting, ProtectionTally Tally);
