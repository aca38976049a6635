using Engagement.Rig.Chaos;
using Engagement.Rig.Results;

namespace Engagement.RigTests.Chaos;

/// <summary>A run that is started again goes on after its rounds, and knows what each of them found.</summary>
public sealed class ChaosResultsTests : IDisposable
{
    private static readonly Fault[] Schedule = [new("one", _ => Task.CompletedTask), new("two", _ => Task.CompletedTask)];
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"chaos-{Guid.NewGuid():n}.jsonl");

    [Fact]
    public void Rounds_WrittenAndReadAgain_AreTheSame()
    {
        Results(7).Add(Round(1, "one", "lost"));
        var round = Assert.Single(Results(7).Rounds(Schedule));
        Assert.Equal((1, "one", 12, 34, 1, 5, 678), (round.Number, round.Fault, round.Acknowledged, round.Verified, round.Open, round.FailedTries, round.LongestWait));
        Assert.Equal(["kill -9", "ready"], round.Notes);
        Assert.Equal("/tmp/h.jsonl", round.History);
        Assert.Equal(["lost"], round.Wrong);
    }

    [Fact]
    public void Rounds_FailedAndRunAgain_ShowTheLastTry()
    {
        Results(7).Add(Round(2, "two", "lost"));
        Results(7).Add(Round(2, "two"));
        Assert.Empty(Assert.Single(Results(7).Rounds(Schedule)).Wrong);
    }

    [Fact]
    public void Rounds_OfAnotherSeedOrFault_AreNotTaken()
    {
        Results(7).Add(Round(1, "two"));
        Results(8).Add(Round(1, "one"));
        Assert.Empty(Results(7).Rounds(Schedule));
    }

    public void Dispose() => File.Delete(_file);

    private ChaosResults Results(int seed) => new(new ResultsFile(_file), new(seed, 2, 3, 16, 40, 600, 100, TimeSpan.FromSeconds(15)));

    private static RoundResult Round(int number, string fault, params string[] wrong)
    {
        var round = new RoundResult(number, fault)
        {
            History = "/tmp/h.jsonl", Notes = ["kill -9", "ready"], Acknowledged = 12, Verified = 34, Open = 1, FailedTries = 5, LongestWait = 678, Seconds = 9.5,
        };
        round.Wrong.AddRange(wrong);
        return round;
    }
}
