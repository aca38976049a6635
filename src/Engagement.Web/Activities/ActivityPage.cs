using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Activities;

/// <summary>One activity as people read it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Stage">Where it is in its life.</param>
/// <param name="Details">What everybody reads.</param>
/// <param name="Organisation">Who organises.</param>
/// <param name="District">District's name.</param>
/// <param name="Service">Name of its class of service.</param>
/// <param name="Shifts">Its shifts, soonest first.</param>
/// <param name="Risks">What people are warned of.</param>
public sealed record ActivityPage(
    string Id, ActivityStage Stage, ActivityDetails Details, string Organisation, string? District, string? Service, IReadOnlyList<ShiftRow> Shifts,
    IReadOnlyList<ActivityRisks> Risks)
{
    /// <summary>Why it was cancelled; empty for no reason.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Door codes and telephone numbers; empty for who has no place, and when there are none.</summary>
    public string Private { get; init; } = "";

    /// <summary>How well a person must be known.</summary>
    public IdentityLevel Level { get; init; }

    /// <summary>Years of age from which on people may come; 0 for any.</summary>
    public int Age { get; init; }

    /// <summary>Hours before a shift until which no reason is asked for.</summary>
    public int FreeHours { get; init; }

    /// <summary>What was not right with the latest tap: a key of the texts.</summary>
    public string? Fault { get; init; }

    /// <summary>The insurance policy's number; null for none.</summary>
    public string? Policy { get; init; }
}

/// <summary>A shift as a person sees it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends.</param>
/// <param name="Left">Free places; 0 also while people wait.</param>
/// <param name="Waiting">People in the waitlist.</param>
/// <param name="State">Where the reader stands.</param>
/// <param name="Ahead">It has not begun.</param>
public sealed record ShiftRow(int Number, DateTimeOffset Start, DateTimeOffset End, int Left, int Waiting, SignUpState State, bool Ahead)
{
    /// <summary>The reader's place in the waitlist; 0 for none.</summary>
    public int Place { get; init; }

    /// <summary>Until when a place is kept; null for no limit.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>A reason is asked for when the reader leaves.</summary>
    public bool Late { get; init; }

    /// <summary>The command of its form.</summary>
    public string Command { get; init; } = CommandKey.New();

    /// <summary>Whether the reader has a place, or one is kept.</summary>
    public bool IsMine => State is SignUpState.Confirmed or SignUpState.Asked or SignUpState.Offered or SignUpState.Reconfirm or SignUpState.Waiting;

    /// <summary>Whether a tap takes a place or a place in the waitlist.</summary>
    public bool CanTake => Ahead && State is not (SignUpState.Confirmed or SignUpState.Asked or SignUpState.Waiting or SignUpState.Refused);
}
