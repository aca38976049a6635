namespace Engagement.Contracts;

/// <summary>What an organisation puts under its certificates. Key: <c>campaign/organisation</c>. The caller has made sure that whoever acts may.</summary>
/// <remarks>Every command is safe to retry: the same <c>command</c> with the same content returns its first answer.</remarks>
[Alias("eng.certifier")]
public interface ICertifierGrain : IGrainWithStringKey
{
    /// <summary>Who answers for certificates that are issued from now on; audited. Invalid names the field.</summary>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Sign"), ResponseTimeout("00:00:05")]
    Task<Receipt> Sign(CommandId command, ParticipantId by, CertifierContact contact);

    /// <summary>The picture of the seal (盖章 on request, 令67号 Art. 15), or none; audited.</summary>
    /// <param name="command">Idempotency key, a UUIDv7.</param>
    /// <param name="by">Who.</param>
    /// <param name="photo">As the photo intake gave it; null takes the seal away.</param>
    /// <exception cref="LedgerException">Durability unknown; retry with the same command.</exception>
    [Alias("Seal"), ResponseTimeout("00:00:05")]
    Task<Receipt> Seal(CommandId command, ParticipantId by, string? photo);
}

/// <summary>Who answers for an organisation's certificates (民发〔2015〕149号): they stand in every one, so they are people or desks of the organisation that are public anyway.</summary>
/// <param name="InCharge">负责人, at most 20 characters.</param>
/// <param name="Handler">经办人, at most 20 characters.</param>
/// <param name="Phone">Telephone or address of the office, at most 40 characters.</param>
[GenerateSerializer, Immutable, Alias("eng.certifier.contact")]
public sealed record CertifierContact([property: Id(0)] string InCharge, [property: Id(1)] string Handler, [property: Id(2)] string Phone)
{
    /// <summary>Nobody is named yet.</summary>
    public static readonly CertifierContact None = new("", "", "");

    /// <inheritdoc/>
    public override string ToString() => nameof(CertifierContact);
}
