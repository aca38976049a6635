using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Control;

/// <inheritdoc cref="ICampaignGrain"/>
[Reentrant]
public sealed class CampaignGrain([PersistentState(ControlState.Kind, LedgerStorage.Name)] IPersistentState<ControlState> control, ICampaignClock clock)
    : LedgerGrain<ControlState>(control, clock), ICampaignGrain
{
    /// <inheritdoc/>
    public Task<Receipt> Set(CommandId command, ParticipantId by, ControlField field, string value, string reason) =>
        MessageText.Validate(reason, 200) != MessageTextError.None
            ? Task.FromResult(new Receipt(Outcome.Invalid, "reason"))
            : Act(now => ControlRules.Set(State, command, by, field, value, reason, now, Clock.RealNow));

    /// <inheritdoc/>
    public Task<Receipt> Undo(CommandId command, ParticipantId by, int change) =>
        Act(now => ControlRules.Undo(State, command, by, change, now, Clock.RealNow));

    /// <inheritdoc/>
    public async Task<ControlCard> Show()
    {
        var card = new ControlCard(new Dictionary<ControlField, string>(State.Values), [.. State.Latest.AsEnumerable().Reverse()]);
        await TrueAsync();
        return card;
    }

    private async Task<Receipt> Act(Func<DateTimeOffset, Receipt> rule)
    {
        var receipt = Change(rule);
        await CommitAsync();
        return receipt;
    }
}
