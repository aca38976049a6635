using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Activities;

/// <summary>What one says of a shift afterwards.</summary>
/// <param name="Row">The shift.</param>
/// <param name="Feedback">What was said before.</param>
/// <param name="MarkedBy">Who noted that one did not come: their name, or empty for somebody without one; null for nobody.</param>
/// <param name="Reason">Why one did not come.</param>
/// <param name="Others">People of the same shift who show their names: handle and name. Empty once it can't be noted any more who did not come.</param>
public sealed record FeedbackPage(ScheduleRow Row, ActivityFeedback Feedback, string? MarkedBy, ExcuseReason Reason, IReadOnlyList<Choice> Others)
{
    /// <summary>One did not check in, so a reason can be given.</summary>
    public bool CanExcuse { get; init; }

    public string Command { get; init; } = CommandKey.New();

    /// <summary>The address that its forms go to.</summary>
    public string Way => $"/activities/{Row.Activity}/shifts/{Row.Shift}";
}
