using Engagement.Rig.History;

namespace Engagement.Rig.Check;

/// <summary>
/// The laws of the whole (design.md §5), from the looks at rest: everything born is somewhere, and hops are claims. The
/// law of a person and day is what each allowance is checked against.
/// </summary>
internal sealed class Totals
{
    public Totals(IReadOnlyList<Asked> asked)
    {
        var operations = asked.Select(one => one.Operation).ToArray();
        var born = operations.Where(operation => operation.IsDone).SelectMany(operation => operation.Call.Kind switch
        {
            OperationKind.Send when operation.Answer.Rose is { } rose => [rose],
            OperationKind.ClaimShare => operation.Answer.Won ?? [],
            _ => Array.Empty<string>(),
        }).ToHashSet();
        var seen = operations.Where(operation => operation is { Call: { Kind: OperationKind.ReadRose, AtRest: true }, Call.Rose: not null })
            .GroupBy(operation => operation.Call.Rose!).ToDictionary(group => group.Key, group => group.Last());
        var claims = operations.Where(operation => operation.Call.Kind == OperationKind.Claim && seen.ContainsKey(operation.Call.Rose ?? "")).ToArray();
        (Born, Unanswered, Seen) = (born.Count, operations.Count(operation => operation.IsUnknown), born.Count(seen.ContainsKey));
        foreach (var stage in seen.Values.GroupBy(look => look.IsDone ? look.Answer.State ?? "?" : look.Outcome).OrderBy(group => group.Key))
        {
            Stages[stage.Key] = stage.Count();
        }

        Hops = seen.Values.Sum(look => look.Answer.Hops ?? 0);
        var won = operations.Where(operation => operation is { IsDone: true, Call.Kind: OperationKind.ClaimShare }).SelectMany(operation => operation.Answer.Won ?? []).Count(seen.ContainsKey);
        Claims = claims.Count(claim => claim.IsDone) + won;
        MaybeClaims = claims.Count(claim => claim.IsUnknown) + operations.Count(operation => operation is { IsUnknown: true, Call.Kind: OperationKind.ClaimShare });
    }

    /// <summary>Roses whose birth was acknowledged.</summary>
    public int Born { get; }

    /// <summary>Of them, those that were looked at when the run was at rest.</summary>
    public int Seen { get; }

    /// <summary>Commands of which nobody knows.</summary>
    public int Unanswered { get; }

    /// <summary>Where the roses are that were looked at.</summary>
    public SortedDictionary<string, int> Stages { get; } = [];

    /// <summary>Hops that they show.</summary>
    public int Hops { get; }

    /// <summary>Their acknowledged claims, shares of bouquets included.</summary>
    public int Claims { get; }

    /// <summary>Their claims without an answer.</summary>
    public int MaybeClaims { get; }

    public IEnumerable<Finding> Wrong()
    {
        if (Stages.Count > 0 && (Hops < Claims || Hops > Claims + MaybeClaims))
        {
            yield return new("the whole", $"{Hops} hops are shown; {Claims} claims were acknowledged and {MaybeClaims} may have happened", []);
        }

        if (Stages.TryGetValue(nameof(Contracts.Outcome.NotFound), out var lost) && lost > 0)
        {
            yield return new("the whole", $"{lost} roses are not found at rest", []);
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"born {Born} acknowledged, {Seen} seen at rest: {(Stages.Count == 0 ? "none" : string.Join(", ", Stages.Select(stage => $"{stage.Key} {stage.Value}")))}; "
        + $"hops {Hops} = claims {Claims}{(MaybeClaims > 0 ? $" + up to {MaybeClaims} unanswered" : "")}; {Unanswered} operations without an answer";
}
