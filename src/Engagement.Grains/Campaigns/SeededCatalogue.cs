using Engagement.Contracts;
using Engagement.Grains.Control;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Logging;

namespace Engagement.Grains.Campaigns;

/// <summary>
/// The catalogue of this process: read from the campaign's record at start and every half minute, with the preset letters in the words that
/// operators gave them, at most ten seconds old.
/// </summary>
public sealed partial class SeededCatalogue(StoreConnection store, RecordFormat format, Cell cell, ISwitches switches, ILogger<SeededCatalogue> log)
    : RecordPoll(TimeSpan.FromSeconds(30)), ICatalogue
{
    private volatile ReferenceData _seeded = Nothing;
    private volatile Snapshot _now = Snapshot.Of(Nothing, ControlNow.Unchanged);

    /// <summary>What is offered; empty before the first seed.</summary>
    public ReferenceData Reference => Now.Reference;

    /// <summary>What was seeded, without what operators changed since.</summary>
    public ReferenceData Unchanged => _seeded;

    private static ReferenceData Nothing => new() { Districts = [], Companies = [], Organisations = [], Reasons = [], Thanks = [], Names = [] };

    private Snapshot Now
    {
        get
        {
            var (now, seeded, control) = (_now, _seeded, switches.Now);
            return ReferenceEquals(now.Seeded, seeded) && ReferenceEquals(now.Control, control) ? now : _now = Snapshot.Of(seeded, control); // two at once make the same
        }
    }

    /// <summary>A preset letter as the seed says it; null for none.</summary>
    public Phrase? Seeded(string preset) => _seeded.Reasons.SelectMany(reason => reason.Presets).FirstOrDefault(known => known.Id == preset);

    /// <summary>The preset letter that a record names, in the words that were chosen then; null for none.</summary>
    public Phrase? Preset(string id) => Seeded(id) ?? switches.Now.Wordings.FirstOrDefault(wording => wording.Id == id)?.Phrase;

    /// <summary>Whether there is such a unit, by <see cref="ControlUnit"/>.</summary>
    public bool HasUnit(string unit) => _seeded.Companies.Any(known => ControlUnit.Company(known.Id) == unit)
        || _seeded.Organisations.Any(known => ControlUnit.Organisation(known.Id) == unit);

    /// <inheritdoc/>
    public bool HasReason(string reason) => Now.Presets.ContainsKey(reason);

    /// <inheritdoc/>
    public bool HasPreset(string reason, string preset) => Now.Presets.TryGetValue(reason, out var presets) && presets.Contains(preset);

    /// <inheritdoc/>
    public string StandIn(string reason) =>
        Reference.Neutral?.Presets[0].Id ?? (Now.Presets.TryGetValue(reason, out var presets) ? presets[0] : "");

    /// <inheritdoc/>
    public string Neutral => Reference.Neutral?.Id ?? "";

    /// <inheritdoc/>
    public bool HasCompany(string company) => Reference.Companies.Any(known => known.Id == company);

    /// <inheritdoc/>
    public bool HasPhrase(string phrase) => Reference.Thanks.Any(thanks => thanks.Id == phrase);

    /// <inheritdoc/>
    public bool HasAct(string act) => Reference.Act(act) is not null;

    /// <inheritdoc/>
    public bool HasServiceClass(string service) => Reference.Service(service) is not null;

    /// <inheritdoc/>
    public bool HasOrganisation(string organisation) => Reference.Organisations.Any(known => known.Id == organisation);

    /// <inheritdoc/>
    public bool HasDistrict(string district) => Reference.Districts.Any(known => known.Code == district);

    /// <inheritdoc/>
    public int Between(string from, string to) => Borders.Between(_now.Reference.Districts, from, to);

    /// <inheritdoc/>
    public bool HasCommunity(string district, string community) =>
        Reference.Districts.FirstOrDefault(known => known.Code == district)?.Towns.Any(town => town.Code == community) == true;

    /// <inheritdoc/>
    public string? OrganisationOf(string code) => Reference.OrganisationByCode(code)?.Id;

    /// <inheritdoc/>
    public string? CompanyOf(string code) => Reference.CompanyByCode(code)?.Id;

    /// <inheritdoc/>
    public bool IsPresetName(string name) => Reference.Names.Any(known => known.Zh == name || known.En == name);

    /// <inheritdoc/>
    public override async Task Refresh()
    {
        byte[]? record = await store.Database.StringGetAsync(cell.Record(CampaignState.Kind, cell.Campaign));
        if (record is not null && format.Read<CampaignState>(record) is { Reference: { } reference })
        {
            reference = reference.Acts.IsDefault ? reference with { Acts = [] } : reference; // seeded before there were any
            _seeded = reference.ServiceClasses.IsDefault ? reference with { ServiceClasses = [] } : reference;
        }
        else
        {
            NotSeeded();
        }
    }

    private sealed record Snapshot(ReferenceData Seeded, ControlNow Control, ReferenceData Reference, Dictionary<string, string[]> Presets)
    {
        public static Snapshot Of(ReferenceData seeded, ControlNow control)
        {
            var reference = control.Wordings.Count == 0 ? seeded : seeded with
            {
                Reasons = [.. seeded.Reasons.Select(reason => reason with { Presets = [.. reason.Presets.Select(preset => control.Wording(preset.Id)?.Phrase ?? preset)] })],
            };
            return new(seeded, control, reference, reference.Reasons.ToDictionary(reason => reason.Id, reason => reason.Presets.Select(preset => preset.Id).ToArray()));
        }
    }

    [LoggerMessage(LogLevel.Warning, "The campaign has no reference data yet: run the subcommand seed")]
    private partial void NotSeeded();

    [LoggerMessage(LogLevel.Warning, "The reference data could not be read: {Why}")]
    protected override partial void Away(string why);
}
