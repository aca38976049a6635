using CsCheck;
using Engagement.Grains.Rankings;

namespace Engagement.Tests.Rankings;

/// <summary>Boards of companies' acts: comparable, capped, nobody picked out of a handful (LB-03, LB-08, CA-10).</summary>
public sealed class StandingsTests
{
    private const int Least = 20;

    private static readonly Gen<CompanyFigures[]> Companies = Gen.Select(Gen.Int[0, 400], Gen.Int[0, 90]).Array[0, 16]
        .Select(rows => rows.Select((row, i) => new CompanyFigures(i == 3 ? Standings.Pool : "c" + i, row.Item1, row.Item2)).ToArray());

    [Fact]
    public void Of_ByRate_RanksTheSmallerCompanyThatDoesMorePerCourier()
    {
        var lines = Standings.Of([new("large", 300, 600), new("small", 60, 40), new("none", 0, 50)], Least, byRate: true);
        Assert.Equal([("small", 1L, 150m), ("large", 2L, 50m)], lines.Select(line => (line.Company, line.Rank, line.PerHundred)));
        Assert.Equal(["large", "small"], Standings.Of([new("large", 300, 600), new("small", 60, 40)], Least, byRate: false).Select(line => line.Company));
    }

    [Theory]
    [InlineData(1, 30, 3.3)]
    [InlineData(1, 80, 1.3)] // 1.25: half up
    [InlineData(2, 30, 6.7)]
    [InlineData(0, 30, 0)]
    public void PerHundred_IsRoundedHalfUpToOneDecimal(long acts, int couriers, double rate) =>
        Assert.Equal((decimal)rate, new Standing(1, "c", acts, couriers).PerHundred);

    [Fact]
    public void Of_EqualValues_ShareARank_EarliestFirst()
    {
        var lines = Standings.Of([new("a", 30, 50), new("b", 20, 100), new("c", 10, 50), new("d", 1, 20)], Least, byRate: true);
        Assert.Equal([("a", 1L), ("b", 2L), ("c", 2L), ("d", 4L)], lines.Select(line => (line.Company, line.Rank)));
    }

    [Fact]
    public void Of_FewerThanTheLeast_StandTogetherWithoutARank()
    {
        var lines = Standings.Of([new("a", 5, 20), new("b", 400, 19), new("c", 0, 3), new("d", 7, 0), new(Standings.Pool, 9, 25)], Least, byRate: true);
        Assert.Equal([("a", 1L, 5L, 1), (Standings.Pool, 0L, 9L, 1), (Standings.Small, 0L, 407L, 3)], lines.Select(line => (line.Company, line.Rank, line.Acts, line.Together)));
        Assert.Equal(22, lines[^1].Couriers);
    }

    [Fact]
    public void Of_AnyCompanies_LosesNoActAndRanksOnlyWhatIsLargeEnough() => Companies.Sample(companies =>
    {
        foreach (var byRate in new[] { true, false })
        {
            var lines = Standings.Of(companies, Least, byRate);
            Assert.Equal(companies.Sum(company => company.Acts), lines.Sum(line => line.Acts));
            var ranked = lines.Where(line => line.Rank > 0).ToArray();
            Assert.All(ranked, line => Assert.True(line.Couriers >= Least && line.Acts > 0 && line.Company is not (Standings.Pool or Standings.Small)));
            Assert.Equal(ranked, lines.Take(ranked.Length));
            for (var i = 0; i < ranked.Length; i++)
            {
                var better = ranked.Count(other => byRate ? other.Tenths > ranked[i].Tenths : other.Acts > ranked[i].Acts);
                Assert.Equal(better + 1, ranked[i].Rank); // 1, 2, 2, 4
            }
        }
    });

    [Fact]
    public void Larger_AfterCouriersWereTakenOffARoster_KeepsWhatWasAtTheBeginning()
    {
        var counts = CourierCounts.Larger(new Dictionary<string, int> { ["a"] = 30, ["new"] = 25 }, new Dictionary<string, int> { ["a"] = 80, ["gone"] = 40 });
        Assert.Equal([("a", 80), ("gone", 40), ("new", 25)], counts.OrderBy(count => count.Key).Select(count => (count.Key, count.Value)));
        Assert.Equal(30, CourierCounts.Larger(new Dictionary<string, int> { ["a"] = 30 }, null)["a"]);
    }
}
