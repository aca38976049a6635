using Engagement.Rig.History;

namespace Engagement.Rig.Check;

/// <summary>The history, object by object.</summary>
internal sealed class Partition
{
    private readonly Timeline _timeline;

    public Partition(IReadOnlyList<Asked> asked, Timeline timeline)
    {
        _timeline = timeline;
        var givers = asked.Where(one => one.Operation is { IsDone: true, Call.Kind: OperationKind.SendBouquet, Answer.Bouquet: not null })
            .GroupBy(one => one.Operation.Answer.Bouquet!).ToDictionary(group => group.Key, group => group.First().Operation.Call.By);
        foreach (var one in asked)
        {
            var (operation, call, answer) = (one.Operation, one.Operation.Call, one.Operation.Answer);
            switch (call.Kind)
            {
                case OperationKind.Send:
                    Add(People, call.By!, one);
                    Add(operation.IsDone ? Roses : null, answer.Rose, one);
                    break;
                case OperationKind.SendBouquet:
                    Add(People, call.By!, one);
                    Add(operation.IsDone ? Bouquets : null, answer.Bouquet, one);
                    break;
                case OperationKind.Grant or OperationKind.ReadAllowance:
                    Add(People, call.By!, one);
                    break;
                case OperationKind.ClaimShare:
                    Add(Bouquets, call.Bouquet, one);
                    var born = one with { Operation = operation with { Call = call with { To = givers.GetValueOrDefault(call.Bouquet ?? "") } } };
                    Array.ForEach(answer.Won ?? [], rose => Add(Roses, rose, born));
                    break;
                case OperationKind.ReadBouquet:
                    Add(Bouquets, call.Bouquet, one);
                    break;
                default:
                    Add(Roses, call.Rose, one);
                    break;
            }
        }

        Lost = [.. asked.Where(one => one.Operation is { IsUnknown: true, Call.Kind: OperationKind.Send or OperationKind.ClaimShare })];
    }

    public SortedDictionary<string, List<Asked>> Roses { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, List<Asked>> People { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, List<Asked>> Bouquets { get; } = new(StringComparer.Ordinal);

    /// <summary>Births that nobody answered: a rose without a known birth may be one of them.</summary>
    public IReadOnlyList<Asked> Lost { get; }

    /// <summary>What the linearizer places, refusals tied to the effect of their command.</summary>
    public List<Entry> Entries(IReadOnlyCollection<Asked> asked)
    {
        var entries = asked.Select(one => EntryOf(one.Operation)).ToList();
        var effects = entries.Where(entry => entry.Operation is { Call.Command: not null } operation && (operation.IsDone || operation.IsUnknown))
            .GroupBy(entry => entry.Operation.Call.Command!).ToDictionary(group => group.Key, group => group.First());
        foreach (var (one, entry) in asked.Zip(entries).Where(pair => pair.First.NotAfter is not null))
        {
            if (effects.TryGetValue(one.Operation.Call.Command!, out var effect))
            {
                (entry.NotAfter, effect.NamedUntil) = (effect, Math.Max(effect.NamedUntil, entry.Deadline));
            }
        }

        return entries;
    }

    private Entry EntryOf(Operation operation) => new()
    {
        Operation = operation, CalledAt = operation.CalledAt, Deadline = operation.ReturnedAt ?? long.MaxValue,
        Time = _timeline.Of(operation), IsOptional = operation.IsUnknown,
    };

    private static void Add(SortedDictionary<string, List<Asked>>? objects, string? id, Asked one)
    {
        if (objects is null || id is null)
        {
            return;
        }

        if (!objects.TryGetValue(id, out var all))
        {
            objects[id] = all = [];
        }

        all.Add(one);
    }
}
