namespace Engagement.Contracts;

/// <summary>Answer to a command of organisers.</summary>
/// <param name="Outcome">Done, or why not.</param>
/// <param name="Fields">With Invalid, TextRefused: every wrong or missing field.</param>
[GenerateSerializer, Immutable, Alias("eng.activity.receipt")]
public sealed record ActivityReceipt([property: Id(0)] Outcome Outcome, [property: Id(1)] IReadOnlyList<string>? Fields = null)
{
    /// <summary>Done.</summary>
    public static readonly ActivityReceipt Done = new(Outcome.Done);
}

/// <summary>Answer to a sign-up.</summary>
/// <param name="Outcome">Done, or why not; Done also for a place in the waitlist, see <paramref name="State"/>.</param>
/// <param name="Field">With Forbidden, the gate: <c>level</c>, <c>age</c>, <c>guardian</c>, or <c>refused</c> by an organiser before.</param>
/// <param name="State">Where the person stands now.</param>
/// <param name="Place">Place in the waitlist, from 1; 0 for none.</param>
/// <param name="Until">Unix milliseconds until which a place is kept; 0 for none.</param>
[GenerateSerializer, Immutable, Alias("eng.activity.signedup")]
public sealed record SignUpReceipt(
    [property: Id(0)] Outcome Outcome, [property: Id(1)] string? Field = null, [property: Id(2)] SignUpState State = SignUpState.None,
    [property: Id(3)] int Place = 0, [property: Id(4)] long Until = 0);

/// <summary>Where a person stands with a shift, for their own record.</summary>
/// <param name="State">Where.</param>
/// <param name="Start">Unix milliseconds at which the shift begins.</param>
/// <param name="End">Unix milliseconds at which it ends, as it was agreed: without extensions.</param>
/// <param name="AbsentAt">Unix milliseconds of the start of a shift to which they did not come, unexcused; 0 otherwise.</param>
/// <param name="Hold">The hold of their time on which this was decided: <see cref="HoldReceipt.Until"/>.</param>
[GenerateSerializer, Immutable, Alias("eng.activity.signup")]
public sealed record SignUpCard(
    [property: Id(0)] SignUpState State, [property: Id(1)] long Start = 0, [property: Id(2)] long End = 0, [property: Id(3)] long AbsentAt = 0, [property: Id(4)] long Hold = 0)
{
    /// <summary>Whether the person keeps this time free.</summary>
    public bool HoldsTime => State is SignUpState.Confirmed or SignUpState.Asked;
}
