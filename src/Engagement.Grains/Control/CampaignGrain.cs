using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Control;

/// <inheritdoc cref="ICampaignGrain"/>
[Reentrant]
public sealed class CampaignGrain([PersistentState(ControlState.Kind, LedgerStorage.Name)] IPersistentState<ControlState> control, ICampaignClock clock,
    SeededCatalogue catalogue, IMessageModerator moderator)
    : LedgerGrain<ControlState>(control, clock), ICampaignGrain
{
    /// <inheritdoc/>
    public Task<Receipt> Set(CommandId command, ParticipantId by, ControlField field, string value, string reason) =>
        Act(IsReason(reason) ? null : "reason", now => ControlRules.Set(State, command, by, field, value, reason, now, Clock.RealNow));

    /// <inheritdoc/>
    public Task<Receipt> Freeze(CommandId command, ParticipantId by, string unit, bool frozen, string reason) =>
        Act(!catalogue.HasUnit(unit) ? "unit" : IsReason(reason) ? null : "reason",
            now => ControlRules.Freeze(State, command, by, unit, frozen, reason, now, Clock.RealNow));

    /// <inheritdoc/>
    public Task<Receipt> Reword(CommandId command, ParticipantId by, string preset, PresetWords words, string reason)
    {
        var seeded = catalogue.Seeded(preset);
        var fault = seeded is null ? "preset" : !words.IsSeeded ? PresetCheck.Fault(words, moderator) : null;
        return Act(fault ?? (IsReason(reason) ? null : "reason"), now => ControlRules.Reword(State, command, by, seeded!, words, reason, now, Clock.RealNow));
    }

    /// <inheritdoc/>
    public Task<Receipt> Undo(CommandId command, ParticipantId by, int change) =>
        Act(null, now => ControlRules.Undo(State, command, by, change, now, Clock.RealNow));

    /// <inheritdoc/>
    public async Task<ControlCard> Show()
    {
        var card = new ControlCard(new Dictionary<ControlField, string>(State.Values), [.. State.Latest.AsEnumerable().Reverse()], [.. State.Frozen.Order(StringComparer.Ordinal)]);
        await TrueAsync();
        return card;
    }

    private async Task<Receipt> Act(string? fault, Func<DateTimeOffset, Receipt> rule)
    {
        var receipt = fault is null ? Change(rule) : new(Outcome.Invalid, fault);
        await CommitAsync();
        return receipt;
    }

    private static bool IsReason(string reason) => MessageText.Validate(reason, 200) == MessageTextError.None;
}
