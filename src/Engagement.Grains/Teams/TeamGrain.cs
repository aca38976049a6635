using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;
using Orleans.Concurrency;

namespace Engagement.Grains.Teams;

/// <inheritdoc cref="ITeamGrain"/>
[Reentrant, CollectionAgeLimit(Minutes = 5)]
public sealed class TeamGrain(
    [PersistentState(TeamState.Kind, LedgerStorage.Name)] IPersistentState<TeamState> team,
    CampaignSettings settings, Cell cell, CellKeys keys, ICatalogue catalogue, Organisations organisations) : LedgerGrain<TeamState>(team, settings.Clock), ITeamGrain
{
    private static readonly Receipt NoTeam = new(Outcome.NotFound);

    private string Me => cell.IdOf(this.GetPrimaryKeyString());

    /// <inheritdoc/>
    public async Task<Receipt> Found(CommandId command, ParticipantId by, FoundTeam found)
    {
        if (!OpaqueId.TryParse(Me, out var id))
        {
            return Nothing(NoTeam);
        }

        if (found.District is { } district && !catalogue.HasDistrict(district))
        {
            await DurableAsync();
            return new(Outcome.Invalid, "district");
        }

        var level = await organisations.LevelOf(found.Parent);
        return await Act(moment => TeamRules.Found(State, Me, keys.TeamCode(id), command, by, found, level, moment));
    }

    /// <inheritdoc/>
    public Task<Receipt> Rename(CommandId command, ParticipantId by, string name, string? english, int until) =>
        Known(moment => TeamRules.Rename(State, command, by, name, english, until, moment));

    /// <inheritdoc/>
    public async Task<Receipt> Move(CommandId command, ParticipantId by, string parent)
    {
        var level = await organisations.LevelOf(parent);
        return await Known(moment => TeamRules.Move(State, command, by, parent, level, moment));
    }

    /// <inheritdoc/>
    public async Task<Receipt> Link(CommandId command, ParticipantId by, string parent, bool linked)
    {
        var level = await organisations.LevelOf(parent);
        return await Known(moment => TeamRules.Link(State, command, by, parent, level, linked, moment));
    }

    /// <inheritdoc/>
    public Task<Receipt> Dissolve(CommandId command, ParticipantId by, string reason) =>
        Known(moment => TeamRules.Dissolve(State, command, by, reason, moment));

    /// <inheritdoc/>
    public async Task<TeamCard?> Card()
    {
        var card = Exists ? State.Card() : null;
        await DurableAsync();
        return card ?? Nothing<TeamCard?>(null);
    }

    /// <inheritdoc/>
    public async Task Due(string entry)
    {
        if (!Exists)
        {
            Nothing(true);
            return;
        }

        await RunOnceAsync(now => TeamRules.RunOut(State, settings.At(now)));
    }

    private async Task<Receipt> Known(Func<Moment, Receipt> turn) => Exists ? await Act(turn) : Nothing(NoTeam);

    private async Task<Receipt> Act(Func<Moment, Receipt> turn)
    {
        var receipt = Change(now => turn(settings.At(now)));
        await CommitAsync();
        return receipt;
    }
}
