using CsCheck;
using Engagement.Web.Drawing;

namespace Engagement.Tests.Drawing;

public sealed class ChainPlanTests
{
    [Theory, InlineData(0), InlineData(1), InlineData(3), InlineData(300)]
    public void For_ShortChain_DrawsEverybody(int people) => Assert.Equal(people, ChainPlan.For(people, null).Sum(range => range.To - range.From + 1));

    [Fact]
    public void For_LongChain_DrawsStartMeAndTipInOrder() => Gen.Int[301, 20_000].SelectMany(people => Gen.Int[1, people].Select(me => (people, me))).Sample((people, me) =>
    {
        var ranges = ChainPlan.For(people, me);
        Assert.Equal(1, ranges[0].From);
        Assert.Equal(people, ranges[^1].To);
        Assert.Contains(ranges, range => range.From <= me && me <= range.To);
        Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.True(pair.First.To + 1 < pair.Second.From));
        Assert.InRange(ranges.Sum(range => range.To - range.From + 1), 1, 60);
    });

    [Theory, InlineData(300, 40_000), InlineData(10_000, 14_000)]
    public void Draw_AnyLength_StaysSmall(int people, int bytes) => Assert.InRange(ChainSvg.Draw(people, people / 2, "chain").ToString()!.Length, 1_000, bytes);
}
