using System.Text;
using Engagement.Contracts;
using StackExchange.Redis;

namespace Engagement.Grains.Certificates;

/// <summary>Names of a certificate's entries outside its record.</summary>
internal static class CertificateEffects
{
    /// <summary>Counter: issued and revoked by organisation, like <c>issued:team-1</c>.</summary>
    public const string Totals = "certificates";

    /// <summary>A volunteer's certificates, by when they were issued.</summary>
    public static string Of(ParticipantId volunteer) => $"certificates-of:{volunteer}";

    /// <summary>An organisation's certificates, by when they were issued.</summary>
    public static string By(string unit) => $"certificates-by:{unit}";

    /// <summary>Those of them that somebody of the organisation wants to take back.</summary>
    public static string Asked(string unit) => $"certificates-asked:{unit}";

    public static RedisValue Member(CertificateNumber number) => Encoding.ASCII.GetBytes(number.ToString());

    public static CertificateNumber Number(RedisValue member) => CertificateNumber.TryParse((string?)member, out var number) ? number : default;
}
