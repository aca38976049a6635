using Engagement.Contracts;
using Engagement.Grains.Photos;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Certificates;

/// <summary>What an organisation puts under its certificates.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.certifier.state")]
public sealed class CertifierState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "certifier";

    /// <summary>Organisation id.</summary>
    [Id(0)] public string Organisation { get; set; } = "";

    /// <summary>Who answers for certificates; null before anybody was named.</summary>
    [Id(1)] public CertifierContact? Contact { get; set; }

    /// <summary>Picture of the seal (<see cref="PhotoHash"/>); null for none.</summary>
    [Id(2)] public string? Seal { get; set; }

    /// <summary>Who brought the picture.</summary>
    [Id(3)] public ParticipantId SealedBy { get; set; }

    /// <summary>Seals so far: each is a use of its own in the photo's record.</summary>
    [Id(4)] public int Seals { get; set; }

    /// <summary>Recent commands.</summary>
    [Id(5)] public CommandLog Commands { get; set; } = new();

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived() => [];
}
