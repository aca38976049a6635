using Engagement.Contracts;
using Engagement.Grains.Acts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Hours;

/// <summary>How every command of make-ups, corrections and cases runs: a known one answers as before, and what follows is the difference of what the record stood for.</summary>
internal static class HourCommands
{
    public static Receipt Once(LedgerState state, CommandLog log, CommandId command, ulong content, HourMoment moment, Func<Receipt> rule)
    {
        if (log.Seen(command, content, moment.Real) is { } seen)
        {
            return new(seen.Outcome);
        }

        if (log.MayHaveDropped(command))
        {
            return new(Outcome.TooOld);
        }

        var before = state.Derived().ToArray();
        var receipt = rule();
        if (receipt.Outcome == Outcome.Done)
        {
            log.Keep(command, content, 0, moment.Real);
            state.Follow([.. ActEffects.Between(before, [.. state.Derived()])]);
        }

        return receipt;
    }

    /// <summary>A step of the agenda on the same terms: it takes its own entry, which the record stands for until then.</summary>
    public static void Step(LedgerState state, string entry, Action step)
    {
        if (state.IsTaking(Roses.RoseEffects.Agenda, entry))
        {
            return;
        }

        var before = state.Derived().ToArray();
        step();
        var effects = ActEffects.Between(before, [.. state.Derived()]);
        state.Follow([.. effects.Select(effect => effect is Unindex { Set: Roses.RoseEffects.Agenda } gone && gone.Member == entry ? new Take(gone.Set, gone.Member) : effect)]);
    }

    /// <summary>A change whose effects are the difference of what the record stood for.</summary>
    public static void Differ(LedgerState state, Action change)
    {
        var before = state.Derived().ToArray();
        change();
        state.Follow([.. ActEffects.Between(before, [.. state.Derived()])]);
    }

    /// <summary>A line of the audit log.</summary>
    public static Append Audit(HourMoment moment, string what, string target, ParticipantId by, string reason) =>
        new("audit", AuditEntry.Of(moment.Now, what, target, by, reason));
}
