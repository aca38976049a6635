using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Storage;

/// <summary>
/// Signs what anybody is to check without trusting the site that serves it: ECDSA on P-256 with SHA-256, which every openssl can verify.
/// The key pair is derived from the master key, so it needs no file of its own and is the same on every node.
/// </summary>
public sealed class CellSigner
{
    private readonly ECParameters _key;

    public CellSigner(IOptions<CellKeyOptions> options)
    {
        var scalar = HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromBase64String(options.Value.Master), 32, info: Encoding.ASCII.GetBytes("signatures"));
        scalar[0] &= 0x7F; // below the order of the curve, whatever came out
        _key = new() { Curve = ECCurve.NamedCurves.nistP256, D = scalar };
        using var key = ECDsa.Create(_key);
        PublicKey = key.ExportSubjectPublicKeyInfoPem() + "\n";
        KeyId = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
    }

    /// <summary>The public key as PEM.</summary>
    public string PublicKey { get; }

    /// <summary>The first 16 hexadecimal digits of SHA-256 over the public key in DER: what a city prints on paper.</summary>
    public string KeyId { get; }

    /// <summary>A signature: in DER as openssl has it, or as JSON Web Signatures have it.</summary>
    public byte[] Sign(ReadOnlySpan<byte> bytes, DSASignatureFormat format = DSASignatureFormat.Rfc3279DerSequence)
    {
        using var key = ECDsa.Create(_key);
        return key.SignData(bytes, HashAlgorithmName.SHA256, format);
    }

    /// <summary>Whether this city signed exactly these bytes.</summary>
    public bool Verify(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature, DSASignatureFormat format = DSASignatureFormat.Rfc3279DerSequence)
    {
        using var key = ECDsa.Create(_key);
        return key.VerifyData(bytes, signature, HashAlgorithmName.SHA256, format);
    }
}
