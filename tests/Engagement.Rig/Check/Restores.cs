using Engagement.Rig.History;

namespace Engagement.Rig.Check;

/// <summary>Roses that may come back to a person.</summary>
/// <param name="At">Nanoseconds: not before.</param>
/// <param name="Roses">How many at most.</param>
/// <param name="MustBy">How many must have come back when the run is at rest.</param>
/// <param name="IsOfUnknown">Only if a command without an answer took them.</param>
internal readonly record struct Restore(long At, int Roses, int MustBy, bool IsOfUnknown);

/// <summary>
/// What may come back to a person: one for each rose that nobody took and that was withdrawn or is due, and what is left of
/// a bouquet. The city does it by a message, so it shows at any time afterwards; at a look at rest it must have shown.
/// </summary>
internal sealed class Restores(Partition history, Timeline timeline, int offerHours)
{
    /// <summary>All of one person, earliest first.</summary>
    public Restore[] Of(IReadOnlyList<Asked> person)
    {
        var rest = person.Select(one => one.Operation).FirstOrDefault(operation => operation is { IsDone: true, Call: { Kind: OperationKind.ReadAllowance, AtRest: true } });
        var taking = person.Select(one => one.Operation).Where(operation => operation.IsDone || operation.IsUnknown);
        return [.. taking.Select(operation => operation.Call.Kind switch
        {
            OperationKind.Send => OfRose(operation, rest),
            OperationKind.SendBouquet => OfBouquet(operation, rest),
            _ => default,
        }).Where(restore => restore.Roses > 0 && restore.At < long.MaxValue).OrderBy(restore => restore.At)];
    }

    private Restore OfRose(Operation send, Operation? rest)
    {
        var all = send.Answer.Rose is { } rose && history.Roses.TryGetValue(rose, out var asked) ? asked.Select(one => one.Operation).ToArray() : [];
        if (all.Any(operation => operation is { IsDone: true, Call.Kind: OperationKind.Claim or OperationKind.Void } || operation.Answer.Hops > 0))
        {
            return default;
        }

        var withdrawn = all.Where(operation => operation.Call.Kind == OperationKind.Withdraw && operation.Call.By == send.Call.By && (operation.IsDone || operation.IsUnknown)).ToArray();
        var at = Math.Min(Due(send).At, withdrawn.Length > 0 ? withdrawn[0].CalledAt : long.MaxValue);
        var certain = withdrawn.Any(operation => operation.IsDone)
            || all.Any(operation => operation is { IsDone: true, Call.AtRest: true, Answer.State: "Returned" or "Withdrawn" });
        return new(at, 1, certain && at < rest?.CalledAt ? 1 : 0, send.IsUnknown);
    }

    private Restore OfBouquet(Operation send, Operation? rest)
    {
        var all = send.Answer.Bouquet is { } id && history.Bouquets.TryGetValue(id, out var asked) ? asked.Select(one => one.Operation).ToArray() : [];
        var claims = all.Where(operation => operation.Call.Kind == OperationKind.ClaimShare).ToArray();
        var left = (send.Call.Roses ?? 0) - claims.Where(claim => claim.IsDone).Sum(claim => claim.Answer.Won?.Length ?? 0);
        var seen = all.LastOrDefault(operation => operation is { IsDone: true, Call: { Kind: OperationKind.ReadBouquet, AtRest: true } })?.Answer.RosesLeft;
        var (at, due) = Due(send);
        var certain = send.IsDone && rest is not null && at < rest.CalledAt && timeline.Of(rest).From > due;
        return new(at, seen ?? left, certain ? seen ?? (claims.Any(claim => claim.IsUnknown) ? 0 : left) : 0, send.IsUnknown);
    }

    private (long At, long City) Due(Operation send)
    {
        var due = send.Answer.Due ?? timeline.Of(send).From + offerHours * 3_600_000L;
        return (timeline.Earliest(due), due);
    }
}
