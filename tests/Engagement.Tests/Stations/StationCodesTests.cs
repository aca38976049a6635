using Engagement.Contracts;
using Engagement.Grains.Stations;
using Engagement.Grains.Storage;
using Engagement.Tests.Storage;
using Microsoft.Extensions.Options;

namespace Engagement.Tests.Stations;

/// <summary>The code on the screen: new every half minute, the one before accepted a quarter of a minute longer.</summary>
public sealed class StationCodesTests
{
    private static readonly StationId Here = new(new Guid(7, 0, 0, new byte[8])), There = new(new Guid(8, 0, 0, new byte[8]));

    private readonly StationCodes _codes = new(new CellKeys(Options.Create(new CellKeyOptions { Master = Convert.ToBase64String(new byte[32]) })),
        Options.Create(new StationOptions()));

    [Theory]
    [InlineData(0, Outcome.Done), InlineData(29, Outcome.Done), InlineData(30, Outcome.Done), InlineData(44, Outcome.Done)]
    [InlineData(45, Outcome.Expired), InlineData(300, Outcome.Expired), InlineData(3_600, Outcome.NotFound)]
    public void Read_SecondsAfterItWasShown_TakesItOnlyWhileItIsFresh(int seconds, Outcome expected)
    {
        var shown = _codes.Begin(_codes.WindowOf(ManualClock.Noon));
        var code = _codes.Of(Here, _codes.WindowOf(shown));
        Assert.Equal(expected, _codes.Read(Here, code, shown.AddSeconds(seconds)).Outcome);
    }

    [Fact]
    public void Read_CodeOfAnotherStation_IsNone() =>
        Assert.Equal(Outcome.NotFound, _codes.Read(There, _codes.Of(Here, _codes.WindowOf(ManualClock.Noon)), ManualClock.Noon).Outcome);

    [Fact]
    public void Read_TypedByHand_IsTheSame()
    {
        var window = _codes.WindowOf(ManualClock.Noon);
        var code = _codes.Of(Here, window);
        Assert.Equal((Outcome.Done, window), _codes.Read(Here, $" {code[..4].ToLowerInvariant()}-{code[4..]} ", ManualClock.Noon));
    }

    [Fact]
    public void Of_AWholeDay_IsNeverTheSameTwice()
    {
        var first = _codes.WindowOf(ManualClock.Noon);
        Assert.Equal(2_880, Enumerable.Range(0, 2_880).Select(window => _codes.Of(Here, first + window)).Distinct().Count());
    }
}
