namespace Engagement.Contracts;

/// <summary>How much of a certificate a link shows. The numbers are stored.</summary>
public enum ShareScope
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Only the sum of hours.</summary>
    Total = 1,

    /// <summary>Only one class of service.</summary>
    Field = 2,

    /// <summary>Only one organisation, with its activities.</summary>
    Unit = 3,

    /// <summary>All that the certificate shows.</summary>
    Full = 4,
}

/// <summary>A link that its holder makes.</summary>
/// <param name="Scope">How much it shows.</param>
/// <param name="Key">The class or the organisation; null for the other scopes.</param>
/// <param name="WithName">The name as well, if the certificate shows one.</param>
/// <param name="Days">Days for which it works, 1 to <see cref="MostDays"/>.</param>
[GenerateSerializer, Immutable, Alias("eng.certificate.share.make")]
public sealed record ShareCertificate(
    [property: Id(0)] ShareScope Scope, [property: Id(1)] string? Key, [property: Id(2)] bool WithName, [property: Id(3)] int Days)
{
    /// <summary>Days that a link may work.</summary>
    public const int MostDays = 366;

    /// <summary>Links of one certificate that work at the same time.</summary>
    public const int Most = 20;
}
