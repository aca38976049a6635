using System.Security.Cryptography;
using Engagement.Contracts;
using Engagement.Grains.Bouquets;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Storage;
using Engagement.Web.Home;

namespace Engagement.Web.Bouquets;

/// <summary>Lays a bouquet out for people: its words, who took what, and its proof.</summary>
public sealed class BouquetTable(PeopleReader people, SeededCatalogue catalogue, Wording texts, CellKeys keys, ICampaignClock clock)
{
    private const int Listed = 100;

    /// <summary>Whether nothing can be taken any more.</summary>
    public bool IsClosed(BouquetState bouquet) => !bouquet.IsOpen || clock.UtcNow.ToUnixTimeMilliseconds() >= bouquet.Due;

    /// <summary>Whether this is the link's secret.</summary>
    public bool Opens(BouquetState bouquet, string? secret) => keys.IsLinkSecret(bouquet.Id.Value, 1, secret);

    /// <summary>The link's secret, for its giver only.</summary>
    public string SecretOf(BouquetState bouquet) => keys.LinkSecret(bouquet.Id.Value, 1);

    /// <summary>What every rose in it says.</summary>
    public string TextOf(BouquetState bouquet) => catalogue.Preset(bouquet.Letter.Preset) is { } preset ? texts.Of(preset) : "";

    /// <summary>How it stands. The largest shares are named when all is over, all that tie, and stand first.</summary>
    public async Task<BouquetTally> Tally(BouquetState bouquet, ParticipantId viewer)
    {
        var closed = IsClosed(bouquet);
        var most = closed && bouquet.Taken.Count > 1 ? bouquet.Taken.Max(share => share.Roses) : int.MaxValue;
        Share[] listed = [.. bouquet.Taken.AsEnumerable().Reverse().OrderByDescending(share => share.Roses == most).Take(Listed)];
        var seen = await people.Read(listed.Select(share => share.By));
        var lucky = bouquet.Split == Split.Lucky;
        return new(bouquet.Roses, bouquet.Shares, bouquet.Taken.Count, lucky, DateTimeOffset.FromUnixTimeMilliseconds(bouquet.Due), closed,
            [.. listed.Select(share => new BouquetShare(seen[share.By].Name, share.Roses, lucky && share.Roses == most, share.By == viewer))],
            lucky ? Convert.ToHexStringLower(SHA256.HashData(bouquet.Seed)) : null, lucky && closed ? Convert.ToHexStringLower(bouquet.Seed) : null);
    }
}
