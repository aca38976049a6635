using System.Security.Cryptography;
using Engagement.Grains.Bouquets;

namespace Engagement.Tests.Bouquets;

public sealed class LuckySplitTests
{
    [Theory]
    [InlineData(15, 10)]
    [InlineData(30, 10)]
    [InlineData(500, 7)]
    [InlineData(4, 4)]
    public void Draw_AllShares_AddUpAndNobodyGetsNothing(int roses, int shares)
    {
        for (var n = 0; n < 200; n++)
        {
            var split = Split(n, roses, shares);
            Assert.Equal(roses, split.Sum());
            Assert.All(split, share => Assert.True(share >= 1));
        }
    }

    // product.md BQ-02: at least 100,000 simulations, the mean of every position within 1 %.
    [Fact]
    public void Draw_ManyBouquets_EveryPositionHasTheSameMean()
    {
        const int Bouquets = 120_000, Roses = 30, Shares = 10;
        var sums = new long[Shares];
        for (var n = 0; n < Bouquets; n++)
        {
            var split = Split(n, Roses, Shares);
            for (var i = 0; i < Shares; i++)
            {
                sums[i] += split[i];
            }
        }

        Assert.All(sums, sum => Assert.InRange((double)sum / Bouquets, 2.97, 3.03));
    }

    private static int[] Split(int n, int roses, int shares)
    {
        var seed = SHA256.HashData(BitConverter.GetBytes(n));
        var split = new int[shares];
        for (var i = 0; i < shares; i++)
        {
            split[i] = LuckySplit.Draw(seed, i, roses - split.Sum(), shares - i);
        }

        return split;
    }
}
