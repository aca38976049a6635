using System.Security.Cryptography;
using System.Text;
using Engagement.Contracts;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Stations;

/// <summary>The code on a station's screen: 40 bits of an HMAC of the station and the half minute, so nothing has to be stored and none can be made up.</summary>
public sealed class StationCodes(CellKeys keys, IOptions<StationOptions> options)
{
    /// <summary>Characters of a code.</summary>
    public const int Length = 8;

    // How far back a code is known as one that is over, instead of as none at all.
    private const int Known = 20;

    private StationOptions Options => options.Value;

    /// <summary>The half minute that an instant is in.</summary>
    public long WindowOf(DateTimeOffset now) => now.ToUnixTimeSeconds() / Options.CodeSeconds;

    /// <summary>When a half minute began.</summary>
    public DateTimeOffset Begin(long window) => DateTimeOffset.FromUnixTimeSeconds(window * Options.CodeSeconds);

    /// <summary>The code of a half minute.</summary>
    public string Of(StationId station, long window)
    {
        OpaqueId.TryParse(keys.SceneTag("station", station.Value, checked((int)window)), out var bits);
        return ShortCode.Of(OpaqueId.Bytes(bits), Length);
    }

    /// <summary>The half minute of a code that is accepted now; else why it is not.</summary>
    public (Outcome Outcome, long Window) Read(StationId station, string? typed, DateTimeOffset now)
    {
        if (ShortCode.Read(typed, Length) is not { } code)
        {
            return (Outcome.NotFound, 0);
        }

        var current = WindowOf(now);
        for (var window = current; window > current - Known; window--)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(code), Encoding.ASCII.GetBytes(Of(station, window))))
            {
                var accepted = window == current || window == current - 1 && now < Begin(current).AddSeconds(Options.GraceSeconds);
                return (accepted ? Outcome.Done : Outcome.Expired, window);
            }
        }

        return (Outcome.NotFound, 0);
    }
}
