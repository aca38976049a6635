using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;

namespace Engagement.Web;

/// <summary>Where this process stands in the cluster. Section "Orleans"; nothing is guessed from the machine's network.</summary>
public sealed class NodeOptions
{
    /// <summary>Stays the same for ever: it names the reminders. Default "engagement".</summary>
    [Required, RegularExpression("[A-Za-z0-9-]{1,64}")] public string ServiceId { get; set; } = "engagement";

    /// <summary>Processes with the same one form a cluster. Default "engagement".</summary>
    [Required, RegularExpression("[A-Za-z0-9-]{1,64}")] public string ClusterId { get; set; } = "engagement";

    /// <summary>
    /// The IP address on which this process listens for the others, and which it tells them. Default 127.0.0.1: one
    /// machine. On several it must be set, to one that only they reach, unless Orleans:Tls is set.
    /// </summary>
    [Required] public string AdvertisedAddress { get; set; } = "127.0.0.1";

    /// <summary>TCP port for the other silos. Default 11111.</summary>
    [Range(1, 65_535)] public int SiloPort { get; set; } = 11_111;

    /// <summary>TCP port for clients outside the cluster. Default 0: none, the site is in the same process.</summary>
    [Range(0, 65_535)] public int GatewayPort { get; set; }

    /// <summary>Name in membership and logs. Default: machine and silo port.</summary>
    [RegularExpression("[A-Za-z0-9._-]{0,128}")] public string SiloName { get; set; } = "";

    /// <summary>The name, set or made.</summary>
    public string Name => SiloName.Length > 0 ? SiloName : string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{SiloPort}");

    /// <summary>The address read.</summary>
    /// <exception cref="ConfigurationException">It is no IP address.</exception>
    public IPAddress Address => IPAddress.TryParse(AdvertisedAddress, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)
        ? address
        : throw new ConfigurationException($"Orleans:AdvertisedAddress is '{AdvertisedAddress}' and must be the IP address on which other silos reach this one.");
}
