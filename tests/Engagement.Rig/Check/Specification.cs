namespace Engagement.Rig.Check;

/// <summary>What one object may do, one operation after the other.</summary>
/// <typeparam name="TState">Immutable, compared by value.</typeparam>
internal abstract class Specification<TState> where TState : IEquatable<TState>
{
    /// <summary>Before everything.</summary>
    public abstract TState Initial { get; }

    /// <summary>
    /// The states in which the object may be after it answered <paramref name="entry"/> as it did; none when it can't have
    /// answered so. An answer that changes nothing gives <paramref name="state"/> itself back.
    /// </summary>
    /// <param name="state">Before.</param>
    /// <param name="entry">What was asked and answered; for one without an answer, its effect if it has one.</param>
    /// <param name="now">Nanoseconds: it takes effect no later than this.</param>
    public abstract IEnumerable<TState> Step(TState state, Entry entry, long now);

    /// <summary>Entries with the same name have the same effect whoever comes first; null for one that is like no other.</summary>
    public virtual string? Likeness(Entry entry) => null;

    /// <summary>
    /// Whether everything optional that could come before the step between these two states may as well come after it, with the
    /// same end: then it needs no place before.
    /// </summary>
    public virtual bool OptionalCanWait(TState from, TState to, long now) => false;

    /// <summary>The state without what <see cref="Union"/> puts together: states with the same core may become one.</summary>
    public virtual TState Core(TState state) => state;

    /// <summary>One state for two with the same core: it may do whatever either may.</summary>
    public virtual TState Union(TState one, TState other) => one;

    /// <summary>Why the object can't have answered so in this state.</summary>
    public abstract string Why(TState state, Entry entry);
}
