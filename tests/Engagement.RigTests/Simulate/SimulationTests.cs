using Engagement.Rig.Simulate;
using Xunit.Abstractions;

namespace Engagement.RigTests.Simulate;

/// <summary>The rules and the ledger hold against a store that fails; and the simulation sees it when one protection is missing.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    [Fact]
    public void Play_FiveThousandSchedules_NothingIsWrong()
    {
        var operations = 0L;
        Parallel.For(1, 5_001, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, seed =>
        {
            var result = Schedule.Play(seed);
            Interlocked.Add(ref operations, result.History.Operations.Count);
            Assert.True(result.Wrong.Count == 0, $"simulate --replay {seed}: {string.Join('\n', result.Wrong)}");
        });
        output.WriteLine($"{operations} operations");
        Assert.InRange(operations, 50_000, long.MaxValue); // schedules in which nothing happens would prove nothing
    }

    [Fact]
    public void Play_SameSeedTwice_HappensTheSame()
    {
        var (first, second) = (Schedule.Play(42), Schedule.Play(42));
        Assert.Equal(first.Trace, second.Trace);
        Assert.Equal(first.History.Operations, second.History.Operations, (a, b) => a.Outcome == b.Outcome && a.CalledAt == b.CalledAt && a.Answer.Rose == b.Answer.Rose);
    }

    [Theory]
    [InlineData(nameof(Mutation.Idempotency))]
    [InlineData(nameof(Mutation.Version))]
    [InlineData(nameof(Mutation.Lease))]
    [InlineData(nameof(Mutation.Durability))]
    [InlineData(nameof(Mutation.Effect))]
    [InlineData(nameof(Mutation.Once))]
    [InlineData(nameof(Mutation.Take))]
    [InlineData(nameof(Mutation.Birth))]
    [InlineData(nameof(Mutation.Atomicity))]
    public void Play_WithoutOneProtection_IsFound(string mutation)
    {
        var found = SimulateCommand.FirstWrong(2_000, seed: 1, Enum.Parse<Mutation>(mutation));
        output.WriteLine($"without {mutation}: after {found?.Seed} schedules: {found?.Wrong[0]}");
        Assert.NotNull(found);
    }
}
