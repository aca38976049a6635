using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Publications;

namespace Engagement.Web.Boards;

/// <summary>The list of published periods.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="KeyId">Of the key that signs.</param>
public sealed record PublishedPage(IReadOnlyList<PublishedRow> Rows, string KeyId);

/// <summary>A period that is over.</summary>
/// <param name="Period">Its name.</param>
/// <param name="IsAll">The whole campaign.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Stage">Where it is.</param>
/// <param name="FrozenUntil">End of the freeze.</param>
/// <param name="PublishedAt">When it was first published; null while it is not.</param>
/// <param name="Errata">How many corrections followed.</param>
public sealed record PublishedRow(
    string Period, bool IsAll, DateOnly From, DateOnly To, PublicationStage Stage, DateTimeOffset FrozenUntil, DateTimeOffset? PublishedAt, int Errata)
{
    /// <summary>From the record.</summary>
    public static PublishedRow Of(PublicationState state, CampaignOptions campaign)
    {
        PublicationPeriod.TryParse(state.Period, out var period);
        return new(state.Period, period.IsAll, Day(period.From(campaign)), Day(period.Until(campaign).AddTicks(-1)), state.Stage, DateTimeOffset.FromUnixTimeMilliseconds(state.FrozenUntil),
            state.Editions.Count > 1 ? DateTimeOffset.FromUnixTimeMilliseconds(state.Editions[1].ConfirmedAt) : null, Math.Max(0, state.Editions.Count - 2));
    }

    private static DateOnly Day(DateTimeOffset at) => ShanghaiDay.DateOf(ShanghaiDay.Of(at));
}
