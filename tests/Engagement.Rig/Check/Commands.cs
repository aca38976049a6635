using Engagement.Contracts;
using Engagement.Rig.History;

namespace Engagement.Rig.Check;

/// <summary>An operation ready to be placed: an effect, with all calls of its command as one, or an answer without effect.</summary>
/// <param name="Operation">What was asked and answered.</param>
/// <param name="NotAfter">Of a refusal: the effect of the same command; repeated after it, it would have said so.</param>
internal sealed record Asked(Operation Operation, Operation? NotAfter = null);

/// <summary>
/// Brings the calls of one command together: it takes effect once at most, between its first call and the first answer
/// that says so, or, without such an answer, at any time after its first call, or never.
/// </summary>
internal static class Commands
{
    private static readonly HashSet<string> AboutTheObject = [.. new[]
    {
        Outcome.NotFound, Outcome.AlreadyClaimed, Outcome.OwnRose, Outcome.DirectBounce, Outcome.Returned, Outcome.Withdrawn, Outcome.Voided, Outcome.NotHolder,
        Outcome.NotForYou, Outcome.AllowanceUsed, Outcome.BouquetEmpty, Outcome.AlreadyInBouquet,
    }.Select(outcome => outcome.ToString())];

    /// <summary>Everything to be placed; commands that answered two different effects go to <paramref name="findings"/>.</summary>
    public static List<Asked> Merge(IReadOnlyList<Operation> operations, List<Finding> findings)
    {
        var asked = new List<Asked>();
        foreach (var command in operations.Where(operation => operation.Call.Kind != OperationKind.Advance).GroupBy(operation => operation.Call.Command))
        {
            if (command.Key is null)
            {
                asked.AddRange(command.Where(read => !read.IsUnknown).Select(read => new Asked(read)));
                continue;
            }

            foreach (var same in command.GroupBy(Content).OrderByDescending(group => group.Any(call => call.IsDone)))
            {
                asked.AddRange(One([.. same]));
            }

            if (Contradiction([.. command.Where(call => call.IsDone)]) is { } why)
            {
                findings.Add(new($"command {command.Key}", why, [.. command.Select(call => $"  {call.Call} -> {call.Outcome} {call.Answer}")]));
            }
        }

        asked.Sort((a, b) => a.Operation.CalledAt.CompareTo(b.Operation.CalledAt));
        return asked;
    }

    private static IEnumerable<Asked> One(Operation[] calls)
    {
        var done = calls.Where(call => call.IsDone).MinBy(call => call.ReturnedAt);
        var first = calls.FirstOrDefault(call => call.IsUnknown || call.IsDone);
        var effect = done is null ? first : done with { CalledAt = first!.CalledAt, CalledWall = first.CalledWall };
        if (effect is not null)
        {
            yield return new(effect.IsUnknown ? effect with { ReturnedAt = null, ReturnedWall = null } : effect);
        }

        foreach (var refusal in calls.Where(call => !call.IsDone && !call.IsUnknown))
        {
            yield return new(refusal, AboutTheObject.Contains(refusal.Outcome) ? effect : null);
        }
    }

    private static (OperationKind, string?, string?, string?, string?, int?, int?) Content(Operation operation) => operation.Call switch
    {
        var call => (call.Kind, call.By, call.Rose, call.Bouquet, call.To, call.Roses, call.Shares),
    };

    private static string? Contradiction(Operation[] done) =>
        done.DistinctBy(Content).Count() > 1 ? "one command id was carried out with two contents"
        : done.DistinctBy(call => (call.Answer.Rose, call.Answer.Bouquet, call.Answer.Secret, call.Answer.Hop, string.Join(' ', call.Answer.Won ?? []))).Count() > 1
            ? "one command had two different effects: its answers name different results"
            : null;
}
