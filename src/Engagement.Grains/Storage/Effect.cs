using StackExchange.Redis;

namespace Engagement.Grains.Storage;

/// <summary>
/// Something that follows from a change of state, outside the record, committed by the same script (ledger.md).
/// A small closed set: rules stay in C#, Lua stays short. Keys are inside the cell and carry no prefix here.
/// </summary>
public abstract record Effect
{
    internal abstract void Encode(ChangeEncoder change);
}

/// <summary>A new record's first state; the whole change is refused if one exists.</summary>
public sealed record Birth(string Kind, string Id, LedgerState State) : Effect
{
    internal override void Encode(ChangeEncoder change) => throw new InvalidOperationException("Births are written with the record.");
}

/// <summary>Removes an entry that must be there, else the whole change is refused: an exactly-once step into another record.</summary>
public sealed record Take(string Set, RedisValue Member) : Effect
{
    internal override void Encode(ChangeEncoder change) => throw new InvalidOperationException("Takes are written with the record.");
}

/// <summary>Adds <paramref name="N"/> to a board's member. <paramref name="Second"/> since the campaign's start decides ties; it counts only for N &gt; 0.</summary>
public sealed record Rank(string Board, RedisValue Member, int N, int Second) : Effect
{
    internal override void Encode(ChangeEncoder change) => change.Op(1, Board).Arg(Member).Arg(N).Arg(Second);
}

/// <summary>Adds <paramref name="N"/> to a field of a counter.</summary>
public sealed record Count(string Counter, RedisValue Field, long N) : Effect
{
    internal override void Encode(ChangeEncoder change) => change.Op(2, Counter).Arg(Field).Arg(N);
}

/// <summary>Puts a member into a sorted set at a score (Unix milliseconds).</summary>
public sealed record Index(string Set, RedisValue Member, long Score) : Effect
{
    internal override void Encode(ChangeEncoder change) => change.Op(3, Set).Arg(Member).Arg(Score);
}

/// <summary>Takes a member out of a sorted set; nothing happens if it is not there.</summary>
public sealed record Unindex(string Set, RedisValue Member) : Effect
{
    internal override void Encode(ChangeEncoder change) => change.Op(4, Set).Arg(Member);
}

/// <summary>Adds an item at the end of a list that is primary data: hops, the audit log.</summary>
public sealed record Append(string List, object Item) : Effect
{
    internal override void Encode(ChangeEncoder change) => change.Op(5, List).Item(Item);
}

/// <summary>Puts an id at the head of a list of at most <paramref name="Cap"/>: a cache, not counted by `recount`.</summary>
public sealed record Feed(string List, RedisValue Id, int Cap) : Effect
{
    internal override void Encode(ChangeEncoder change) => change.Op(6, List).Arg(Id).Arg(Cap);
}
