using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Certificates;

/// <summary>What the city signs of a certificate: which it is, its period, and the digests of its parts. SD-JWT (RFC 9901).</summary>
public sealed record CertificateClaims
{
    /// <summary>The campaign that says so.</summary>
    [JsonPropertyName("iss")] public required string Campaign { get; init; }

    /// <summary>The certificate's number.</summary>
    [JsonPropertyName("jti")] public required string Number { get; init; }

    /// <summary>When it was issued: Unix seconds.</summary>
    [JsonPropertyName("iat")] public required long IssuedAt { get; init; }

    /// <summary>First Shanghai day of the period, like 20260101.</summary>
    [JsonPropertyName("from")] public required int From { get; init; }

    /// <summary>Last day of it.</summary>
    [JsonPropertyName("to")] public required int To { get; init; }

    /// <summary>How the digests are made.</summary>
    [JsonPropertyName("_sd_alg")] public string Algorithm { get; init; } = "sha-256";

    /// <summary>Digests of all parts, in the order of the alphabet: their order tells nothing.</summary>
    [JsonPropertyName("_sd")] public required IReadOnlyList<string> Digests { get; init; }
}

/// <summary>A certificate that holds, with the parts that were shown.</summary>
/// <param name="Number">Which.</param>
/// <param name="Claims">What was signed.</param>
/// <param name="Parts">Parts that were shown, by name.</param>
public sealed record VerifiedCertificate(CertificateNumber Number, CertificateClaims Claims, IReadOnlyDictionary<string, JsonElement> Parts);

/// <summary>Signs certificates, and tells whether what somebody shows of one was signed here: <c>signature~part~part~</c>, as SD-JWT libraries write it.</summary>
public sealed class CertificateSignature(CellSigner signer, Cell cell)
{
    /// <summary>A whole certificate of the largest kind has about 60,000 characters.</summary>
    public const int MaxLength = 131_072;

    private const char Separator = '~';

    private readonly JsonSignature _signature = new(signer, "volunteer-record+sd-jwt");

    /// <summary>Signs.</summary>
    public string Sign(CertificateNumber number, CertificateSnapshot snapshot, IEnumerable<CertificateLeaf> leaves) =>
        _signature.Sign(JsonSerializer.SerializeToUtf8Bytes(new CertificateClaims
        {
            Campaign = cell.Campaign, Number = number.ToString(), IssuedAt = snapshot.IssuedAt / 1_000, From = snapshot.From, To = snapshot.To,
            Digests = [.. leaves.Select(leaf => leaf.Digest).Order(StringComparer.Ordinal)],
        }));

    /// <summary>What somebody is shown: the signature and some parts.</summary>
    public static string Present(string signed, IEnumerable<CertificateLeaf> shown) =>
        signed + Separator + string.Concat(shown.Select(leaf => leaf.Disclosure + Separator));

    /// <summary>Reads what somebody shows; null when a byte of it is not as it was signed, or a part is of another certificate.</summary>
    public VerifiedCertificate? Verify(string? presented)
    {
        if (presented is not { Length: > 0 and <= MaxLength } || presented[^1] != Separator || presented[..^1].Split(Separator) is not [var signed, .. var shown]
            || _signature.Verify(signed, MaxLength) is not { } json)
        {
            return null;
        }

        var claims = JsonSerializer.Deserialize<CertificateClaims>(json)!; // we wrote it
        var digests = claims.Digests.ToHashSet(StringComparer.Ordinal);
        var parts = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var disclosure in shown)
        {
            // What has the right digest is what we wrote: salt, name and value.
            if (!digests.Remove(CertificateLeaves.Digest(disclosure)) || JsonSignature.Exact(disclosure) is not { } part)
            {
                return null;
            }

            var read = JsonSerializer.Deserialize<JsonElement[]>(Encoding.UTF8.GetString(part))!;
            parts[read[1].GetString()!] = read[2];
        }

        return CertificateNumber.TryParse(claims.Number, out var number) && claims.Campaign == cell.Campaign ? new(number, claims, parts) : null;
    }

    /// <summary>Whether a record still says what was signed: every part of it, and no other.</summary>
    public bool Holds(CertificateState certificate, IReadOnlyList<CertificateLeaf> leaves) =>
        Verify(Present(certificate.Signed, leaves)) is { } verified && verified.Number == certificate.Number && verified.Claims.Digests.Count == leaves.Count
        && verified.Claims.From == certificate.Snapshot!.From && verified.Claims.To == certificate.Snapshot.To && verified.Claims.IssuedAt == certificate.Snapshot.IssuedAt / 1_000;
}
