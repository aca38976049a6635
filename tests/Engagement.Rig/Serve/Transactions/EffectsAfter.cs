using System.Collections.Concurrent;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.Rig.Serve.Stock;

namespace Engagement.Rig.Serve.Transactions;

/// <summary>
/// What follows from a command, kept in this process from its rules until its transaction is committed: boards are no
/// part of it, a hot counter in a transaction would stop the city.
/// </summary>
public sealed class EffectsAfter(BoardUpdates boards)
{
    private readonly ConcurrentDictionary<CommandId, Lazy<Task<bool>>> _kept = new();

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
            _kept[command] = new(() => boards.Apply(effects));
        }
    }

    /// <summary>Moves the boards, once for all who sent the command; whether a guard took. Null when nothing is left to move.</summary>
    internal async Task<bool?> Apply(CommandId command)
    {
        if (!_kept.TryGetValue(command, out var moving))
        {
            return null;
        }

        var took = await moving.Value;
        _kept.TryRemove(new(command, moving));
        return took;
    }
}
