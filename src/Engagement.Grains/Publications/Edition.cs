using Engagement.Contracts;

namespace Engagement.Grains.Publications;

/// <summary>A document of a publication: what was frozen, what was published, an erratum. Its body is a record of its own (<see cref="EditionState"/>).</summary>
[GenerateSerializer, Immutable, OmitDefaultMemberValues, Alias("eng.publication.edition")]
public sealed record Edition
{
    /// <summary>0 for what was frozen, 1 for what was published first, more for errata.</summary>
    [Id(0)] public int Number { get; init; }

    /// <summary>The number of its body among all that were ever laid down.</summary>
    [Id(1)] public int Body { get; init; }

    /// <summary>SHA-256 of the body, 64 hexadecimal digits.</summary>
    [Id(2)] public string Hash { get; init; } = "";

    /// <summary>Unix milliseconds at which it was laid down.</summary>
    [Id(3)] public long At { get; init; }

    /// <summary>Who laid it down; default for the clock.</summary>
    [Id(4)] public ParticipantId By { get; init; }

    /// <summary>Why there is an erratum; empty otherwise.</summary>
    [Id(5)] public string Reason { get; init; } = "";

    /// <summary>Who published it; default while nobody has.</summary>
    [Id(6)] public ParticipantId ConfirmedBy { get; init; }

    /// <summary>Unix milliseconds at which it was published.</summary>
    [Id(7)] public long ConfirmedAt { get; init; }

    /// <summary>Signature over the body (ECDSA on P-256 with SHA-256, DER); null while not published.</summary>
    [Id(8)] public byte[]? Signature { get; init; }

    /// <summary>The public key that it is checked with, as PEM.</summary>
    [Id(9)] public string? PublicKey { get; init; }
}
