using Engagement.Rig.History;

namespace Engagement.Rig.Check;

/// <summary>One operation as one object sees it: it takes effect in one instant between its call and its deadline.</summary>
internal sealed class Entry
{
    /// <summary>What a client did; null for something that the city does by itself.</summary>
    public Operation? Operation { get; init; }

    /// <summary>For people.</summary>
    public required string Text { get; init; }

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

    /// <summary>A refusal depends on this very effect: it can't stand for another like it.</summary>
    public bool IsNamed { get; set; }

    /// <summary>What must have taken effect before: a rose comes back only when it was given.</summary>
    public Entry? OnlyAfter { get; init; }

    /// <summary>Of a restore: roses that come back, at least and at most.</summary>
    public (int From, int To) Roses { get; init; }

    /// <summary>Of a restore: the bouquet whose leftovers come back; null for a rose.</summary>
    public string? Bouquet { get; init; }

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
