using System.Net;
using Engagement.Contracts;
using Engagement.Tests.Storage;

namespace Engagement.Tests.Pages;

[Collection(PageTestCollection.Name)]
public sealed class BoardsTests(PagesHost host)
{
    [RedisFact]
    public async Task Boards_Guest_SeesEveryBoardInEveryPeriod()
    {
        using var guest = host.Guest();
        foreach (var board in Engagement.Grains.Rankings.Boards.All)
        {
            foreach (var period in new[] { "day", "week", "all" })
            {
                Assert.Equal(HttpStatusCode.OK, (await guest.Get($"/boards/{board}?period={period}")).Status);
            }
        }

        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get("/boards/nothing")).Status);
    }

    [RedisFact]
    public async Task Boards_MyUnit_IsMarkedAndPinned()
    {
        using var an = await host.Person();
        using var bai = await host.Person();
        var district = host.Reference.Districts[1];
        Assert.Contains("填一下住在哪一片", (await an.Get("/boards/district")).Text, StringComparison.Ordinal);
        await host.Calls.Participant(an.Id, me => me.Choose(host.Command(), new(District: district.Code, Community: district.Towns[0].Code)));
        await bai.Takes(await an.Gives());
        var seen = await an.Get("/boards/district?period=day");
        Assert.Contains("dock me", seen.Html, StringComparison.Ordinal);
        Assert.Contains(district.Name, seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("填一下", seen.Text, StringComparison.Ordinal);
        await bai.Send("/boards", "/settings/language", [("language", "en")]);
        foreach (var board in new[] { "district", "community" })
        {
            var album = System.Text.RegularExpressions.Regex.Match((await bai.Get($"/boards/{board}?period=all")).Html, "<ol class=\"bed\">.*</main>", System.Text.RegularExpressions.RegexOptions.Singleline).Value;
            Assert.Contains(board == "district" ? district.English : district.Towns[0].English!, album, StringComparison.Ordinal);
            Assert.DoesNotMatch("\\p{IsCJKUnifiedIdeographs}", album);
        }

        Assert.Contains(district.Towns[0].Name, (await an.Get("/boards/community?period=all")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("dock me", (await bai.Get("/boards/district?period=day")).Html, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Boards_Persons_ShowOnlyThoseWhoChoseIt()
    {
        using var an = await host.Person("木棉");
        using var bai = await host.Person();
        await bai.Takes(await an.Gives());
        Assert.DoesNotContain("木棉", (await an.Get("/boards/person?period=day")).Text, StringComparison.Ordinal);
        Assert.Contains("愿意才上", (await an.Get("/boards/person?period=day")).Text, StringComparison.Ordinal);
        await host.Calls.Participant(an.Id, me => me.Choose(host.Command(), new(ShowName: true, OnBoards: true)));
        var shown = await an.Get("/boards/person?period=day");
        Assert.Contains("木棉", shown.Text, StringComparison.Ordinal);
        Assert.Contains("dock me", shown.Html, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Boards_GovernmentMode_HidesPersons()
    {
        using var guest = host.Guest();
        host.Campaign.GovernmentMode = true;
        try
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guest.Get("/boards/person")).Status);
            Assert.DoesNotContain("/boards/person", (await guest.Get("/boards")).Html, StringComparison.Ordinal);
        }
        finally
        {
            host.Campaign.GovernmentMode = false;
        }
    }

    [RedisFact]
    public async Task Boards_Chain_LinksToItsWay()
    {
        using var an = await host.Person();
        using var bai = await host.Person();
        using var cai = await host.Person();
        var rose = await bai.Takes(await an.Gives());
        await cai.Takes(await bai.Passes(rose));
        var seen = await an.Get("/boards/chain?period=all");
        Assert.Contains($"/r/{rose}/chain", seen.Html, StringComparison.Ordinal);
        Assert.Contains("3 人", seen.Text, StringComparison.Ordinal);
    }
}
