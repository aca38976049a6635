using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Campaigns;

/// <summary>The campaign's record: what there is to choose from, as seeded.</summary>
[GenerateSerializer, Alias("eng.campaign.state")]
public sealed class CampaignState : LedgerState
{
    /// <summary>Name of the record in keys; its id is the campaign's.</summary>
    public const string Kind = "campaign";

    /// <summary>Districts, units, reasons, phrases and names; null before the first seed.</summary>
    [Id(0)] public ReferenceData? Reference { get; set; }

    /// <summary>SHA-256 of the files it was seeded from: a seed that changes nothing writes nothing.</summary>
    [Id(1)] public string? Fingerprint { get; set; }

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived() => [];
}
