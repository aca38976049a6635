namespace Engagement.Contracts;

/// <summary>What a certificate is worth at this moment.</summary>
public enum CertificateStanding
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>As it was issued.</summary>
    Valid = 1,

    /// <summary>Hours in it were corrected since: a new one says what counts now.</summary>
    Superseded = 2,

    /// <summary>Taken back by the organisation.</summary>
    Revoked = 3,
}
