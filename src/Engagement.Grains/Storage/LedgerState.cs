namespace Engagement.Grains.Storage;

/// <summary>
/// Base of every record whose changes have effects. Effects are transient: they wait here until the commit that
/// carries them has succeeded. A derived state is a class with explicit ids, bounded collections and zero defaults.
/// </summary>
[GenerateSerializer, Alias("eng.ledger.state")]
public abstract class LedgerState
{
    [NonSerialized] private List<Effect>? _effects;
    [NonSerialized] private bool _changed;
    [NonSerialized] private bool _lease;
    [NonSerialized] private string? _key;

    /// <summary>What the next commit carries besides the record.</summary>
    internal List<Effect> Effects => _effects ??= [];

    /// <summary>Whether something waits to be written.</summary>
    /// <remarks>Effects alone do not tell: those of a commit under way stay here until its answer.</remarks>
    internal bool HasChanges => _changed;

    /// <summary>
    /// The right to write, granted by reading from the store and taken away by any failure. Neither serialisation nor
    /// migration carries it, so everything queued behind a failed write fails too (ledger.md 1).
    /// </summary>
    internal bool HasLease => _lease;

    /// <summary>Marks the record itself as changed. Called by every command and agenda step that changes it.</summary>
    internal void Touch() => _changed = true;

    /// <summary>Adds effects of the current turn and marks the record as changed.</summary>
    internal void Follow(params ReadOnlySpan<Effect> effects)
    {
        Effects.AddRange(effects);
        Touch();
    }

    /// <summary>Whether a change that waits for the store takes this entry already.</summary>
    internal bool IsTaking(string set, string member) => Effects.Exists(effect => effect is Take take && take.Set == set && take.Member == member);

    /// <summary>Where the record is stored; known since it was read.</summary>
    internal string Key => _key ?? throw new InvalidOperationException("The record was not read from the store.");

    /// <summary>The record was read from <paramref name="key"/>.</summary>
    internal void GrantLease(string key) => (_lease, _key) = (true, key);

    internal void TakeLease() => _lease = false;

    /// <summary>Called when a write is laid out: later changes belong to the next write.</summary>
    internal void MarkWriting() => _changed = false;

    /// <summary>Drops the effects that a commit has carried, from the front.</summary>
    internal void Settle(int carried) => Effects.RemoveRange(0, carried);

    /// <summary>
    /// The entries outside the record that this record stands for, on boards, in counters, indexes and guards.
    /// For every commit: effects = Derived(after) - Derived(before). `recount` sums it over all records.
    /// </summary>
    internal abstract IEnumerable<Effect> Derived();

    /// <summary>What it stood for and was undone since: of these only the instants of ties remain on boards (ledger.md 11).</summary>
    internal virtual IEnumerable<Once> Former() => [];
}
