using Engagement.Contracts;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Engagement.Grains.Campaigns;

/// <summary>The catalogue of this process: read from the campaign's record at start and every half minute.</summary>
public sealed partial class SeededCatalogue(StoreConnection store, RecordFormat format, Cell cell, ILogger<SeededCatalogue> log) : RecordPoll(TimeSpan.FromSeconds(30)), ICatalogue
{
    private volatile Snapshot _now = Snapshot.Empty;

    /// <summary>What was seeded; empty before the first seed.</summary>
    public ReferenceData Reference => _now.Reference;

    /// <inheritdoc/>
    public bool HasReason(string reason) => _now.Presets.ContainsKey(reason);

    /// <inheritdoc/>
    public bool HasPreset(string reason, string preset) => _now.Presets.TryGetValue(reason, out var presets) && presets.Contains(preset);

    /// <inheritdoc/>
    public string StandIn(string reason) =>
        _now.Reference.Neutral?.Presets[0].Id ?? (_now.Presets.TryGetValue(reason, out var presets) ? presets[0] : "");

    /// <inheritdoc/>
    public string Neutral => _now.Reference.Neutral?.Id ?? "";

    /// <inheritdoc/>
    public bool HasCompany(string company) => _now.Reference.Companies.Any(known => known.Id == company);

    /// <inheritdoc/>
    public bool HasPhrase(string phrase) => _now.Reference.Thanks.Any(thanks => thanks.Id == phrase);

    /// <inheritdoc/>
    public bool HasAct(string act) => _now.Reference.Act(act) is not null;

    /// <inheritdoc/>
    public bool HasServiceClass(string service) => _now.Reference.Service(service) is not null;

    /// <inheritdoc/>
    public bool HasOrganisation(string organisation) => _now.Reference.Organisations.Any(known => known.Id == organisation);

    /// <inheritdoc/>
    public bool HasDistrict(string district) => _now.Reference.Districts.Any(known => known.Code == district);

    /// <inheritdoc/>
    public bool HasCommunity(string district, string community) =>
        _now.Reference.Districts.FirstOrDefault(known => known.Code == district)?.Towns.Any(town => town.Code == community) == true;

    /// <inheritdoc/>
    public string? OrganisationOf(string code) => _now.Reference.OrganisationByCode(code)?.Id;

    /// <inheritdoc/>
    public string? CompanyOf(string code) => _now.Reference.CompanyByCode(code)?.Id;

    /// <inheritdoc/>
    public bool IsPresetName(string name) => _now.Reference.Names.Any(known => known.Zh == name || known.En == name);

    /// <inheritdoc/>
    public override async Task Refresh()
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(CampaignState.Kind, cell.Campaign));
        if (record is not null && format.Read<CampaignState>(record) is { Reference: { } reference })
        {
            reference = reference.Acts.IsDefault ? reference with { Acts = [] } : reference; // seeded before there were any
            reference = reference.ServiceClasses.IsDefault ? reference with { ServiceClasses = [] } : reference;
            _now = new(reference, reference.Reasons.ToDictionary(reason => reason.Id, reason => reason.Presets.Select(preset => preset.Id).ToArray()));
        }
        else
        {
            NotSeeded();
        }
    }

    private sealed record Snapshot(ReferenceData Reference, Dictionary<string, string[]> Presets)
    {
        public static readonly Snapshot Empty = new(
            new() { Districts = [], Companies = [], Organisations = [], Reasons = [], Thanks = [], Names = [] }, []);
    }

    [LoggerMessage(LogLevel.Warning, "The campaign has no reference data yet: run the subcommand seed")]
    private partial void NotSeeded();

    [LoggerMessage(LogLevel.Warning, "The reference data could not be read: {Why}")]
    protected override partial void Away(string why);
}
