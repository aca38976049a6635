using Engagement.Rig.History;

namespace Engagement.Rig.Check;

/// <summary>
/// What may come back to a person: one for each rose that nobody took and that was withdrawn or is due, and what is left of
/// a bouquet. The city does it by a message, so it shows at any time afterwards; at a look at rest it must have shown.
/// </summary>
internal sealed class Restores(Partition history, Timeline timeline, int offerHours)
{
    /// <summary>The entries of one person's allowance that no client made.</summary>
    public IEnumerable<Entry> Of(IReadOnlyList<Entry> person)
    {
        var rest = person.Select(entry => entry.Operation!).FirstOrDefault(operation => operation is { IsDone: true, Call: { Kind: OperationKind.ReadAllowance, AtRest: true } });
        foreach (var given in person.Where(entry => entry.Operation!.IsDone || entry.Operation.IsUnknown))
        {
            var entry = given.Operation!.Call.Kind switch
            {
                OperationKind.Send => OfRose(given, given.Operation, rest),
                OperationKind.SendBouquet => OfBouquet(given, given.Operation, rest),
                _ => null,
            };
            if (entry is not null)
            {
                yield return entry;
            }
        }
    }

    private Entry? OfRose(Entry given, Operation send, Operation? rest)
    {
        var all = send.Answer.Rose is { } rose && history.Roses.TryGetValue(rose, out var asked) ? asked.Select(one => one.Operation).ToArray() : [];
        if (all.Any(operation => operation is { IsDone: true, Call.Kind: OperationKind.Claim or OperationKind.Void } || operation.Answer.Hops > 0))
        {
            return null;
        }

        var withdrawn = all.Where(operation => operation.Call.Kind == OperationKind.Withdraw && operation.Call.By == send.Call.By && (operation.IsDone || operation.IsUnknown)).ToArray();
        var (at, from) = Due(send);
        if (withdrawn.Length > 0 && withdrawn[0].CalledAt < at)
        {
            (at, from) = (withdrawn[0].CalledAt, timeline.Of(withdrawn[0]).From);
        }

        var certain = withdrawn.Any(operation => operation.IsDone)
            || all.Any(operation => operation is { IsDone: true, Call.AtRest: true, Answer.State: "Returned" or "Withdrawn" });
        return Entry(given, $"the allowance of rose {send.Answer.Rose} comes back", at, from, certain ? rest : null, (1, 1), null);
    }

    private Entry? OfBouquet(Entry given, Operation send, Operation? rest)
    {
        var all = send.Answer.Bouquet is { } id && history.Bouquets.TryGetValue(id, out var asked) ? asked.Select(one => one.Operation).ToArray() : [];
        var claims = all.Where(operation => operation.Call.Kind == OperationKind.ClaimShare).ToArray();
        var left = (send.Call.Roses ?? 0) - claims.Where(claim => claim.IsDone).Sum(claim => claim.Answer.Won?.Length ?? 0);
        var seen = all.LastOrDefault(operation => operation is { IsDone: true, Call: { Kind: OperationKind.ReadBouquet, AtRest: true } })?.Answer.RosesLeft;
        var least = seen ?? (claims.Any(claim => claim.IsUnknown) ? 0 : left);
        var (at, from) = Due(send);
        return left <= 0 ? null
            : Entry(given, $"what is left of bouquet {send.Answer.Bouquet} comes back", at, from,
                least > 0 && rest is not null && timeline.Of(rest).From > from ? rest : null, (least, seen ?? left), send.Answer.Bouquet ?? "?");
    }

    private (long At, long City) Due(Operation send)
    {
        var due = send.Answer.Due ?? timeline.Of(send).From + offerHours * 3_600_000L;
        return (timeline.Earliest(due), due);
    }

    // It must have come back by `rest` when that it was given is certain too.
    private static Entry? Entry(Entry given, string text, long at, long from, Operation? rest, (int, int) roses, string? bouquet)
    {
        var isCertain = !given.IsOptional && rest is not null && rest.CalledAt > at;
        return at == long.MaxValue ? null : new()
        {
            Text = text, OnlyAfter = given, CalledAt = at, Time = new(from, long.MaxValue / 4), Roses = roses, Bouquet = bouquet,
            Deadline = isCertain ? rest!.CalledAt - 1 : long.MaxValue, IsOptional = !isCertain,
        };
    }
}
