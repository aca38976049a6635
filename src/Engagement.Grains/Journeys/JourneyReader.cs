using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Journeys;

/// <summary>Plain reads that make a rose's journey.</summary>
public sealed class JourneyReader(StoreConnection store, Cell cell, RoseReader roses, PeopleReader people, ICampaignClock clock)
{
    /// <summary>Passings that are looked at, the newest ones: a rose of ten thousand hands is never loaded whole.</summary>
    public const int Looked = 200;

    /// <summary>The journey; null for a rose that was voided.</summary>
    public async Task<Journey?> Of(RoseState rose)
    {
        if (rose.Status == RoseStatus.Voided)
        {
            return null;
        }

        var skipped = Math.Max(0, rose.Hops - Looked);
        var hops = await roses.Hops(rose, skipped, Looked);
        var counted = store.Database.HashGetAllAsync(cell.Key(ParticipantEffects.Places));
        var seen = await people.Read([rose.Sender, rose.Holder, .. hops.Where(hop => hop.Station == HopPlace.From).Select(hop => hop.From)]);
        var living = (await counted).ToDictionary(place => (string)place.Name!, place => (long)place.Value);

        // A giver's place is what the passing itself remembers; only the last hands are where their owner lives now.
        string? Giver(Hop hop) => hop.Station == HopPlace.From || hop.Number == 1 && seen[rose.Sender].Station ? seen[hop.From].District : hop.Letter.Anonymous ? null : hop.Giver.District;
        List<(string?, long)> hands = [.. hops.Select((hop, i) => (Giver(hop), i > 0 ? hops[i - 1].At : skipped == 0 ? rose.BornAt : hop.At))];
        hands.Add((seen[rose.Holder].District, rose.Latest?.At ?? rose.BornAt));
        return JourneyRules.Tell(hands, district => living.GetValueOrDefault(district), clock.UtcNow.ToUnixTimeMilliseconds(), skipped);
    }
}
