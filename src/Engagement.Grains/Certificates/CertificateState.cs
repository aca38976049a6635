using Engagement.Contracts;
using Engagement.Grains.Storage;
using Engagement.Grains.Volunteers;

namespace Engagement.Grains.Certificates;

/// <summary>A certificate: what it states, never changed, and what became of it.</summary>
[GenerateSerializer, OmitDefaultMemberValues, Alias("eng.certificate.state")]
public sealed class CertificateState : LedgerState
{
    /// <summary>Name of the record in keys.</summary>
    public const string Kind = "certificate";

    /// <summary>Its own number.</summary>
    [Id(0)] public CertificateNumber Number { get; set; }

    /// <summary>Whose hours.</summary>
    [Id(1)] public ParticipantId Volunteer { get; set; }

    /// <summary>What it states; null before it was issued.</summary>
    [Id(2)] public CertificateSnapshot? Snapshot { get; set; }

    /// <summary>The real name, sealed under the salt of the volunteer's record; null when it is not shown.</summary>
    [Id(3)] public byte[]? Name { get; set; }

    /// <summary>The ID number, masked and sealed likewise; null when it is not shown.</summary>
    [Id(4)] public byte[]? IdNumber { get; set; }

    /// <summary>What the city signed (<see cref="CertificateSignature"/>): digests of every part, and no part itself.</summary>
    [Id(5)] public string Signed { get; set; } = "";

    /// <summary>Entries of hours that it counts: an offset of one of them supersedes it. At most <see cref="IssueCertificate.MostEntries"/>.</summary>
    [Id(6)] public List<ServiceRecordId> Entries { get; set; } = [];

    /// <summary>How many entries each of the person's accounts had then: only younger ones need a look.</summary>
    [Id(7)] public List<CountedAccount> Accounts { get; set; } = [];

    /// <summary>Links that its holder made, oldest first; at most <see cref="ShareCertificate.Most"/>.</summary>
    [Id(8)] public List<CertificateShare> Shares { get; set; } = [];

    /// <summary>Links ever made: their numbers are never used again.</summary>
    [Id(9)] public int SharesEver { get; set; }

    /// <summary>Somebody asked that it be taken back; null for nobody.</summary>
    [Id(10)] public RevocationRequest? Asked { get; set; }

    /// <summary>Unix milliseconds of the revocation; 0 while it stands.</summary>
    [Id(11)] public long RevokedAt { get; set; }

    /// <summary>Why it was revoked.</summary>
    [Id(12)] public CertificateFault Fault { get; set; }

    /// <summary>Digest of what the volunteer asked for: the same command with another wish is refused.</summary>
    [Id(13)] public ulong Content { get; set; }

    /// <summary>Wrong names of today.</summary>
    [Id(14)] public DailyTries Names { get; set; }

    /// <summary>Recent commands.</summary>
    [Id(15)] public CommandLog Commands { get; set; } = new();

    /// <summary>The account was closed: kept as long as the law asks, shown to nobody.</summary>
    [Id(16)] public bool Locked { get; set; }

    /// <inheritdoc/>
    internal override IEnumerable<Effect> Derived()
    {
        if (Snapshot is null)
        {
            yield break;
        }

        foreach (var unit in Snapshot.Units)
        {
            yield return new Count(CertificateEffects.Totals, $"issued:{unit.Id}", 1);
            if (RevokedAt > 0)
            {
                yield return new Count(CertificateEffects.Totals, $"revoked:{unit.Id}", 1);
            }

            if (!Locked)
            {
                yield return new Index(CertificateEffects.By(unit.Id), CertificateEffects.Member(Number), Snapshot.IssuedAt);
            }
        }

        if (Locked)
        {
            yield break;
        }

        yield return new Index(CertificateEffects.Of(Volunteer), CertificateEffects.Member(Number), Snapshot.IssuedAt);
        if (Asked is { } asked)
        {
            yield return new Index(CertificateEffects.Asked(asked.Unit), CertificateEffects.Member(Number), asked.At);
        }
    }
}

/// <summary>An account whose hours a certificate counts.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Entries">Entries that it had.</param>
[GenerateSerializer, Immutable, Alias("eng.certificate.account")]
public readonly record struct CountedAccount([property: Id(0)] ParticipantId Account, [property: Id(1)] int Entries);

/// <summary>A link to a part.</summary>
/// <param name="Number">From 1, never used again.</param>
/// <param name="Scope">How much it shows.</param>
/// <param name="Key">The class or the organisation.</param>
/// <param name="WithName">The name as well.</param>
/// <param name="Until">Unix milliseconds until which it works.</param>
[GenerateSerializer, Immutable, Alias("eng.certificate.share")]
public sealed record CertificateShare(
    [property: Id(0)] int Number, [property: Id(1)] ShareScope Scope, [property: Id(2)] string? Key, [property: Id(3)] bool WithName, [property: Id(4)] long Until);

/// <summary>An organisation's first pair of eyes.</summary>
/// <param name="By">Who asked.</param>
/// <param name="Unit">For which organisation.</param>
/// <param name="Fault">Why.</param>
/// <param name="At">Unix milliseconds.</param>
[GenerateSerializer, Immutable, Alias("eng.certificate.asked")]
public sealed record RevocationRequest([property: Id(0)] ParticipantId By, [property: Id(1)] string Unit, [property: Id(2)] CertificateFault Fault, [property: Id(3)] long At);
