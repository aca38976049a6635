namespace Engagement.Rig.Check;

/// <summary>A state that the object may be in, and which of the operations under way have taken effect in it.</summary>
internal readonly struct Configuration<TState>(TState state, int[] taken, int hash) : IEquatable<Configuration<TState>>
    where TState : IEquatable<TState>
{
    public Configuration(TState state) : this(state, [], 0)
    {
    }

    public TState State => state;

    public bool Has(int number) => Array.BinarySearch(taken, number) >= 0;

    public Configuration<TState> With(TState next, int number)
    {
        var at = ~Array.BinarySearch(taken, number);
        return new(next, [.. taken.AsSpan(0, at), number, .. taken.AsSpan(at)], hash ^ Mix(number));
    }

    public Configuration<TState> Without(int number)
    {
        var at = Array.BinarySearch(taken, number);
        return new(state, [.. taken.AsSpan(0, at), .. taken.AsSpan(at + 1)], hash ^ Mix(number));
    }

    /// <summary>The same operations in another state.</summary>
    public Configuration<TState> In(TState other) => new(other, taken, hash);

    public bool Equals(Configuration<TState> other) => hash == other.GetTaken().Hash && state.Equals(other.State) && taken.AsSpan().SequenceEqual(other.GetTaken().Taken);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Configuration<TState> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(state, hash);

    private (int[] Taken, int Hash) GetTaken() => (taken, hash);

    private static int Mix(int number) => unchecked((int)((uint)number * 2_654_435_761u) ^ number << 7 ^ 0x5bd1e995);
}
