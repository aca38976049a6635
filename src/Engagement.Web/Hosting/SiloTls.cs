using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Orleans.Connections.Security;

namespace Engagement.Web;

/// <summary>Silos speak to each other, and to clients outside the cluster, through mutual TLS: no certificate, no word.</summary>
internal static class SiloTls
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1", ClientUse = "1.3.6.1.5.5.7.3.2";

    /// <summary>Adds it where it is configured.</summary>
    /// <exception cref="ConfigurationException">A file is missing or is not what it must be.</exception>
    public static void Add(ISiloBuilder silo, IConfiguration configuration)
    {
        var options = configuration.GetSection("Orleans:Tls").Get<SiloTlsOptions>() ?? new();
        if (!options.IsOn)
        {
            return;
        }

        Check(options);
        silo.UseTls(tls =>
        {
            tls.LocalServerCertificateSelector = (_, _) => Own(options);
            tls.LocalClientCertificateSelector = (_, _, _, _, _) => Own(options);
            tls.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate; // of both sides; ClientCertificateMode looks at LocalCertificate only
            tls.RemoteCertificateValidation = (certificate, chain, _) => IsSilo(options, certificate, chain);
            tls.OnAuthenticateAsClient = (_, handshake) => handshake.TargetHost = options.Name;
        });
    }

    // The authority is the only one that is trusted, whatever the machine trusts, and the name is the cluster's.
    private static bool IsSilo(SiloTlsOptions options, X509Certificate2 certificate, X509Chain? shown)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(Authority(options));
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // a private authority has no list to ask; take it out of the cluster by a new authority
        if (shown is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(shown.ChainElements.Select(static element => element.Certificate).ToArray());
        }


        return certificate.MatchesHostname(options.Name, allowWildcards: false, allowCommonName: false) && chain.Build(certificate);
    }

    private static void Check(SiloTlsOptions options)
    {
        Validator.ValidateObject(options, new(options), validateAllProperties: true);
        foreach (var (name, file) in new[] { ("Certificate", options.Certificate), ("Key", options.Key), ("Authority", options.Authority) })
        {
            if (!File.Exists(file))
            {
                throw new ConfigurationException($"Orleans:Tls:{name} is '{file}' and must be a PEM file; Certificate, Key and Authority are set together.");
            }
        }

        try
        {
            using var own = Own(options);
            var uses = own.Extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(use => use.EnhancedKeyUsages.Cast<Oid>()).Select(use => use.Value).ToArray();
            if (uses.Length > 0 && !(uses.Contains(ServerUse) && uses.Contains(ClientUse)))
            {
                throw new ConfigurationException("Orleans:Tls:Certificate must be valid for server and for client use.");
            }

            if (!IsSilo(options, own, null))
            {
                throw new ConfigurationException($"Orleans:Tls:Certificate is not one of Orleans:Tls:Authority that is valid now for the name '{options.Name}': other silos would refuse it.");
            }
        }
        catch (CryptographicException e)
        {
            throw new ConfigurationException($"Orleans:Tls can't be read: {e.Message}");
        }
    }

    private static X509Certificate2 Own(SiloTlsOptions options) => X509Certificate2.CreateFromPemFile(options.Certificate, options.Key);

    private static X509Certificate2Collection Authority(SiloTlsOptions options)
    {
        var authority = new X509Certificate2Collection();
        authority.ImportFromPemFile(options.Authority);
        return authority;
    }
}
