using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Engagement.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Engagement.Tests.Storage;

/// <summary>
/// Remembers what a state looked like when its last turn ended and compares at the next one: whatever changed in between
/// changed outside a turn. Also a turn that changes the record without marking it is caught, for it would never be written.
/// </summary>
internal sealed class ChangeWatch : IChangeObserver
{
    private static readonly RecordFormat Format = new(
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>());

    private readonly ConditionalWeakTable<LedgerState, byte[]> _seen = [];

    /// <summary>What was caught.</summary>
    public ConcurrentQueue<string> Caught { get; } = [];

    public void Entering(LedgerState state, bool read)
    {
        var now = Bytes(state);
        if (!read && _seen.TryGetValue(state, out var before) && !before.AsSpan().SequenceEqual(now))
        {
            Caught.Enqueue($"{state.GetType().Name} changed outside a turn");
        }

        _seen.AddOrUpdate(state, now);
    }

    public void Leaving(LedgerState state)
    {
        var now = Bytes(state);
        if (!state.HasChanges && _seen.TryGetValue(state, out var before) && !before.AsSpan().SequenceEqual(now))
        {
            Caught.Enqueue($"{state.GetType().Name} changed in a turn and was not marked");
        }

        _seen.AddOrUpdate(state, now);
    }

    private static byte[] Bytes(LedgerState state) => Format.Write(state, null)[RecordFormat.HeaderLength..];
}
