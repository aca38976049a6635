using Engagement.Rig.History;

namespace Engagement.Rig.Check;

/// <summary>One operation as one object sees it: it takes effect in one instant between its call and its deadline.</summary>
internal sealed class Entry
{
    /// <summary>What a client did.</summary>
    public required Operation Operation { get; init; }

    /// <summary>Nanoseconds: not before.</summary>
    public required long CalledAt { get; init; }

    /// <summary>Nanoseconds: not after; <see cref="long.MaxValue"/> for never.</summary>
    public required long Deadline { get; init; }

    /// <summary>What the city's clock showed at the earliest and at the latest, Unix milliseconds.</summary>
    public CityTime Time { get; init; }

    /// <summary>It may never have happened.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The effect of the same command: this refusal can't have come after it.</summary>
    public Entry? NotAfter { get; set; }

    /// <summary>Nanoseconds: until then a refusal depends on this very effect, and another like it can't stand for it.</summary>
    public long NamedUntil { get; set; }

    /// <summary>Its number among the entries of its object, set by the <see cref="Linearizer{TState}"/>.</summary>
    public int Number { get; set; }
}

/// <summary>An interval of the city's clock in Unix milliseconds.</summary>
internal readonly record struct CityTime(long From, long To)
{
    /// <summary>Shanghai days since 1970 that the interval touches.</summary>
    public (int First, int Last) Days => (DayOf(From), DayOf(To));

    /// <summary>The Shanghai day of an instant, since 1970.</summary>
    public static int DayOf(long milliseconds) => (int)Math.Min(int.MaxValue, (milliseconds + 8 * 3_600_000L) / 86_400_000L);
}
