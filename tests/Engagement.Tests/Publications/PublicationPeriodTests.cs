using Engagement.Grains.Campaigns;
using Engagement.Grains.Publications;

namespace Engagement.Tests.Publications;

/// <summary>Names and bounds of published periods.</summary>
public sealed class PublicationPeriodTests
{
    private static readonly CampaignOptions Campaign = new()
    {
        Start = new(2026, 11, 18, 9, 0, 0, ShanghaiDay.Offset), End = new(2026, 12, 2, 18, 0, 0, ShanghaiDay.Offset),
    };

    [Theory]
    [InlineData("w20261123", true)]
    [InlineData("all", true)]
    [InlineData("w20261124", false)] // a Tuesday
    [InlineData("w2026112", false)]
    [InlineData("w20261331", false)]
    [InlineData("w+0261123", false)]
    [InlineData("d20261123", false)]
    [InlineData("ALL", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void TryParse_OnlyMondaysAndTheCampaign(string? text, bool reads)
    {
        Assert.Equal(reads, PublicationPeriod.TryParse(text, out var period));
        if (reads)
        {
            Assert.Equal(text, period.ToString());
        }
    }

    [Fact]
    public void Bounds_OfTheFirstAndTheLastWeek_AreTheCampaigns()
    {
        var first = PublicationPeriod.WeekOf(20261118);
        Assert.Equal(Campaign.Start, first.From(Campaign));
        Assert.Equal(new(2026, 11, 23, 0, 0, 0, ShanghaiDay.Offset), first.Until(Campaign));
        var last = first.Next.Next;
        Assert.Equal("w20261130", last.ToString());
        Assert.Equal(new(2026, 11, 30, 0, 0, 0, ShanghaiDay.Offset), last.From(Campaign));
        Assert.Equal(Campaign.End, last.Until(Campaign));
        Assert.Equal((Campaign.Start, Campaign.End), (PublicationPeriod.All.From(Campaign), PublicationPeriod.All.Until(Campaign)));
    }
}
