using Engagement.Contracts;

namespace Engagement.Grains.Volunteers;

/// <summary>A time that a volunteer keeps free for a shift.</summary>
/// <param name="Activity">Of which activity.</param>
/// <param name="Shift">Number of the shift.</param>
/// <param name="Start">Unix milliseconds.</param>
/// <param name="End">Unix milliseconds.</param>
/// <param name="Until">The hold it began with: until then (Unix milliseconds) the activity may decide. Never the same twice.</param>
/// <param name="Firm">The activity has decided: it stays until the activity says otherwise.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.booking")]
public sealed record Booking(
    [property: Id(0)] ActivityId Activity, [property: Id(1)] int Shift, [property: Id(2)] long Start, [property: Id(3)] long End, [property: Id(4)] long Until,
    [property: Id(5)] bool Firm = false)
{
    /// <summary>Whether it is of this shift.</summary>
    public bool IsOf(ActivityId activity, int shift) => Activity == activity && Shift == shift;
}

/// <summary>A shift to which a volunteer did not come, without a reason.</summary>
/// <param name="Activity">Of which activity.</param>
/// <param name="Shift">Number of the shift.</param>
/// <param name="At">Unix milliseconds at which it began.</param>
[GenerateSerializer, Immutable, Alias("eng.volunteer.absence")]
public readonly record struct Absence([property: Id(0)] ActivityId Activity, [property: Id(1)] int Shift, [property: Id(2)] long At);
