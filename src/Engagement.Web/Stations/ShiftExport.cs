using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Stations;

namespace Engagement.Web.Stations;

/// <summary>A shift at a station, as its keeper takes it along.</summary>
public sealed record ExportShift(string Station, DateTimeOffset Began, DateTimeOffset? Ended, int CountedIn, int CountedOut, int HandedOut);

/// <summary>Gathers a keeper's shifts that stations remember.</summary>
public sealed class ShiftExport(StationReader stations)
{
    /// <summary>Of all stations, newest first.</summary>
    public async Task<IReadOnlyList<ExportShift>> Of(ParticipantId me) => [.. (await stations.All())
        .SelectMany(station => station.Shifts.Where(shift => shift.Keeper == me).Select(shift => new ExportShift(station.Place.Name, At(shift.Began),
            shift.Ended == 0 ? null : At(shift.Ended), shift.CountedIn, shift.CountedOut, shift.HandedOut)))
        .OrderByDescending(shift => shift.Began)];

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(ShanghaiDay.Offset);
}
