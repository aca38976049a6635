using System.Net;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Rankings;
using Engagement.Grains.Recounting;
using Engagement.Grains.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Site;

/// <summary>Where somebody says they live is what their roses count for from then on, until they take it back.</summary>
[Collection(SiteTests.Name)]
public sealed class PlaceApiTests(SiteUnderTest site)
{
    [Fact]
    public async Task Live_ATown_RosesCountForItAndItsDistrictUntilItIsTakenBack()
    {
        var district = site.Services.GetRequiredService<SeededCatalogue>().Reference.Districts[^1];
        var town = district.Towns.First(entry => entry.Kind == TownKind.Town);
        var (an, bo, ci) = (await site.PersonAsync("住在镇上"), await site.PersonAsync("收花一"), await site.PersonAsync("收花二"));
        var before = await Counts(district, town);

        await Live(an, town.Code);
        await Gives(an, bo);
        Assert.Equal((before.Town + 1, before.District + 1), await Counts(district, town));

        await Live(an, "");
        await Gives(an, ci);
        Assert.Equal((before.Town + 1, before.District + 1), await Counts(district, town));
    }

    private static async Task Live(ApiPerson who, string place) =>
        Assert.Equal(HttpStatusCode.OK, (await who.Post("/me/place", new { commandId = SiteUnderTest.Command(), place })).Status);

    private static async Task Gives(ApiPerson giver, ApiPerson taker)
    {
        var (rose, secret) = await giver.Give();
        Assert.Equal(HttpStatusCode.OK, (await taker.Claim(rose, secret)).Status);
    }

    private async Task<(long Town, long District)> Counts(District district, Town town) =>
        (await Count(Boards.Community, town.Code), await Count(Boards.District, district.Code));

    private async Task<long> Count(string board, string member)
    {
        var score = await site.Database.SortedSetScoreAsync(site.Services.GetRequiredService<Cell>().Key(Boards.Whole(board)), member);
        return score is { } packed ? Score.Unpack(packed).Count : 0;
    }
}
