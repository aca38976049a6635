using System.Globalization;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Couriers;

/// <inheritdoc cref="IRosterGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 2)]
public sealed class RosterGrain(
    [PersistentState(RosterState.Kind, LedgerStorage.Name)] IPersistentState<RosterState> roster,
    CampaignSettings settings, CellKeys keys, Cell cell) : LedgerGrain<RosterState>(roster, settings.Clock), IRosterGrain
{
    private PhoneKey Phone => PhoneKey.TryParse(cell.IdOf(this.GetPrimaryKeyString()), out var phone) ? phone : default;

    /// <inheritdoc/>
    public async Task<RosterResult> List(RosterListing listing)
    {
        var result = Change(now => RosterRules.List(State, Phone, listing, IsSameName(listing), now));
        await CommitAsync();
        return Exists ? result : Nothing(result);
    }

    /// <inheritdoc/>
    public async Task<RosterResult> Check(RosterListing listing)
    {
        var result = RosterRules.Check(State, listing, IsSameName(listing));
        await DurableAsync();
        return Exists ? result : Nothing(result);
    }

    /// <inheritdoc/>
    public async Task<RosterConfirmation> Confirm(ParticipantId courier, string company, bool showCompany, CommandId command, long over)
    {
        if (!Exists)
        {
            return Nothing(new RosterConfirmation(Outcome.NotFound));
        }

        var confirmation = Change(now => RosterRules.Confirm(State, courier, company, showCompany, command, over, now));
        await CommitAsync();
        return confirmation;
    }

    /// <inheritdoc/>
    public async Task<RosterView?> Find(string company)
    {
        var view = State.Of(company) is { } listing ? RosterRules.View(State, listing, keys) : null;
        await DurableAsync();
        return Exists ? view : Nothing(view);
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (entry.Split(':') is not ["free", _, var id, var number, .. var rest] || !ParticipantId.TryParse(id, out var courier) || !long.TryParse(number, CultureInfo.InvariantCulture, out var confirmation))
        {
            return;
        }

        await RunOnceAsync(_ => RosterRules.Free(State, entry, courier, confirmation, erase: rest is ["erase"]));
    }

    private bool IsSameName(RosterListing row) => State.Of(row.Company) is { } listing
        && RosterRules.NameOf(listing, keys) == (row.Name is { } name ? keys.Open(name, row.Salt) : null);
}
