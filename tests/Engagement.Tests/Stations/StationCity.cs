using Engagement.Contracts;
using Engagement.Grains.Stations;
using Engagement.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Stations;

/// <summary>A city with stations that hand out roses.</summary>
internal static class StationCity
{
    public static readonly ParticipantId Operator = new(new Guid(99, 0, 0, new byte[8]));

    /// <summary>An open station with roses and a keeper on duty.</summary>
    public static async Task<(StationId Id, IStationGrain Grain)> StationAsync(this City city, ParticipantId keeper, int roses = 100, string district = "440703")
    {
        var (id, command) = (new StationId(Guid.NewGuid()), city.Cell.Command());
        var station = city.Station(id);
        Assert.Equal(Outcome.Done, (await station.Open(command, Operator, new("东湖骑手驿站", StationKind.RestPost, district, "helped", "thanks"))).Outcome);
        Assert.Equal(Outcome.Done, (await station.Supply(city.Cell.Command(), Operator, roses, "first")).Outcome);
        Assert.Equal(Outcome.Done, (await station.BeginShift(city.Cell.Command(), keeper, roses)).Outcome);
        return (id, station);
    }

    public static IStationGrain Station(this City city, StationId id) => city.Cell.Grains.GetGrain<IStationGrain>($"{city.Cell.CellId}/{id}");

    public static async Task<StationPass> PassAsync(this IStationGrain station, ParticipantId keeper)
    {
        var check = await station.Check((await station.Code(keeper))!.Text);
        Assert.Equal(Outcome.Done, check.Outcome);
        return check.Pass!;
    }

    public static StationReader Stations(this City city) => city.Cell.Services.GetRequiredService<StationReader>();

    public static async Task<StationState> StateAsync(this City city, StationId id) => (await city.Stations().Read(id))!;
}
