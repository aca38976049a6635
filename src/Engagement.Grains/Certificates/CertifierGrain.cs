using Engagement.Contracts;
using Engagement.Grains.Hours;
using Engagement.Grains.Moderation;
using Engagement.Grains.Photos;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Certificates;

/// <inheritdoc cref="ICertifierGrain"/>
[CollectionAgeLimit(Minutes = 5)]
internal sealed class CertifierGrain(
    [PersistentState(CertifierState.Kind, LedgerStorage.Name)] IPersistentState<CertifierState> certifier, HourSettings settings, Cell cell)
    : LedgerGrain<CertifierState>(certifier, settings.Clock), ICertifierGrain
{
    private const int LongestName = 20, LongestPhone = 40;

    /// <inheritdoc/>
    public async Task<Receipt> Sign(CommandId command, ParticipantId by, CertifierContact contact)
    {
        var field = Fault(contact.InCharge, LongestName) ? "inCharge" : Fault(contact.Handler, LongestName) ? "handler" : Fault(contact.Phone, LongestPhone) ? "phone" : null;
        if (field is not null)
        {
            await DurableAsync();
            return new(Outcome.Invalid, field);
        }

        return await Run(command, Content.Of("sign", contact.InCharge, contact.Handler, contact.Phone), by, "certifier.sign", () => State.Contact = contact);
    }

    /// <inheritdoc/>
    public Task<Receipt> Seal(CommandId command, ParticipantId by, string? photo) => Run(command, Content.Of("seal", photo), by, "certifier.seal", () =>
    {
        if (State.Seal is { } former)
        {
            State.Follow(PhotoEffects.Drop(former, State.SealedBy, Use));
        }

        (State.Seal, State.SealedBy, State.Seals) = (photo, by, State.Seals + 1);
        if (photo is not null)
        {
            State.Follow(PhotoEffects.Keep(photo, by, Use));
        }
    });

    private string Use => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"seal.{State.Organisation}.{State.Seals}");

    private async Task<Receipt> Run(CommandId command, ulong content, ParticipantId by, string what, Action change)
    {
        var receipt = Change(now => HourCommands.Once(State, State.Commands, command, content, settings.At(now), () =>
        {
            State.Organisation = cell.IdOf(this.GetPrimaryKeyString());
            change();
            State.Follow(HourCommands.Audit(settings.At(now), what, State.Organisation, by, ""));
            return Receipt.Done;
        }));
        await CommitAsync();
        return receipt;
    }

    private static bool Fault(string text, int longest) => text.Length > 0 && MessageText.Validate(text, longest) != MessageTextError.None;
}
