using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace Engagement.Grains.Nominations;

/// <inheritdoc cref="INominationGrain"/>
[Reentrant]
public sealed class NominationGrain(
    [PersistentState(NominationsState.Kind, LedgerStorage.Name)] IPersistentState<NominationsState> nominations,
    CampaignSettings settings, CellKeys keys, Cell cell, CellGrains grains, IOptions<NominationOptions> options)
    : LedgerGrain<NominationsState>(nominations, settings.Clock), INominationGrain
{
    /// <summary>Characters of a code.</summary>
    public const int CodeLength = 10;

    private ParticipantId Courier => ParticipantId.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var courier) ? courier : default;

    /// <inheritdoc/>
    public async Task<NominationsView> Show()
    {
        var view = new NominationsView(State.Code, [.. State.Thanks.OrderByDescending(thanks => thanks.At)
            .Select(thanks => new NominationView(Handle(thanks.By), thanks.Reason, thanks.Preset, thanks.At, thanks.Times, thanks.State))]);
        await DurableAsync();
        return Exists ? view : Nothing(view);
    }

    /// <inheritdoc/>
    public async Task<Receipt> MakeCode(CommandId command)
    {
        var courier = Courier;
        if (courier.IsNone || !(await grains.Courier(courier).Card()).Active)
        {
            await DurableAsync();
            return Exists ? new(Outcome.NotEnrolled) : Nothing(new Receipt(Outcome.NotEnrolled));
        }

        var outcome = Change(now => NominationRules.MakeCode(State, courier, command, issue => Code(courier, issue), settings.At(now)));
        await CommitAsync();
        return new(outcome);
    }

    /// <inheritdoc/>
    public async Task<Receipt> Decide(CommandId command, string? handle, bool accept)
    {
        if (!Exists)
        {
            return Nothing(new Receipt(Outcome.NotFound));
        }

        var outcome = Change(now => NominationRules.Decide(State, command, handle, Handle, accept, settings.At(now)));
        await CommitAsync();
        return new(outcome);
    }

    /// <inheritdoc/>
    public async Task Forget()
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        Change(_ =>
        {
            NominationRules.Forget(State);
            return true;
        });
        await CommitAsync();
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (entry.Split(':') is not [_, var courier, var by, var reason, var preset, var at]
            || courier != Courier.ToString() || !ParticipantId.TryParse(by, out var person) || !long.TryParse(at, CultureInfo.InvariantCulture, out var instant))
        {
            return;
        }

        var thanks = new Nomination(person, reason, preset, instant);
        await RunOnceAsync(now => NominationRules.Receive(State, entry, thanks, options.Value, settings.At(now)));
    }

    private string Handle(ParticipantId by) => keys.Handle(Courier.Value, by.Value);

    private string Code(ParticipantId courier, int issue)
    {
        OpaqueId.TryParse(keys.SceneTag("thanks", courier.Value, issue), out var bits);
        return ShortCode.Of(OpaqueId.Bytes(bits), CodeLength);
    }
}
