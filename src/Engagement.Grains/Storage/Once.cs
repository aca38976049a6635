using StackExchange.Redis;

namespace Engagement.Grains.Storage;

/// <summary>
/// Effects that apply for one owner only: the first to set <paramref name="Member"/> of <paramref name="Guard"/>,
/// and only while <paramref name="LimitField"/> of the counter <paramref name="Limit"/> is below <paramref name="Max"/> (0: no limit).
/// A guard is primary data: `recount` reads from it who was counted.
/// </summary>
public sealed record Once(string Guard, RedisValue Member, RedisValue Owner, params Effect[] Then) : Effect
{
    /// <summary>The counter that limits; one of <see cref="Then"/> must count it.</summary>
    public string? Limit { get; init; }

    /// <summary>The field of <see cref="Limit"/>.</summary>
    public RedisValue LimitField { get; init; } = RedisValue.EmptyString;

    /// <summary>The field's highest value; 0 means no limit.</summary>
    public int Max { get; init; }

    /// <summary>After the commit: whether this owner was the first. Null before, and for more than 30 in one change.</summary>
    public bool? Took { get; internal set; }

    /// <inheritdoc/>
    public bool Equals(Once? other) => other is not null && Guard == other.Guard && Member == other.Member && Owner == other.Owner
        && Limit == other.Limit && LimitField == other.LimitField && Max == other.Max && Then.SequenceEqual(other.Then);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Guard, Member, Owner);

    internal override void Encode(ChangeEncoder change)
    {
        change.Op(7, Guard).Key(Limit ?? Guard).Arg(Member).Arg(Owner).Arg(Max).Arg(LimitField);
        change.Inner(Then);
    }
}

/// <summary>The inverse of a <see cref="Once"/>: applies, and frees the guard, only if <paramref name="Owner"/> is its stored owner.</summary>
public sealed record Undo(string Guard, RedisValue Member, RedisValue Owner, params Effect[] Then) : Effect
{
    /// <inheritdoc/>
    public bool Equals(Undo? other) => other is not null && Guard == other.Guard && Member == other.Member && Owner == other.Owner && Then.SequenceEqual(other.Then);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Guard, Member, Owner);

    internal override void Encode(ChangeEncoder change)
    {
        change.Op(8, Guard).Arg(Member).Arg(Owner);
        change.Inner(Then);
    }
}
