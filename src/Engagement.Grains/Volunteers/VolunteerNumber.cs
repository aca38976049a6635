using Engagement.Contracts;
using Engagement.Grains.Storage;

namespace Engagement.Grains.Volunteers;

/// <summary>Volunteer numbers: 12 characters that people can read out, grouped by four; made of nothing that tells who it is (60 bits of an HMAC).</summary>
public static class VolunteerNumber
{
    /// <summary>Characters without hyphens.</summary>
    public const int Length = 12;

    /// <summary>The number as it is stored.</summary>
    internal static string Of(ReadOnlySpan<byte> bits) => ShortCode.Of(bits, Length);

    /// <summary>A typed number as it is stored; null when it is none.</summary>
    public static string? Read(string? typed) => ShortCode.Read(typed, Length);

    /// <summary>To be read: XXXX-XXXX-XXXX.</summary>
    public static string Show(string number) => $"{number[..4]}-{number[4..8]}-{number[8..]}";
}
