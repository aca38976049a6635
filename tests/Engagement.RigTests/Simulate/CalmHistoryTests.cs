using Engagement.Rig.Check;
using Engagement.Rig.History;
using Engagement.Rig.Simulate;
using Xunit.Abstractions;

namespace Engagement.RigTests.Simulate;

/// <summary>Long histories that the product's own rules made are right; changed in one place, most are not.</summary>
public sealed class CalmHistoryTests(ITestOutputHelper output)
{
    [Fact]
    public void Check_LongConcurrentHistory_IsRight()
    {
        var result = Schedule.Play(seed: 5, steps: 3_000, calm: true);
        Assert.True(result.Wrong.Count == 0, string.Join('\n', result.Wrong));
        var operations = result.History.Operations;
        var overlapping = operations.Zip(operations.Skip(1)).Count(pair => pair.Second.CalledAt < pair.First.ReturnedAt);
        output.WriteLine($"{operations.Count} operations, {operations.Count(operation => operation.IsDone)} done, {overlapping} overlap with the next");
        Assert.InRange(operations.Count, 1_000, int.MaxValue);
        Assert.InRange(overlapping, 200, int.MaxValue);
    }

    [Fact]
    public void Check_HistoriesChangedInOnePlace_AreMostlyWrong()
    {
        var (random, changed, refused) = (new Random(11), 0, 0);
        for (var seed = 1; seed <= 400; seed++)
        {
            var history = Schedule.Play(seed, steps: 150, calm: true).History;
            if (Change(history, random) is { } other)
            {
                changed++;
                refused += HistoryCheck.Run(other).IsProven ? 0 : 1;
            }
        }

        output.WriteLine($"{refused} of {changed} changed histories are refused");
        Assert.InRange(changed, 200, 400);
        Assert.True(refused >= changed * 3 / 4, $"{refused} of {changed}");
    }

    // Forgets what was acknowledged, gives it to somebody else, or lets a look or an answer say another number.
    private static RecordedHistory? Change(RecordedHistory history, Random random)
    {
        var operations = history.Operations.ToList();
        bool Swap(Func<Operation, bool> which, Func<Operation, Operation> change)
        {
            var fitting = Enumerable.Range(0, operations.Count).Where(i => operations[i].IsDone && which(operations[i])).ToArray();
            if (fitting.Length == 0)
            {
                return false;
            }

            var at = fitting[random.Next(fitting.Length)];
            operations[at] = change(operations[at]);
            return true;
        }

        var done = random.Next(6) switch
        {
            0 => Swap(one => one.Call.Kind == OperationKind.Claim, one => one with { Outcome = "AlreadyClaimed", Answer = new() }), // a lost effect
            1 => Swap(one => one.Call.Kind == OperationKind.Claim, one => one with { Answer = one.Answer with { Hop = one.Answer.Hop + 1 } }),
            2 => Swap(one => one.Call.Kind == OperationKind.ReadRose, one => one with { Answer = one.Answer with { Hops = one.Answer.Hops + random.Next(2) * 2 - 1 } }),
            3 => Swap(one => one.Call.Kind == OperationKind.ReadAllowance, one => one with { Answer = one.Answer with { Remaining = one.Answer.Remaining + random.Next(2) * 2 - 1 } }),
            4 => Swap(one => one.Call.Kind == OperationKind.Send, one => one with { Answer = one.Answer with { Remaining = one.Answer.Remaining + 1 } }),
            _ => Swap(one => one.Call.Kind == OperationKind.Claim && one.Answer.Hop > 0, one => one with { Call = one.Call with { By = "nobody" } })
                && operations.Exists(one => one.Call.Kind == OperationKind.Offer && one.IsDone), // another winner: seen when the true one goes on
        };
        return done ? history with { Operations = operations } : null;
    }
}
