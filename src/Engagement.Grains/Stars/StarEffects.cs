using Engagement.Contracts;
using StackExchange.Redis;

namespace Engagement.Grains.Stars;

/// <summary>Names of what stars stand for outside their record.</summary>
internal static class StarEffects
{
    /// <summary>Kind of the agenda's entries.</summary>
    public const string Kind = "star";

    /// <summary>Counter: volunteers by their highest star, like <c>level:3</c>.</summary>
    public const string Totals = "stars";

    /// <summary>Public notices that run, by their end.</summary>
    public const string Notices = "stars-notice";

    /// <summary>A district's applications that wait for a reviewer; <c>none</c> for those without a district.</summary>
    public static string Review(string? district) => $"stars-review:{district ?? "none"}";

    /// <summary>A district's applications with an objection that waits.</summary>
    public static string Objected(string? district) => $"stars-objected:{district ?? "none"}";

    /// <summary>A district's appeals that wait.</summary>
    public static string Appeals(string? district) => $"stars-appeals:{district ?? "none"}";

    /// <summary>The end of the notice.</summary>
    public static string AwardEntry(ParticipantId volunteer) => $"{Kind}:{volunteer}:award";

    /// <summary>The end of the bar.</summary>
    public static string BarEntry(ParticipantId volunteer) => $"{Kind}:{volunteer}:bar";

    /// <summary>Certificates of stars: number and whose.</summary>
    public const string Certificates = "stars-certificates";

    /// <summary>One of them; sorted by number, so that a number finds it.</summary>
    public static RedisValue Numbered(CertificateNumber number, ParticipantId volunteer) => $"{number} {volunteer}";

    public static RedisValue Member(ParticipantId volunteer) => OpaqueId.Bytes(volunteer.Value);
}
