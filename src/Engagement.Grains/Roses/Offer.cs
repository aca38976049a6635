using Engagement.Contracts;

namespace Engagement.Grains.Roses;

/// <summary>A rose waiting to be taken.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.rose.offer")]
public sealed class Offer
{
    /// <summary>From 1; a new number makes older links dead.</summary>
    [Id(0)] public int Number { get; set; }

    /// <summary>Unix milliseconds.</summary>
    [Id(1)] public long At { get; set; }

    /// <summary>Unix milliseconds from which on it can't be claimed.</summary>
    [Id(2)] public long Due { get; set; }

    /// <summary>The one person it is for; default for whoever comes first.</summary>
    [Id(3)] public ParticipantId To { get; set; }

    /// <summary>The addressee blocks the giver: it is in no inbox and comes back unclaimed. Silent to the giver (RR-10).</summary>
    [Id(4)] public bool Silenced { get; set; }

    /// <summary>What it says.</summary>
    [Id(5)] public Letter Letter { get; set; } = new();
}
