using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Engagement.Web.Admin;

/// <summary>A listener for those who run the city, apart from the site's. Section "Admin".</summary>
public sealed class AdminOptions
{
    /// <summary>TCP port of Orleans' dashboard. Default 0: none, and then nothing is profiled for it either.</summary>
    [Range(0, 65_535)] public int Port { get; set; }

    /// <summary>The IP address it listens on. Default 127.0.0.1: reached by a tunnel, such as ssh -L or kubectl port-forward.</summary>
    [Required] public string Address { get; set; } = IPAddress.Loopback.ToString();

    /// <summary>Whether there is one.</summary>
    public bool IsOn => Port > 0;
}
