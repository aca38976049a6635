using System.ComponentModel.DataAnnotations;

namespace Engagement.Web;

/// <summary>
/// Encryption between silos, in which each side shows a certificate. Section "Orleans:Tls"; off while nothing is set. Files are
/// read anew for every connection, so a renewed certificate needs no restart.
/// </summary>
public sealed class SiloTlsOptions
{
    /// <summary>PEM file with this silo's certificate, valid for server and client use, and what stands between it and the authority.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>PEM file with its private key, not encrypted.</summary>
    public string Key { get; set; } = "";

    /// <summary>PEM file with the authority's certificates. Whoever has a certificate of it for <see cref="Name"/> is a silo: keep it for this cluster alone.</summary>
    public string Authority { get; set; } = "";

    /// <summary>DNS name that every silo's certificate is made out to. Default "engagement-silo".</summary>
    [Required, RegularExpression("[A-Za-z0-9.-]{1,253}")] public string Name { get; set; } = "engagement-silo";

    /// <summary>Whether anything is set.</summary>
    public bool IsOn => Certificate.Length + Key.Length + Authority.Length > 0;
}
