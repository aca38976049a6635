using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Stations;
using Engagement.Web.Boards;
using Engagement.Web.Home;
using Engagement.Web.Roses;
using Engagement.Web.Shared;

namespace Engagement.Web.Stations;

/// <summary>Makes what the pages of stations show, from plain reads.</summary>
public sealed class StationBook(StationReader stations, RoseReader roses, PeopleReader people, SeededCatalogue catalogue, Names names, Wording wording, Links links)
{
    /// <summary>Open stations, those of the reader's district and those with somebody on duty first.</summary>
    public async Task<StationsPage> Open(string? near = null) => new([.. (await stations.All()).Where(station => !station.Closed)
        .OrderByDescending(station => station.Place.District == near).ThenByDescending(station => station.IsManned)
        .Select(station => new StationRow(station.Id.ToString(), station.Place.Name, station.Place.Kind, names.District(station.Place.District), station.IsManned))]);

    /// <summary>A station with the latest roses of its crew.</summary>
    public async Task<StationPage> Show(StationState station, int thanks)
    {
        var (latest, received) = (await stations.Latest(station.Id, thanks), await stations.Received(station.Id));
        var (_, lying) = await stations.Lying(station.Id, 1);
        var givers = await people.Read(latest.Select(hop => hop.From));
        return new(station.Id.ToString(), station.Place.Name, station.Place.Kind, names.District(station.Place.District), !station.Closed, station.IsManned, received,
            [.. latest.Select(hop => new StationThanks(Text(hop.Letter.Preset), givers[hop.From].Name ?? names.Citizen(hop.Giver.District),
                DateTimeOffset.FromUnixTimeMilliseconds(hop.At)))])
        {
            Address = Address(station.Id), Lying = lying,
        };
    }

    /// <summary>Roses that lie at a station for the next visitor, those that have lain longest first.</summary>
    public async Task<IReadOnlyList<LyingRose>> Lying(StationId station, int take)
    {
        var (found, _) = await stations.Lying(station, take);
        return [.. await Task.WhenAll(found.Select(async rose => new LyingRose(rose.Id.ToString(), (int)await roses.People(rose),
            DateTimeOffset.FromUnixTimeMilliseconds(rose.Since), rose.Paper is { } paper ? $"{paper.Batch} · {paper.Serial + 1}" : null)))];
    }

    /// <summary>The station's public page.</summary>
    public string Address(StationId station) => $"{links.Address}/stations/{station}";

    /// <summary>What a preset letter says.</summary>
    public string Text(string preset) => catalogue.Preset(preset) is { } found ? wording.Of(found) : preset;

    /// <summary>Districts where a station may be.</summary>
    public IReadOnlyList<Choice> Districts() => [.. catalogue.Reference.Districts.Select(district => new Choice(district.Code, names.District(district.Code)!))];

    /// <summary>All preset letters by their reason.</summary>
    public IReadOnlyList<StationPresets> Presets() => [.. catalogue.Reference.Reasons.Select(reason => new StationPresets(wording.Of(reason.Title),
        [.. reason.Presets.Select(preset => new Choice($"{reason.Id}:{preset.Id}", wording.Of(preset)))]))];
}
