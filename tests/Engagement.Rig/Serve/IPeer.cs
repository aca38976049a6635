using Engagement.Contracts;
using Engagement.Grains.Participants;

namespace Engagement.Rig.Serve;

/// <summary>
/// Another way to do the product's work behind the same routes. It answers only when what it says is on disk, and the
/// same command gets the same answer again.
/// </summary>
public interface IPeer
{
    /// <summary>Makes what the store must have before the first request. Safe to repeat.</summary>
    Task Prepare();

    /// <summary>Stores a new person.</summary>
    Task Enter(ParticipantState person);

    /// <summary>Gives a rose: allowance, rose, offer, index, totals.</summary>
    Task<SendReceipt> Send(ParticipantId me, CommandId command, SendRose send);

    /// <summary>Takes a rose: holder, hop, boxes, guard of the pair, boards, totals.</summary>
    Task<ClaimReceipt> Claim(RoseId rose, CommandId command, ClaimRose claim);
}

/// <summary>A peer that has bouquets too.</summary>
public interface IBouquetPeer : IPeer
{
    /// <summary>Gives a bouquet, paid from a granted budget.</summary>
    Task<BouquetSent> SendBouquet(ParticipantId me, CommandId command, SendBouquet send);

    /// <summary>Takes a share; one a person.</summary>
    Task<ShareReceipt> ClaimShare(BouquetId bouquet, CommandId command, ClaimRose claim);
}
