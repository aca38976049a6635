using Engagement.Rig.Results;

namespace Engagement.RigTests.Results;

public class SpreadTests
{
    [Theory]
    [InlineData(new double[] { 7 }, 7, 7, 7)]
    [InlineData(new double[] { 9, 1, 4 }, 4, 1, 9)]
    [InlineData(new double[] { 10, 2, 4, 40 }, 7, 2, 40)]
    public void Of_Values_IsMiddleLowestHighest(double[] values, double median, double min, double max) =>
        Assert.Equal(new Spread(median, min, max, values.Length), Spread.Of(values));

    [Fact]
    public void Of_NoValues_IsRefused() => Assert.Throws<ArgumentException>(() => Spread.Of([]));

    [Fact]
    public void Ratio_TwoSides_IsOfMediansWithTheRangeOfRounds()
    {
        // Medians 20 and 10; the rounds' own ratios are 1, 4 and 3.
        var ratio = Spread.Ratio([10, 20, 60], [10, 5, 20]);

        Assert.Equal(new Spread(2, 1, 4, 3), ratio);
    }

    [Fact]
    public void Text_OneRound_HasNoRange()
    {
        Assert.Equal("1,234", Spread.Of([1234.4]).Text("n0"));
        Assert.Equal("2.00 (1.00 .. 3.00)", Spread.Of([1, 2, 3]).Text("n2"));
    }
}
