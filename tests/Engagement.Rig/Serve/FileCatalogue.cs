using Engagement.Contracts;
using Engagement.Grains.Campaigns;

namespace Engagement.Rig.Serve;

/// <summary>The pilot city's catalogue, straight from its files: no peer is asked to seed a store.</summary>
internal sealed class FileCatalogue : ICatalogue
{
    private readonly Dictionary<string, string[]> _presets;

    public FileCatalogue()
    {
        Reference = ReferenceDataLoader.Load(Path.Combine(Programs.Root(), "infra", "jiangmen"));
        _presets = Reference.Reasons.ToDictionary(reason => reason.Id, reason => reason.Presets.Select(preset => preset.Id).ToArray());
    }

    public ReferenceData Reference { get; }

    public bool HasReason(string reason) => _presets.ContainsKey(reason);

    public bool HasPreset(string reason, string preset) => _presets.TryGetValue(reason, out var presets) && presets.Contains(preset);

    public string StandIn(string reason) => Reference.Neutral?.Presets[0].Id ?? "";

    public bool HasPhrase(string phrase) => Reference.Thanks.Any(thanks => thanks.Id == phrase);

    public bool HasAct(string act) => false;

    public bool HasDistrict(string district) => Reference.Districts.Any(known => known.Code == district);

    public bool HasCommunity(string district, string community) =>
        Reference.Districts.FirstOrDefault(known => known.Code == district)?.Towns.Any(town => town.Code == community) == true;

    public string? OrganisationOf(string code) => Reference.OrganisationByCode(code)?.Id;

    public string? CompanyOf(string code) => Reference.CompanyByCode(code)?.Id;

    public bool IsPresetName(string name) => Reference.Names.Any(known => known.Zh == name || known.En == name);
}
