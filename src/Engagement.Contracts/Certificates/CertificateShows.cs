namespace Engagement.Contracts;

/// <summary>What of the identity block a volunteer lets a certificate show (民发〔2015〕149号 recommends it, nothing demands it). The numbers are stored.</summary>
[Flags]
public enum CertificateShows
{
    /// <summary>Nothing: the certificate names nobody.</summary>
    None = 0,

    /// <summary>The real name.</summary>
    Name = 1,

    /// <summary>The ID number, masked.</summary>
    IdNumber = 2,

    /// <summary>The volunteer number.</summary>
    VolunteerNumber = 4,

    /// <summary>All of it.</summary>
    All = Name | IdNumber | VolunteerNumber,
}
