using System.Buffers.Binary;
using Engagement.Contracts;
using StackExchange.Redis;

namespace Engagement.Grains.Roses;

/// <summary>Whether a hop was the counted one of its pair and day.</summary>
public enum Counted
{
    /// <summary>The guard tells.</summary>
    Unknown = 0,

    /// <summary>Counted on boards.</summary>
    Yes,

    /// <summary>Counted on no board.</summary>
    No,
}

/// <summary>Which end of a hop is a rose station and no person. The numbers are stored.</summary>
public enum HopPlace
{
    /// <summary>Neither; or the rose was born at a station (<see cref="RoseState.Placed"/>).</summary>
    None = 0,

    /// <summary>It was left at a station for the next visitor.</summary>
    To = 1,

    /// <summary>A visitor took it from there.</summary>
    From = 2,
}

/// <summary>One passing of a rose from hand to hand. The latest lies in the rose's record, older ones in its hop list.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.rose.hop")]
public sealed class Hop
{
    /// <summary>From 1.</summary>
    [Id(0)] public int Number { get; set; }

    /// <summary>Who gave.</summary>
    [Id(1)] public ParticipantId From { get; set; }

    /// <summary>Who took.</summary>
    [Id(2)] public ParticipantId To { get; set; }

    /// <summary>Unix milliseconds of the claim.</summary>
    [Id(3)] public long At { get; set; }

    /// <summary>Shanghai day of the claim, like 20261123.</summary>
    [Id(4)] public int Day { get; set; }

    /// <summary>Seconds since the campaign's start: decides ties on boards.</summary>
    [Id(5)] public int Second { get; set; }

    /// <summary>What was said.</summary>
    [Id(6)] public Letter Letter { get; set; } = new();

    /// <summary>The giver's units at the claim.</summary>
    [Id(7)] public Attribution Giver { get; set; } = new();

    /// <summary>The offer it took.</summary>
    [Id(8)] public int Offer { get; set; }

    /// <summary>Known at the latest when the hop leaves the record.</summary>
    [Id(9)] public Counted Counted { get; set; }

    /// <summary>Phrase id of the taker's thanks; null until thanked.</summary>
    [Id(10)] public string? Thanks { get; set; }

    /// <summary>Unix milliseconds of the thanks; 0 until thanked.</summary>
    [Id(11)] public long ThankedAt { get; set; }

    /// <summary>Unix milliseconds of the taker's phone, when a paper rose was scanned without network; else 0.</summary>
    [Id(12)] public long DeviceAt { get; set; }

    /// <summary>That phone's own count of such scans.</summary>
    [Id(13)] public long Counter { get; set; }

    /// <summary>Left at a station, or taken there.</summary>
    [Id(14)] public HopPlace Station { get; set; }

    /// <summary>The guard of this pair and day: one hash per day and 1,024th of givers keeps them small.</summary>
    public string PairGuard => $"pair:{Day}:{Bucket(From):x3}";

    /// <summary>The counter of the taker's counted receipts of the day.</summary>
    public string ReceiptCounter => $"receipts:{Day}:{Bucket(To):x3}";

    /// <summary>Giver and taker, raw.</summary>
    public RedisValue PairMember => (byte[])[.. OpaqueId.Bytes(From.Value), .. OpaqueId.Bytes(To.Value)];

    /// <summary>This hop as the owner of a guard: the rose and the hop's number, raw.</summary>
    public RedisValue Owner(RoseId rose)
    {
        var owner = new byte[20];
        rose.Value.TryWriteBytes(owner, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(owner.AsSpan(16), Number);
        return owner;
    }

    private static int Bucket(ParticipantId id) => BinaryPrimitives.ReadUInt16BigEndian(OpaqueId.Bytes(id.Value)) & 1023;
}
