using System.ComponentModel.DataAnnotations;

namespace Engagement.Web;

/// <summary>How this process comes, goes and is watched. Section "Hosting".</summary>
public sealed class HostingOptions
{
    /// <summary>
    /// Seconds between SIGTERM, when readiness begins to fail, and the end of accepting requests. Default 10: longer than a
    /// proxy takes to notice, for example two probes five seconds apart. Engagement.Local has no proxy and uses 0.
    /// </summary>
    [Range(0, 300)] public double DrainSeconds { get; set; } = 10;

    /// <summary>Seconds after its last call until a grain leaves memory. Default 600; less holds less and reads more from the store.</summary>
    [Range(2, 86_400)] public int IdleSeconds { get; set; } = 600;

    /// <summary>Seconds between two looks at this silo's own row in the membership table. Default 5.</summary>
    [Range(0.05, 300)] public double MembershipPollSeconds { get; set; } = 5;

    /// <summary>Looks in a row that must find the row gone or the table older before liveness fails. Default 3.</summary>
    [Range(1, 100)] public int MembershipPolls { get; set; } = 3;
}
