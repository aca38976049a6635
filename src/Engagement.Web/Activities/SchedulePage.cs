using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Activities;

/// <summary>A person's shifts.</summary>
/// <param name="Ahead">Soonest first.</param>
/// <param name="Past">Latest first.</param>
/// <param name="Feed">Address of their calendar feed; null when they have none.</param>
public sealed record SchedulePage(IReadOnlyList<ScheduleRow> Ahead, IReadOnlyList<ScheduleRow> Past, string? Feed)
{
    public string Command { get; init; } = CommandKey.New();
}

/// <summary>One of a person's shifts.</summary>
/// <param name="Activity">Id of the activity.</param>
/// <param name="Shift">Number of the shift.</param>
/// <param name="Title">The activity's name.</param>
/// <param name="Place">Where.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends.</param>
/// <param name="State">Where the person stands.</param>
/// <param name="Cancelled">It does not take place.</param>
/// <param name="Asks">A word about it is welcome, or somebody noted that they did not come.</param>
public sealed record ScheduleRow(
    string Activity, int Shift, string Title, string Place, DateTimeOffset Start, DateTimeOffset End, SignUpState State, bool Cancelled, bool Asks);
