using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Participants;
using Engagement.Grains.Roses;
using Engagement.Grains.Storage;

namespace Engagement.Rig.Serve;

/// <summary>Ids, secrets and answers that every peer makes as the product does.</summary>
public sealed class PeerLinks(CellKeys keys, CampaignSettings settings)
{
    /// <summary>The product looks at as many offers of a rose.</summary>
    public const int Offers = 16;

    /// <summary>The rose that a command brings into the world.</summary>
    public RoseId Born(ParticipantId sender, CommandId command) => new(keys.Born(sender.Value, command.Value, 0));

    /// <summary>The offer that a secret belongs to, among the latest sixteen; 0 for none.</summary>
    public int OfferOf(RoseId rose, int offers, string? secret)
    {
        for (var offer = offers; secret is not null && offer > 0 && offer > offers - Offers; offer--)
        {
            if (keys.IsLinkSecret(rose.Value, offer, secret))
            {
                return offer;
            }
        }

        return 0;
    }

    internal SendReceipt Receipt(RoseId rose, SendResult result) => new(Outcome.Done, rose, keys.LinkSecret(rose.Value, 1),
        DateTimeOffset.FromUnixTimeMilliseconds(result.At).AddHours(settings.Roses.OfferHours), result.Remaining, result.Held);

    /// <summary>What a send asks for, as the product digests it.</summary>
    public static ulong ContentOf(SendRose send) => Content.Of("send", send.Words.Reason, send.Words.Preset, send.Words.Text,
        send.Words.Addressee, send.To.ToString(), send.Anonymous ? "1" : "0");

    internal static Attribution Attribution(Units units) => new(units.District, units.Community, units.Organisation, units.Company);
}
