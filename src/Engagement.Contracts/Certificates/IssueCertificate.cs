namespace Engagement.Contracts;

/// <summary>What a volunteer wants certified.</summary>
/// <param name="From">First Shanghai day of the period, like 20260101.</param>
/// <param name="To">Last day, at most today.</param>
/// <param name="Units">Organisations that recorded: one, or up to <see cref="MostUnits"/> for a summary. Who records, certifies.</param>
/// <param name="Shows">What of the identity block is shown.</param>
[GenerateSerializer, Immutable, Alias("eng.certificate.issue")]
public sealed record IssueCertificate(
    [property: Id(0)] int From, [property: Id(1)] int To, [property: Id(2)] IReadOnlyList<string> Units, [property: Id(3)] CertificateShows Shows)
{
    /// <summary>Organisations in one certificate.</summary>
    public const int MostUnits = 12;

    /// <summary>Entries of hours in one certificate: for more, shorter periods.</summary>
    public const int MostEntries = 2_000;

    /// <summary>Activities in one certificate.</summary>
    public const int MostLines = 120;

    /// <summary>Certificates that one person may have issued within 24 hours.</summary>
    public const int PerDay = 20;
}
