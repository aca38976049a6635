using System.Collections.Concurrent;
using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Rig.Serve.Transactions;

/// <summary>What follows from a command, kept in this process from its rules until its transaction is committed: boards are no part of it, a hot counter in a transaction would stop the city.</summary>
public sealed class EffectsAfter
{
    private readonly ConcurrentDictionary<CommandId, Effect[]> _kept = new();

    /// <summary>Takes the effects out of a state, so that they are not stored with it.</summary>
    internal static Effect[] TakeFrom(LedgerState state)
    {
        var effects = state.Effects.ToArray();
        state.Settle(effects.Length);
        state.MarkWriting();
        return effects;
    }

    internal void Keep(CommandId command, Effect[] effects)
    {
        if (effects.Length > 0)
        {
            _kept[command] = effects;
        }
    }

    internal Effect[] Take(CommandId command) => _kept.TryRemove(command, out var effects) ? effects : [];
}
