using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Moderation;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Acts;

/// <inheritdoc cref="ICivicActGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 5)]
public sealed partial class CivicActGrain(
    [PersistentState(CivicActState.Kind, LedgerStorage.Name)] IPersistentState<CivicActState> act,
    ActSettings settings, CellGrains grains, CellKeys keys, ICatalogue catalogue, RoseReader roses, ActReader acts)
    : LedgerGrain<CivicActState>(act, settings.Clock), ICivicActGrain
{
    private static readonly Receipt NoAct = new(Outcome.NotFound);

    /// <inheritdoc/>
    public Task<Receipt> Supply(CommandId command, ParticipantId by, ActDetails details) => Own(by, async () =>
    {
        if (details is { Place: null, Photo: null, Note: null })
        {
            return new(Outcome.Invalid, "details");
        }

        if (ActInput.Fault(details, catalogue) is { } field)
        {
            return new(Outcome.Invalid, field);
        }

        var note = await Sealed(details.Note);
        return new(Change(now => ActRules.Supply(
            State, command, Content.Of("supply", details.Place, details.Photo, details.Note), details, note, settings.At(now))));
    });

    /// <inheritdoc/>
    public Task<Receipt> Withdraw(CommandId command, ParticipantId by) =>
        Own(by, () => Task.FromResult(new Receipt(Change(now => ActRules.Withdraw(State, command, settings.At(now))))));

    /// <inheritdoc/>
    public Task<Receipt> Hide(CommandId command, ParticipantId by, bool hidden) =>
        Own(by, () => Task.FromResult(new Receipt(Change(now => ActRules.Hide(State, command, hidden, settings.At(now))))));

    /// <inheritdoc/>
    public Task<Receipt> Appeal(CommandId command, ParticipantId by, string? note) => Own(by, async () =>
    {
        if (ActInput.Fault(new ActDetails(Note: note), catalogue) is { } field)
        {
            return new(Outcome.Invalid, field);
        }

        var box = await Sealed(note);
        return new(Change(now => ActRules.Appeal(State, command, Content.Of("appeal", note), box, settings.At(now))));
    });

    /// <inheritdoc/>
    public async Task Erase()
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        Change(_ =>
        {
            ActRules.Erase(State);
            return true;
        });
        await CommitAsync();
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        await RunOnceAsync(now => ActRules.Escalate(State, settings.At(now)));
    }

    // The courier's own commands: to anybody else there is no such act.
    private async Task<Receipt> Own(ParticipantId by, Func<Task<Receipt>> command)
    {
        if (!Exists)
        {
            return Nothing(NoAct);
        }

        var receipt = State.Courier == by ? await command() : NoAct;
        await CommitAsync();
        return receipt;
    }

    // Lines are sealed under the courier's salt, whoever writes them: they go with the account.
    private async Task<byte[]?> Sealed(string? text) =>
        text is not null && (await grains.Participant(State.Courier).Writer()).Salt is { Length: > 0 } salt ? keys.Seal(text, salt) : null;
}
