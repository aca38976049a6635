using Engagement.Contracts;
using StackExchange.Redis;

namespace Engagement.Grains.Bouquets;

/// <summary>Names of a bouquet's entries outside its record.</summary>
internal static class BouquetEffects
{
    public static string Given(ParticipantId person) => $"bouquets:{person}";

    public static RedisValue Member(BouquetId bouquet) => OpaqueId.Bytes(bouquet.Value);

    public static string Expiry(BouquetId bouquet) => $"bouquet:{bouquet}";

    /// <summary>Message to the sender: so many roses go back to where they were debited.</summary>
    public static string Leftover(BouquetState bouquet) =>
        $"leftover:{bouquet.Sender}:{bouquet.Id}:{bouquet.RosesLeft}:{(bouquet.FromBudget ? "budget" : "allowance")}";
}
