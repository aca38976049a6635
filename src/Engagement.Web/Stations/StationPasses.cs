using System.Globalization;
using Engagement.Contracts;
using Engagement.Web.Shared;

namespace Engagement.Web.Stations;

/// <summary>That this browser stood at a station's screen.</summary>
public sealed class StationPasses(Passes passes)
{
    private const string CookieName = "station";

    /// <summary>Writes the cookie.</summary>
    public void Keep(HttpContext http, StationPass pass) =>
        passes.Keep(http, CookieName, "/stations", string.Create(CultureInfo.InvariantCulture, $"{pass.Station}:{pass.Window}:{pass.SeenAt}"));

    /// <summary>The pass for this station; null for none, a forged one, or one that is over.</summary>
    public StationPass? Read(HttpContext http, StationId station) => passes.Read(http, CookieName)?.Split(':') is [var id, var window, var seen] && id == station.ToString()
        ? new(station, long.Parse(window, CultureInfo.InvariantCulture), long.Parse(seen, CultureInfo.InvariantCulture))
        : null;
}
