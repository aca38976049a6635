using System.Text.Encodings.Web;
using Engagement.Contracts;
using Engagement.Grains.Campaigns;
using Engagement.Grains.Journeys;
using Engagement.Tests.Campaigns;
using Engagement.Web.Drawing;
using Microsoft.AspNetCore.Html;

namespace Engagement.Tests.Drawing;

/// <summary>The schematic map: true neighbourhood, and small enough for a phone.</summary>
public sealed class JourneyMapTests
{
    private const string Pengjiang = "440703", Jianghai = "440704", Xinhui = "440705", Taishan = "440781", Kaiping = "440783", Heshan = "440784", Enping = "440785";

    private static readonly ReferenceData Reference = ReferenceDataLoader.Load(ReferenceDataTests.Folder);

    private static readonly HashSet<(string, string)> Neighbours =
    [
        (Heshan, Pengjiang), (Heshan, Xinhui), (Heshan, Kaiping), (Pengjiang, Jianghai), (Pengjiang, Xinhui), (Jianghai, Xinhui),
        (Xinhui, Kaiping), (Xinhui, Taishan), (Kaiping, Taishan), (Kaiping, Enping), (Taishan, Enping),
    ];

    [Theory, InlineData(Pengjiang, Pengjiang, 0), InlineData(Pengjiang, Xinhui, 0), InlineData(Pengjiang, Taishan, 1), InlineData(Pengjiang, Enping, 2)]
    [InlineData(Enping, Jianghai, 2), InlineData(Pengjiang, "440100", 0)]
    public void Between_TwoDistricts_CountsThoseToCross(string from, string to, int between) =>
        Assert.Equal(between, Borders.Between(Reference.Districts, from, to));

    [Fact]
    public void Borders_OfTheReferenceData_AreThoseOfTheDrawing()
    {
        foreach (var district in Reference.Districts)
        {
            Assert.Equal(CityMosaic.Districts.Where(other => CityMosaic.AreNeighbours(district.Code, other)).Order(), district.Borders.Order());
        }
    }

    [Fact]
    public void Mosaic_EveryPairOfDistricts_TouchesAsInTheCity()
    {
        foreach (var a in CityMosaic.Districts)
        {
            foreach (var b in CityMosaic.Districts.Where(b => b != a))
            {
                Assert.True(CityMosaic.AreNeighbours(a, b) == (Neighbours.Contains((a, b)) || Neighbours.Contains((b, a))), $"{a} and {b}");
            }
        }
    }

    [Fact]
    public void Draw_AllDistrictsVisitedTwice_FitsTheBudgetAndSaysItsName()
    {
        var codes = CityMosaic.Districts.ToArray();
        var stops = codes.Concat(codes.Reverse()).Select(code => new JourneyStop(code, 1)).ToArray();
        var svg = Text(JourneyMap.Draw(new(stops, 0, 0), code => code == Heshan ? "<鹤山>" : code, "到过\"很多\"地方"));
        Assert.InRange(svg.Length, 1, 9_000);
        Assert.Equal(7, svg.Split("class=\"d on\"").Length - 1);
        Assert.Contains("role=\"img\" aria-label=\"到过&quot;很多&quot;地方\"", svg);
        Assert.Contains("&lt;鹤山&gt;", svg);
    }

    [Fact]
    public void Draw_PlaceNotTold_LeavesItsNeighboursConnectedAndItselfBlank()
    {
        var svg = Text(JourneyMap.Draw(new([new(Heshan, 1), new(null, 1), new(Enping, 1)], 0, 0), code => code, "x"));
        Assert.Equal(2, svg.Split("class=\"d on\"").Length - 1);
        Assert.Single(svg.Split("class=\"leg\"").Skip(1));
    }

    private static string Text(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
