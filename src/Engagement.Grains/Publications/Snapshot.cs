namespace Engagement.Grains.Publications;

/// <summary>The published document. Its order of members is the order in the file.</summary>
/// <param name="Format">Always <see cref="Current"/>.</param>
/// <param name="Campaign">The campaign's id.</param>
/// <param name="Period">The period's name: <c>w</c> and the Monday, or <c>all</c>.</param>
/// <param name="From">First day, like 2026-11-23.</param>
/// <param name="To">Last day.</param>
/// <param name="Edition">0 what was frozen, 1 published, from 2 on errata.</param>
/// <param name="Replaces">Hash of the edition that this one stands in for; null for edition 0.</param>
/// <param name="Reason">Why there is an erratum; null otherwise.</param>
/// <param name="TakenAt">When the numbers were read, in Shanghai's time.</param>
/// <param name="LeastCouriers">Companies with fewer active couriers stand together, without a rank.</param>
/// <param name="Note">What the document is not for (LB-06).</param>
/// <param name="Boards">The boards.</param>
public sealed record Snapshot(
    string Format, string Campaign, string Period, DateOnly From, DateOnly To, int Edition, string? Replaces, string? Reason, DateTimeOffset TakenAt,
    int LeastCouriers, string Note, IReadOnlyList<SnapshotBoard> Boards)
{
    /// <summary>Name and version of the format.</summary>
    public const string Current = "engagement-boards/1";

    /// <summary>Engagement numbers may not be an appraisal instrument (国办函〔2026〕12号).</summary>
    public const string NotForAssessment = "本榜单只记善行，不用于考核。Not for assessment.";
}

/// <summary>A board of the document.</summary>
/// <param name="Board">Its key.</param>
/// <param name="Title">Its name and what it counts.</param>
/// <param name="Total">Lines on the whole board; the document holds the first <see cref="SnapshotTaker.Lines"/>.</param>
/// <param name="Lines">In order.</param>
public sealed record SnapshotBoard(string Board, string Title, long Total, IReadOnlyList<SnapshotLine> Lines);

/// <summary>A line of the document.</summary>
/// <param name="Rank">Equal values share a number: 1, 2, 2, 4. Null for a line that is not ranked.</param>
/// <param name="Id">Code or id of the unit.</param>
/// <param name="Name">Its Chinese name when it was taken.</param>
/// <param name="Count">Roses or acts.</param>
/// <param name="Couriers">Active couriers; null on boards of roses.</param>
/// <param name="PerHundred">Acts per hundred couriers, one decimal, half up; null on boards of roses.</param>
public sealed record SnapshotLine(long? Rank, string Id, string Name, long Count, int? Couriers = null, decimal? PerHundred = null);
