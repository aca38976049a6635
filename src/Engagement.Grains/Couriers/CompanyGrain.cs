using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Couriers;

/// <inheritdoc cref="ICompanyGrain"/>
[Reentrant]
public sealed class CompanyGrain(
    [PersistentState(CompanyState.Kind, LedgerStorage.Name)] IPersistentState<CompanyState> company,
    CampaignSettings settings, CellKeys keys, Cell cell) : LedgerGrain<CompanyState>(company, settings.Clock), ICompanyGrain
{
    /// <inheritdoc/>
    public async Task<KeyIssued> IssueKey(CommandId command, ParticipantId by, string note)
    {
        var name = cell.IdOf(this.GetPrimaryKeyString());
        var key = $"{name}.{OpaqueId.Format(keys.Import(name, command))}";
        var frozen = settings.Control.FreezesCompany(name) && !State.Keys.Exists(known => known.Id == key);
        var issued = frozen ? new(Outcome.SwitchedOff) : Change(now => CompanyRules.Issue(State, key, note, by, now));
        await CommitAsync();
        return Exists ? issued : Nothing(issued);
    }

    /// <inheritdoc/>
    public async Task<Receipt> RevokeKey(ParticipantId by, string key)
    {
        if (!Exists)
        {
            return Nothing(new Receipt(Outcome.NotFound));
        }

        var outcome = Change(now => CompanyRules.Revoke(State, key, by, now));
        await CommitAsync();
        return new(outcome);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CompanyKey>> Keys()
    {
        CompanyKey[] all = [.. State.Keys.AsEnumerable().Reverse()];
        await DurableAsync();
        return Exists ? all : Nothing(all);
    }

    /// <inheritdoc/>
    public async Task<bool> Accepts(string key)
    {
        var accepts = State.Keys.Exists(known => known.Id == key && known.RevokedAt == 0);
        await TrueAsync(); // a key that was ended elsewhere is ended
        return Exists ? accepts : Nothing(false);
    }
}
