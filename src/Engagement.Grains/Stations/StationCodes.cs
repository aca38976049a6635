using Engagement.Contracts;
using Engagement.Grains.Codes;
using Engagement.Grains.Storage;
using Microsoft.Extensions.Options;

namespace Engagement.Grains.Stations;

/// <summary>The code on a station's screen: 40 bits of an HMAC of the station and the half minute, so nothing has to be stored and none can be made up.</summary>
public sealed class StationCodes(CellKeys keys, IOptions<StationOptions> options)
{
    /// <summary>Characters of a code.</summary>
    public const int Length = 8;

    private CodeWindows Windows => new(options.Value.CodeSeconds, options.Value.GraceSeconds);

    /// <summary>The half minute that an instant is in.</summary>
    public long WindowOf(DateTimeOffset now) => Windows.Of(now);

    /// <summary>When a half minute began.</summary>
    public DateTimeOffset Begin(long window) => Windows.Begin(window);

    /// <summary>The code of a half minute.</summary>
    public string Of(StationId station, long window)
    {
        OpaqueId.TryParse(keys.SceneTag("station", station.Value, checked((int)window)), out var bits);
        return ShortCode.Of(OpaqueId.Bytes(bits), Length);
    }

    /// <summary>The half minute of a code that is accepted now; else why it is not.</summary>
    public (Outcome Outcome, long Window) Read(StationId station, string? typed, DateTimeOffset now) =>
        ShortCode.Read(typed, Length) is { } code ? Windows.Read(code, now, window => Of(station, window)) : (Outcome.NotFound, 0);
}
