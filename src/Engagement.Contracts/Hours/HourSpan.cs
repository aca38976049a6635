namespace Engagement.Contracts;

/// <summary>Minutes that count, from one instant to another; a whole number of them, all of the Shanghai day of <paramref name="From"/>.</summary>
/// <param name="From">Unix milliseconds.</param>
/// <param name="To">Unix milliseconds.</param>
[GenerateSerializer, Immutable, Alias("eng.hours.span")]
public readonly record struct HourSpan([property: Id(0)] long From, [property: Id(1)] long To)
{
    /// <summary>Whole minutes in it.</summary>
    public int Minutes => (int)((To - From) / 60_000);

    /// <summary>Whether both cover some instant.</summary>
    public bool Meets(HourSpan other) => From < other.To && other.From < To;
}
